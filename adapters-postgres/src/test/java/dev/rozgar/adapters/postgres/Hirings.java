package dev.rozgar.adapters.postgres;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Role;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Attempt;
import dev.rozgar.application.change.Scene;
import dev.rozgar.application.change.StoredReply;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.application.change.Workspace;
import dev.rozgar.application.company.SampleCompanies;
import dev.rozgar.application.hiring.Applicant;
import dev.rozgar.application.hiring.Apply;
import dev.rozgar.application.hiring.EditForm;
import dev.rozgar.application.hiring.MoveApplication;
import dev.rozgar.application.hiring.OpenSlot;
import dev.rozgar.application.posting.CloseApplications;
import dev.rozgar.application.posting.EditJob;
import dev.rozgar.application.posting.MoveJob;
import dev.rozgar.application.posting.RemoveJob;
import dev.rozgar.application.posting.SampleJobs;
import dev.rozgar.domain.PhoneNumber;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.ApplicationForm;
import dev.rozgar.domain.hiring.ApplicationMove;
import dev.rozgar.domain.hiring.ApplicationSource;
import dev.rozgar.domain.hiring.ApplicationState;
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
import dev.rozgar.domain.job.JobMove;
import dev.rozgar.domain.job.JobState;
import dev.rozgar.domain.job.Openings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/// A job of a company of its own with people who wait to be seen, and every write that can be done to it. Each has a
/// key.
final class Hirings {
    private static final Instant NOW = SampleJobs.NOW;
    private static final Duration LONG = JobState.RETENTION.plusDays(1);
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Identity SYSTEM = Identity.system("clock");
    private static final StoredReply REPLY = new StoredReply(201, "/api", "\"1\"", new byte[] {'x'});
    private static final Rejection NO = new Rejection("Others fit better", Optional.of("x"), Optional.empty());
    private static final Consent CONSENT = new Consent(true, true, Optional.empty(), Optional.empty());
    private static final int WAITING = 3;

    private final Transactions store;
    private final CompanyId company;
    private final JobId job;
    private final InterviewSlotId held;
    private final InterviewSlotId free;
    private final Candidate candidate;

    Hirings(TestDatabase database) {
        store = database.postgres().transactions();
        company = database.postgres().companyRepository().nextId();
        database.postgres().companyRepository().save(List.of(SampleCompanies.plain(company)));
        job = database.postgres().jobRepository().nextId();
        put(new JobState.Published(NOW, SampleJobs.UNTIL), new Openings(2, 0), 0);
        held = slot(NOW.minusSeconds(60));
        free = slot(NOW.plusSeconds(60));
        for (int i = 0; i < WAITING; i++)
            sent(candidate(), new ApplicationState.InterviewScheduled(NOW, held, NOW.minusSeconds(60), 0));
        candidate = candidate();
    }

    Function<Transactions, Answer<?>> moving(ApplicationMove.Trigger trigger) {
        return switch (trigger) {
            case AUTO_SCREEN -> throw new IllegalArgumentException("comes with the application");
            case VIEW -> move(new ApplicationState.Applied(NOW), new ApplicationMove.View());
            case SHORTLIST -> move(new ApplicationState.Applied(NOW), new ApplicationMove.Shortlist());
            case SCHEDULE_INTERVIEW ->
                move(new ApplicationState.Shortlisted(NOW), new ApplicationMove.ScheduleInterview(free));
            case RESCHEDULE -> move(scheduled(), new ApplicationMove.Reschedule(free));
            case NO_SHOW -> move(scheduled(), new ApplicationMove.MarkNoShow());
            case ATTEND -> move(scheduled(), new ApplicationMove.Attend());
            case OFFER ->
                move(
                        new ApplicationState.Shortlisted(NOW),
                        new ApplicationMove.MakeOffer(offer(0, 7).pay(), day(9), at(7)));
            case ACCEPT -> lastSeat();
            case DECLINE -> move(offered(7), new ApplicationMove.Decline(Optional.of("too far")));
            case LAPSE -> move(offered(-1), new ApplicationMove.Lapse());
            case CONFIRM_JOINING -> hired(new ApplicationMove.ConfirmJoining());
            case DROP -> hired(new ApplicationMove.Drop("never came"));
            case REJECT -> move(scheduled(), new ApplicationMove.Reject(NO));
            case UNREJECT -> move(new ApplicationState.Rejected(NOW, NO, scheduled()), new ApplicationMove.Unreject());
            case WITHDRAW -> hired(new ApplicationMove.Withdraw(Optional.empty()));
            case JOB_CLOSED -> {
                var sent = sent(candidate, scheduled());
                put(new JobState.Closed(NOW, Optional.of(NOW), "moved away"), new Openings(2, 0), 1);
                yield move(sent, new ApplicationMove.CloseWithJob());
            }
        };
    }

    Function<Transactions, Answer<?>> moving(JobMove.Trigger trigger) {
        return switch (trigger) {
            case SUBMIT -> move(new JobState.Draft(), new JobMove.Submit());
            case APPROVE -> move(new JobState.InReview(NOW), new JobMove.Approve());
            case REQUEST_CHANGES -> move(published(7), new JobMove.RequestChanges("say more"));
            case REJECT -> move(published(7), new JobMove.Reject("no"));
            case MARK_SPAM -> move(published(7), new JobMove.MarkSpam("spam"));
            case START -> move(new JobState.Scheduled(NOW, at(7)), new JobMove.Start());
            case PAUSE -> move(published(7), new JobMove.Pause());
            case RESUME -> move(new JobState.Paused(NOW, NOW, at(7)), new JobMove.Resume());
            case FILL -> {
                put(published(7), new Openings(2, 2), 1);
                yield move(new JobMove.Fill(Optional.of("all came")));
            }
            case EXPIRE -> move(published(0), new JobMove.Expire());
            case REOPEN -> move(new JobState.Expired(NOW, Optional.of(NOW)), new JobMove.Reopen(at(7)));
            case CLOSE -> move(published(7), new JobMove.Close("moved away"));
            case ARCHIVE ->
                move(new JobState.Closed(NOW.minus(LONG), Optional.of(NOW.minus(LONG)), "x"), new JobMove.Archive());
        };
    }

    Function<Transactions, Answer<?>> apply() {
        return apply(new Applicant.Known(candidate.id()), Scene.candidate(candidate.id()));
    }

    Function<Transactions, Answer<?>> introduce() {
        var phone =
                new PhoneNumber("+9197" + String.format("%08d", candidate.id().value() % 100_000_000));
        return apply(new Applicant.Introduced("Meena", phone, Optional.empty()), Scene.a(Role.PARTNER));
    }

    private Function<Transactions, Answer<?>> apply(Applicant who, Identity by) {
        var command = new Apply.Command(job, who, List.of(), ApplicationSource.BOARD, CONSENT, Optional.empty());
        return at -> new Apply(at, CLOCK).handle(by, command, keyed());
    }

    Function<Transactions, Answer<?>> editForm() {
        var command = new EditForm.Command(job, OptionalLong.empty(), ApplicationForm.NONE);
        return at -> new EditForm(at, CLOCK).handle(Scene.recruiter(company), command, keyed());
    }

    Function<Transactions, Answer<?>> openSlot() {
        var command = new OpenSlot.Command(job, at(1), at(2), Optional.empty(), InterviewMode.PHONE, 3);
        return at -> new OpenSlot(at, CLOCK).handle(Scene.recruiter(company), command, keyed());
    }

    Function<Transactions, Answer<?>> editJob() {
        var command = new EditJob.Command(job, OptionalLong.empty(), old -> SampleJobs.full("R-1"));
        return at -> new EditJob(at, CLOCK).handle(Scene.recruiter(company), command, keyed());
    }

    Function<Transactions, Answer<?>> removeJob() {
        var command = new RemoveJob.Command(job, OptionalLong.empty());
        return at -> new RemoveJob(at, CLOCK).handle(Scene.recruiter(company), command, keyed());
    }

    Function<Transactions, Answer<?>> endApplications() {
        put(new JobState.Closed(NOW, Optional.of(NOW), "moved away"), new Openings(2, 0), 1);
        return at -> new CloseApplications(at, CLOCK).handle(SYSTEM, new CloseApplications.Command(job), keyed());
    }

    /// The last one: with it the job is filled, and whoever waits is told.
    private Function<Transactions, Answer<?>> lastSeat() {
        put(published(7), new Openings(1, 0), 1);
        return move(offered(7), new ApplicationMove.Accept());
    }

    private Function<Transactions, Answer<?>> hired(ApplicationMove move) {
        var sent = sent(candidate, new ApplicationState.Hired(NOW, new Seat(1), offer(-1, 7)));
        put(published(7), new Openings(2, 1), 1);
        run(space -> space.hiring().take(job, new Seat(1), sent.id()));
        return move(sent, move);
    }

    private Function<Transactions, Answer<?>> move(ApplicationState from, ApplicationMove move) {
        return move(sent(candidate, from), move);
    }

    private Function<Transactions, Answer<?>> move(JobApplication sent, ApplicationMove move) {
        var command = new MoveApplication.Command(
                sent.id(), move, Optional.of(sent.state().kind()), OptionalLong.empty());
        return at -> new MoveApplication(at, CLOCK).handle(mover(move), command, keyed());
    }

    private Identity mover(ApplicationMove move) {
        return switch (move.trigger()) {
            case ACCEPT, DECLINE, WITHDRAW -> Scene.candidate(candidate.id());
            case LAPSE, JOB_CLOSED, AUTO_SCREEN -> SYSTEM;
            case VIEW, SHORTLIST, SCHEDULE_INTERVIEW, RESCHEDULE, NO_SHOW, ATTEND -> Scene.recruiter(company);
            case OFFER, CONFIRM_JOINING, DROP, REJECT, UNREJECT -> Scene.recruiter(company);
        };
    }

    private Function<Transactions, Answer<?>> move(JobState from, JobMove move) {
        put(from, new Openings(2, 0), 1);
        return move(move);
    }

    private Function<Transactions, Answer<?>> move(JobMove move) {
        var who = switch (move.trigger()) {
            case START, EXPIRE, ARCHIVE -> SYSTEM;
            case APPROVE, REQUEST_CHANGES, REJECT, MARK_SPAM -> Scene.a(Role.MODERATOR);
            case SUBMIT, PAUSE, RESUME, FILL, REOPEN, CLOSE -> Scene.recruiter(company);
        };
        var command = new MoveJob.Command(job, move, Optional.empty(), OptionalLong.empty());
        return at -> new MoveJob(at, CLOCK).handle(who, command, keyed());
    }

    private static <R> Terms<R> keyed() {
        var key = UUID.randomUUID().toString();
        return new Terms<>(false, Sync.ACCEPTED, Optional.of(new Attempt<>("somebody", key, "f", (_, _) -> REPLY)));
    }

    private void put(JobState state, Openings openings, long version) {
        var content = SampleJobs.content("Delivery rider").with(openings);
        var window = content.window().expiringAt(state.inForceUntil().orElse(SampleJobs.UNTIL));
        var made = SampleJobs.in(job, company, state, content.with(window));
        run(space -> space.jobs().save(version == 0 ? made : SampleJobs.again(made, version, made.content())));
    }

    private InterviewSlotId slot(Instant start) {
        var id = made(space -> space.hiring().nextSlot());
        run(space -> space.hiring()
                .save(new InterviewSlot(
                        id, job, start, start.plusSeconds(60), Optional.empty(), InterviewMode.PHONE, 9, 5)));
        return id;
    }

    private Candidate candidate() {
        CandidateId id = made(space -> space.hiring().nextCandidate());
        var phone = new PhoneNumber("+9198" + String.format("%08d", id.value() % 100_000_000));
        var made = new Candidate(id, "Ravi", phone, Optional.of(NOW), Optional.empty());
        run(space -> space.hiring().add(made));
        return made;
    }

    private JobApplication sent(Candidate by, ApplicationState state) {
        var letter = new Letter(by.id(), List.of(), ApplicationSource.BOARD, CONSENT, Optional.empty());
        var id = made(space -> space.hiring().nextApplication());
        var made = new JobApplication(id, job, company, letter, state, 0, NOW, NOW);
        run(space -> space.hiring().save(made));
        return made;
    }

    private void run(Consumer<Workspace> work) {
        made(space -> {
            work.accept(space);
            return true;
        });
    }

    private <R> R made(Function<Workspace, R> work) {
        return Scene.done(store.run(Terms.usual(), space -> Answer.Done.accepted(work.apply(space))));
    }

    private ApplicationState.InterviewScheduled scheduled() {
        return new ApplicationState.InterviewScheduled(NOW, held, NOW.minusSeconds(60), 0);
    }

    private static ApplicationState.Offered offered(int days) {
        return new ApplicationState.Offered(NOW, offer(9, days));
    }

    private static JobState published(int days) {
        return new JobState.Published(NOW.minus(LONG), at(days));
    }

    private static Offer offer(int startsIn, int expiresIn) {
        return new Offer(1, SampleHirings.OFFER.pay(), day(startsIn), at(expiresIn));
    }

    private static LocalDate day(int in) {
        return LocalDate.ofInstant(NOW, ZoneOffset.UTC).plusDays(in);
    }

    private static Instant at(int days) {
        return NOW.plus(Duration.ofDays(days));
    }
}
