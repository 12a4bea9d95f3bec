package dev.rozgar.domain.job;

import dev.rozgar.domain.Address;
import dev.rozgar.domain.CountryCode;
import dev.rozgar.domain.Decision;
import dev.rozgar.domain.Reason;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.CompanyState;
import dev.rozgar.domain.company.Employer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Jobs to test with.
final class SampleJobs {
    static final JobId ID = new JobId(7);
    static final Employer EMPLOYER = new Employer(new CompanyId(1), new CompanyState.Unverified());
    static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    static final Instant UNTIL = NOW.plus(Duration.ofDays(30));

    private SampleJobs() {}

    static JobContent content() {
        return content(PostingWindow.until(UNTIL), Openings.ONE);
    }

    static JobContent content(PostingWindow window, Openings openings) {
        return new JobContent(
                Optional.empty(),
                new LanguageTag("en-IN"),
                new Title("Delivery Rider"),
                Description.of("Bring parcels to people."),
                Workplace.at(place()),
                Classification.NONE,
                WorkTime.of(EmploymentType.FULL_TIME),
                Optional.empty(),
                Requirements.NONE,
                Set.of(),
                openings,
                Optional.empty(),
                window,
                ApplyChannel.DIRECT,
                new Origin(new JobSource("api"), 0));
    }

    static JobLocation place() {
        var address = new Address(
                Optional.empty(), Optional.of("Pune"), Optional.empty(), Optional.empty(), new CountryCode("IN"));
        return new JobLocation(address, Optional.empty(), Precision.LOCALITY, Optional.empty());
    }

    static Job draft() {
        return accepted(Job.draft(ID, EMPLOYER, content(), NOW));
    }

    static Job published() {
        return accepted(accepted(draft().submit(NOW)).approve(NOW));
    }

    static Job in(JobState state) {
        return new Job(ID, EMPLOYER.id(), content(), state, 1, NOW, NOW);
    }

    static <S> S accepted(Decision<S> decision) {
        return switch (decision) {
            case Decision.Accepted<S> yes -> yes.next();
            case Decision.Refused<S> no -> throw new AssertionError(no.reasons());
        };
    }

    static List<String> codes(Decision<?> decision) {
        return switch (decision) {
            case Decision.Accepted<?> yes -> throw new AssertionError("accepted: " + yes.next());
            case Decision.Refused<?> no ->
                no.reasons().stream().map(Reason::code).toList();
        };
    }
}
