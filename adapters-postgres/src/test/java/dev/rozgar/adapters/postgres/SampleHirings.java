package dev.rozgar.adapters.postgres;

import dev.rozgar.domain.EmailAddress;
import dev.rozgar.domain.PhoneNumber;
import dev.rozgar.domain.WebUrl;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.Answer;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.hiring.ApplicationSource;
import dev.rozgar.domain.hiring.ApplicationState;
import dev.rozgar.domain.hiring.ApplicationState.Live;
import dev.rozgar.domain.hiring.Candidate;
import dev.rozgar.domain.hiring.CandidateId;
import dev.rozgar.domain.hiring.Consent;
import dev.rozgar.domain.hiring.InterviewMode;
import dev.rozgar.domain.hiring.InterviewSlot;
import dev.rozgar.domain.hiring.InterviewSlotId;
import dev.rozgar.domain.hiring.JobApplication;
import dev.rozgar.domain.hiring.Letter;
import dev.rozgar.domain.hiring.Offer;
import dev.rozgar.domain.hiring.Rejection;
import dev.rozgar.domain.hiring.Seat;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.Pay;
import dev.rozgar.domain.job.PayKind;
import dev.rozgar.domain.job.PayPeriod;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Applications in every state, and what they need.
public final class SampleHirings {
    public static final Instant NOW = Instant.parse("2026-03-02T06:30:00.120Z");
    public static final CompanyId COMPANY = new CompanyId(1);
    public static final JobId JOB = new JobId(7);
    public static final InterviewSlotId SLOT = new InterviewSlotId(3);
    public static final Offer OFFER = new Offer(2, pay(), LocalDate.of(2026, 4, 1), NOW.plus(Duration.ofDays(3)));

    private SampleHirings() {}

    public static Candidate candidate(long id) {
        return new Candidate(
                new CandidateId(id),
                "आशा O'Neil; \"A\"",
                new PhoneNumber("+9198123456" + (10 + id)),
                Optional.of(NOW),
                Optional.of(new EmailAddress("asha@example.in")));
    }

    public static InterviewSlot slot(InterviewSlotId id, JobId job, int capacity) {
        return new InterviewSlot(
                id, job, NOW, NOW.plusSeconds(3600), Optional.of("Gate 2"), InterviewMode.WALK_IN, capacity, 0);
    }

    static Letter letter(long candidate) {
        return new Letter(
                new CandidateId(candidate),
                List.of(new Answer("licence", List.of("lmv")), new Answer("why", List.of("Line one\nÜbung? yes; \\"))),
                new ApplicationSource(
                        "referral", Optional.of("A friend"), Optional.of("partner-1"), Optional.of("key:7f3a")),
                new Consent(true, false, Optional.of("2026-01"), Optional.of(NOW.plusSeconds(1))),
                Optional.of(new WebUrl("https://example.in/cv?x=1")));
    }

    public static JobApplication application(long id, long candidate, ApplicationState state) {
        return new JobApplication(
                new ApplicationId(id), JOB, COMPANY, letter(candidate), state, 0, NOW, NOW.plusMillis(3));
    }

    /// The same as the store has it after a write.
    public static JobApplication stored(JobApplication written) {
        return new JobApplication(
                written.id(),
                written.job(),
                written.company(),
                written.letter(),
                written.state(),
                written.version() + 1,
                written.createdAt(),
                written.updatedAt());
    }

    /// The same in another state.
    public static JobApplication in(JobApplication before, ApplicationState state) {
        return new JobApplication(
                before.id(),
                before.job(),
                before.company(),
                before.letter(),
                state,
                before.version(),
                before.createdAt(),
                before.updatedAt().plusSeconds(1));
    }

    /// Every state, with and without what it may leave out; rejections of every live one.
    public static Stream<ApplicationState> states() {
        var full = new Rejection("Others fit better", Optional.of("Two\nlines"), Optional.of(NOW.plusSeconds(9)));
        var bare = new Rejection("No", Optional.empty(), Optional.empty());
        var ended = Stream.of(
                new ApplicationState.Joined(NOW, new Seat(1), OFFER),
                new ApplicationState.Dropped(NOW, "Never came"),
                new ApplicationState.OfferDeclined(NOW, OFFER, Optional.empty()),
                new ApplicationState.OfferDeclined(NOW, OFFER, Optional.of("Too far")),
                new ApplicationState.OfferLapsed(NOW, OFFER),
                new ApplicationState.Rejected(NOW, bare, new ApplicationState.Applied(NOW)),
                new ApplicationState.Withdrawn(NOW, Optional.empty()),
                new ApplicationState.Withdrawn(NOW, Optional.of("Found work")),
                new ApplicationState.JobClosed(NOW));
        return Stream.of(live(), ended, live().map(was -> new ApplicationState.Rejected(NOW, full, was)))
                .flatMap(states -> states);
    }

    static Stream<Live> live() {
        return Stream.of(
                new ApplicationState.Applied(NOW),
                new ApplicationState.Screened(NOW),
                new ApplicationState.InReview(NOW),
                new ApplicationState.Shortlisted(NOW),
                new ApplicationState.InterviewScheduled(NOW, SLOT, NOW.plusSeconds(60), 1),
                new ApplicationState.NoShow(NOW, SLOT, NOW.minusSeconds(60), 2),
                new ApplicationState.Interviewed(NOW, SLOT),
                new ApplicationState.Offered(NOW, OFFER),
                new ApplicationState.Hired(NOW, new Seat(1), OFFER));
    }

    private static Pay pay() {
        return new Pay(
                new BigDecimal("18000.50"),
                new BigDecimal("20000"),
                Currency.getInstance("INR"),
                PayPeriod.MONTH,
                Optional.of(new BigDecimal("2500")),
                PayKind.FIXED_PLUS_INCENTIVE,
                true);
    }
}
