package dev.rozgar.application.posting;

import static dev.rozgar.application.change.Scene.a;
import static dev.rozgar.application.change.Scene.codes;
import static dev.rozgar.application.change.Scene.done;
import static dev.rozgar.application.change.Scene.recruiter;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rozgar.application.access.Access.Verdict;
import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Role;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Changed;
import dev.rozgar.application.change.ReadHistory;
import dev.rozgar.application.change.Scene;
import dev.rozgar.application.change.Subject;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transition;
import dev.rozgar.application.company.SampleCompanies;
import dev.rozgar.domain.InvalidValues;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.CompanyState;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.JobMove;
import dev.rozgar.domain.job.JobState;
import dev.rozgar.domain.job.Openings;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class JobUseCasesTest {
    private final Scene scene = new Scene();
    private final CompanyId company = scene.company();
    private final MoveJob move = new MoveJob(scene.transactions, scene.clock);

    @Test
    void publishesWhatAVerifiedCompanyPosts() {
        var job = scene.published(company, 1);

        assertEquals(
                List.of(
                        "CREATE - DRAFT by recruiter",
                        "SUBMIT DRAFT IN_REVIEW by recruiter",
                        "APPROVE IN_REVIEW PUBLISHED by system:rules"),
                scene.log(Subject.Kind.JOB, job.id().value()));
        assertEquals(job, scene.job(job.id()));
    }

    @Test
    void keepsWhatAnUnverifiedCompanyPostsForAModerator() {
        var unknown = scene.company(
                new CompanyState.Unverified(Optional.of(SampleCompanies.NOW)), SampleCompanies.profile("new", "New"));

        assertEquals(
                JobState.Kind.IN_REVIEW, scene.published(unknown, 1).state().kind());
    }

    @Test
    void refusesAJobOfACompanyThatIsNotThere() {
        assertEquals(List.of("UNKNOWN_COMPANY"), codes(post(a(Role.OPERATOR), new CompanyId(99), Terms.usual())));
    }

    @Test
    void letsNobodyPostForAnotherCompany() {
        assertEquals(denied(Verdict.HIDDEN), post(recruiter(new CompanyId(99)), company, Terms.usual()));
    }

    @Test
    void writesNothingThatIsOnlyToBeValidated() {
        var terms = new Terms<Changed<Job>>(true, Sync.ACCEPTED, Optional.empty());
        int before = scene.transactions.commits();
        var job = done(post(recruiter(company), company, terms));

        assertEquals(before, scene.transactions.commits());
        assertEquals(JobState.Kind.PUBLISHED, job.thing().state().kind());
        assertEquals(List.of(), scene.log(Subject.Kind.JOB, job.thing().id().value()));
    }

    @Test
    void movesAJobAndSaysWhoDidItWhyAndForWhom() {
        var job = scene.published(company, 1);
        var moved = done(move(recruiter(company), job.id(), new JobMove.Close("found one")));

        var line = moved.lines().getFirst();
        assertEquals(4, line.sequence());
        assertEquals(Optional.of("found one"), line.reason());
        assertEquals(new Transition.Actor("RECRUITER", "recruiter", Optional.of("Asha herself")), line.actor());
        assertEquals(List.of(2L, 2L, 2L), List.of(moved.version(), moved.thing().version(), line.version()));
    }

    @Test
    void approvesAtOnceWhatAVerifiedCompanySubmits() {
        var draft = done(new PostJob(scene.transactions, scene.clock)
                .handle(
                        recruiter(company),
                        new PostJob.Command(company, SampleJobs.content("Cook"), true),
                        Terms.usual()));
        var moved = done(move(recruiter(company), draft.thing().id(), new JobMove.Submit()));

        assertEquals(JobState.Kind.PUBLISHED, moved.thing().state().kind());
        assertEquals(
                List.of("recruiter", "system:rules"),
                moved.lines().stream().map(line -> line.actor().subject()).toList());
    }

    @Test
    void refusesAMoveAndSaysWhereTheJobStands() {
        var job = scene.published(company, 1);
        var answer = move(recruiter(company), job.id(), new JobMove.Submit());

        assertEquals(List.of("MOVE_NOT_PERMITTED"), codes(answer));
        var situation = ((Answer.Refused<Changed<Job>>) answer).situation().orElseThrow();
        assertEquals(new Answer.Situation("PUBLISHED", 1, List.of("PAUSE", "FILL", "CLOSE")), situation);
    }

    @Test
    void answersAnotherVersionWithTheStoredOne() {
        var job = scene.published(company, 1);

        assertEquals(
                new Answer.Stale<>(1),
                move.handle(
                        recruiter(company),
                        new MoveJob.Command(job.id(), new JobMove.Pause(), Optional.empty(), OptionalLong.of(7)),
                        Terms.usual()));
    }

    @Test
    void refusesAMoveFromAStateThatIsNotTheJobs() {
        var job = scene.published(company, 1);

        assertEquals(
                List.of("FROM_STATE_DIFFERS"),
                codes(move.handle(
                        recruiter(company),
                        new MoveJob.Command(
                                job.id(), new JobMove.Pause(), Optional.of(JobState.Kind.DRAFT), OptionalLong.empty()),
                        Terms.usual())));
    }

    @Test
    void hidesAJobFromAnotherCompany() {
        var job = scene.published(company, 1);

        assertEquals(denied(Verdict.HIDDEN), move(recruiter(new CompanyId(99)), job.id(), new JobMove.Pause()));
        assertEquals(
                new Answer.Denied<>(Verdict.HIDDEN),
                new ViewJob(scene.transactions, scene.clock).handle(recruiter(new CompanyId(99)), job.id()));
    }

    @Test
    void tellsARoleWithoutTheRightNothingOfWhatExists() {
        assertEquals(denied(Verdict.FORBIDDEN), move(a(Role.FINANCE), new JobId(404), new JobMove.Pause()));
        assertEquals(denied(Verdict.UNKNOWN_CALLER), move(Identity.ANONYMOUS, new JobId(404), new JobMove.Pause()));
    }

    @Test
    void knowsWhatIsMissingFromWhatIsGone() {
        var job = scene.published(company, 1);
        done(new RemoveJob(scene.transactions, scene.clock)
                .handle(recruiter(company), new RemoveJob.Command(job.id(), OptionalLong.of(1)), Terms.usual()));

        assertInstanceOf(Answer.Gone.class, move(recruiter(company), job.id(), new JobMove.Pause()));
        assertInstanceOf(Answer.Missing.class, move(recruiter(company), new JobId(404), new JobMove.Pause()));
    }

    @Test
    void keepsTheTakenSeatsWhateverAnEditorSays() {
        var job = scene.published(company, 3);
        scene.run(space -> {
            space.jobs()
                    .save(Scene.accepted(
                            space.jobs().lock(job.id()).orElseThrow().seated(2, scene.clock.instant())));
            return job;
        });
        done(edit(job.id(), new Openings(5, 0)));

        assertEquals(new Openings(5, 2), scene.job(job.id()).content().openings());
        var fewer = assertThrows(InvalidValues.class, () -> edit(job.id(), new Openings(1, 0)));
        assertEquals("/openings/total", fewer.faults().getFirst().pointer());
    }

    @Test
    void fillsAJobThatAnEditorLeavesNoSeat() {
        var job = scene.published(company, 3);
        scene.run(space -> {
            space.jobs()
                    .save(Scene.accepted(
                            space.jobs().lock(job.id()).orElseThrow().seated(2, scene.clock.instant())));
            return job;
        });
        var changed = done(edit(job.id(), new Openings(2, 0)));

        assertEquals(JobState.Kind.FILLED, scene.job(job.id()).state().kind());
        assertEquals("FILL", changed.lines().getLast().move());
    }

    @Test
    void runsWorkAgainThatCouldNotBeSerialised() {
        var job = scene.published(company, 1);
        scene.transactions.failCommits(2);
        var runs = new AtomicInteger();
        done(new EditJob(scene.transactions, scene.clock)
                .handle(
                        recruiter(company),
                        new EditJob.Command(job.id(), OptionalLong.empty(), stored -> {
                            runs.incrementAndGet();
                            return stored.content();
                        }),
                        Terms.usual()));

        assertEquals(3, runs.get());
        assertEquals(2, scene.job(job.id()).version());
    }

    @Test
    void showsTheHistoryToThoseWhoMaySeeTheJob() {
        var job = scene.published(company, 1);
        var history = new ReadHistory(scene.transactions, scene.transactions.log(), scene.clock);
        var subject = new Subject(Subject.Kind.JOB, job.id().value());

        assertEquals(
                List.of(2L, 3L),
                done(history.handle(a(Role.MODERATOR), subject, 1, 10)).stream()
                        .map(Transition::sequence)
                        .toList());
        assertEquals(new Answer.Denied<>(Verdict.HIDDEN), history.handle(recruiter(new CompanyId(99)), subject, 0, 10));
    }

    @Test
    void theHistoryOfWhatWasRemovedIsForThoseWhoReadEverybodys() {
        var job = scene.published(company, 1);
        var command = new RemoveJob.Command(job.id(), OptionalLong.empty());
        done(new RemoveJob(scene.transactions, scene.clock).handle(recruiter(company), command, Terms.usual()));
        var history = new ReadHistory(scene.transactions, scene.transactions.log(), scene.clock);
        var subject = new Subject(Subject.Kind.JOB, job.id().value());

        assertEquals(
                "REMOVE",
                done(history.handle(a(Role.MODERATOR), subject, 0, 10))
                        .getLast()
                        .move());
        assertEquals(new Answer.Gone<>(), history.handle(recruiter(company), subject, 0, 10));
    }

    private Answer<Changed<Job>> post(Identity who, CompanyId of, Terms<Changed<Job>> terms) {
        return new PostJob(scene.transactions, scene.clock)
                .handle(who, new PostJob.Command(of, SampleJobs.content("Cook"), false), terms);
    }

    private Answer<Changed<Job>> move(Identity who, JobId id, JobMove what) {
        return move.handle(who, new MoveJob.Command(id, what, Optional.empty(), OptionalLong.empty()), Terms.usual());
    }

    private Answer<Changed<Job>> edit(JobId id, Openings openings) {
        return new EditJob(scene.transactions, scene.clock)
                .handle(
                        recruiter(company),
                        new EditJob.Command(
                                id,
                                OptionalLong.empty(),
                                stored -> stored.content().with(openings)),
                        Terms.usual());
    }

    private static Answer<Changed<Job>> denied(Verdict verdict) {
        return new Answer.Denied<>(verdict);
    }

    @Test
    void tellsNobodyElseOfARemovedDraft() {
        var draft = new PostJob.Command(company, SampleJobs.content("Delivery rider"), true);
        var id = done(new PostJob(scene.transactions, scene.clock).handle(recruiter(company), draft, Terms.usual()))
                .thing()
                .id();
        done(new RemoveJob(scene.transactions, scene.clock)
                .handle(recruiter(company), new RemoveJob.Command(id, OptionalLong.empty()), Terms.usual()));
        var view = new ViewJob(scene.transactions, scene.clock);
        var history = new ReadHistory(scene.transactions, scene.transactions.log(), scene.clock);
        var subject = new Subject(Subject.Kind.JOB, id.value());
        var stranger = recruiter(new CompanyId(404));

        assertInstanceOf(Answer.Missing.class, view.handle(stranger, id));
        assertInstanceOf(Answer.Missing.class, history.handle(stranger, subject, 0, 9));
        assertInstanceOf(Answer.Gone.class, view.handle(recruiter(company), id));
        assertInstanceOf(Answer.Gone.class, view.handle(Scene.a(Role.MODERATOR), id));
    }
}
