package dev.rozgar.application.hiring;

import static dev.rozgar.application.change.Scene.codes;
import static dev.rozgar.application.change.Scene.done;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.InMemoryReading;
import dev.rozgar.application.change.Scene;
import dev.rozgar.application.change.Subject;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.posting.CloseApplications;
import dev.rozgar.application.posting.Closing;
import dev.rozgar.application.posting.MoveJob;
import dev.rozgar.application.posting.RemoveJob;
import dev.rozgar.domain.billing.LineKind;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.ApplicationMove;
import dev.rozgar.domain.hiring.ApplicationState;
import dev.rozgar.domain.hiring.InterviewMode;
import dev.rozgar.domain.hiring.InterviewSlot;
import dev.rozgar.domain.hiring.JobApplication;
import dev.rozgar.domain.hiring.Rejection;
import dev.rozgar.domain.hiring.Seat;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobMove;
import dev.rozgar.domain.job.JobState;
import dev.rozgar.domain.job.Openings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SideEffectsTest {
    private final Scene scene = new Scene();
    private final People people = new People(scene);
    private final CompanyId company = scene.company();

    @Test
    void takesASeatWithAnAcceptedOffer() {
        var job = scene.published(company, 2);
        var hired = people.hired(job.id());

        assertEquals(new Openings(2, 1), openings(job));
        assertEquals(Optional.of(new Seat(2)), freeSeat(hired));
        assertEquals(JobState.Kind.PUBLISHED, state(job));
    }

    @Test
    void fillsTheJobWithTheLastSeatAndEndsTheOtherApplications() {
        var job = scene.published(company, 1);
        var waiting = people.applied(job.id());
        var offered = people.offered(job.id());
        people.hired(job.id());

        assertEquals(JobState.Kind.FILLED, state(job));
        assertEquals(ApplicationState.Kind.JOB_CLOSED, state(waiting));
        assertEquals(ApplicationState.Kind.OFFERED, state(offered));
        assertEquals(
                "FILL PUBLISHED FILLED by system:rules",
                scene.log(Subject.Kind.JOB, job.id().value()).getLast());
    }

    @Test
    void hiresAsManyAsThereAreSeatsWhenEverybodyAcceptsAtOnce() {
        var job = scene.published(company, 3);
        var offered =
                IntStream.range(0, 10).mapToObj(_ -> people.offered(job.id())).toList();
        List<Answer<?>> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, 50)
                    .mapToObj(i -> threads.submit(() -> people.accept(offered.get(i % 10))))
                    .toList();
            answers = running.stream().<Answer<?>>map(SideEffectsTest::answer).toList();
        }

        assertEquals(3, answers.stream().filter(Answer.Done.class::isInstance).count());
        assertEquals(new Openings(3, 3), openings(job));
        assertEquals(
                1,
                scene.log(Subject.Kind.JOB, job.id().value()).stream()
                        .filter(line -> line.startsWith("FILL "))
                        .count());
    }

    @Test
    void freesTheSeatOfWhoeverNeverCame() {
        var job = scene.published(company, 2);
        var hired = people.hired(job.id());
        scene.clock.forward(Duration.ofDays(20));
        done(people.recruiter(hired, new ApplicationMove.Drop("never came")));

        assertEquals(new Openings(2, 0), openings(job));
        assertEquals(Optional.of(new Seat(1)), freeSeat(hired));
    }

    @Test
    void letsAnOfferBeAcceptedAfterTheJobHasEnded() {
        var job = scene.published(company, 2);
        var offered = people.offered(job.id());
        close(job);
        done(people.accept(offered));

        assertEquals(JobState.Kind.CLOSED, state(job));
        assertEquals(new Openings(2, 1), openings(job));
    }

    @Test
    void holdsAndFreesAPlaceInAnInterviewSlot() {
        var job = scene.published(company, 1);
        var slot = slot(job, 2);
        var other = slot(job, 1);
        var sent = people.shortlisted(job.id());
        done(people.candidate(sent, new ApplicationMove.ScheduleInterview(slot.id())));
        assertEquals(List.of(1, 0), List.of(booked(slot), booked(other)));

        done(people.candidate(sent, new ApplicationMove.Reschedule(other.id())));
        assertEquals(List.of(0, 1), List.of(booked(slot), booked(other)));

        done(people.candidate(sent, new ApplicationMove.Withdraw(Optional.empty())));
        assertEquals(List.of(0, 0), List.of(booked(slot), booked(other)));
    }

    @Test
    void refusesAFullSlot() {
        var job = scene.published(company, 1);
        var slot = slot(job, 1);
        done(people.candidate(people.shortlisted(job.id()), new ApplicationMove.ScheduleInterview(slot.id())));

        assertEquals(
                List.of("SLOT_FULL"),
                codes(people.candidate(
                        people.shortlisted(job.id()), new ApplicationMove.ScheduleInterview(slot.id()))));
    }

    @Test
    void freesEveryPlaceOfASlotWhenTheJobEnds() {
        var job = scene.published(company, 1);
        var slot = slot(job, 3);
        for (int i = 0; i < 3; i++) {
            done(people.candidate(people.shortlisted(job.id()), new ApplicationMove.ScheduleInterview(slot.id())));
        }
        close(job);

        assertEquals(0, booked(slot));
    }

    @Test
    void takesBackARejectionWithTheSeatItHadFreed() {
        var job = scene.published(company, 2);
        var hired = people.hired(job.id());
        done(people.recruiter(
                hired, new ApplicationMove.Reject(new Rejection("mistake", Optional.empty(), Optional.empty()))));
        assertEquals(new Openings(2, 0), openings(job));

        done(people.recruiter(hired, new ApplicationMove.Unreject()));
        assertEquals(new Openings(2, 1), openings(job));
    }

    @Test
    void chargesAnInterviewAndAJoiningOnce() {
        var job = scene.published(company, 1);
        var slot = slot(job, 1);
        var sent = people.shortlisted(job.id());
        done(people.candidate(sent, new ApplicationMove.ScheduleInterview(slot.id())));
        scene.clock.forward(Duration.ofDays(2));
        done(people.recruiter(sent, new ApplicationMove.Attend()));
        var hired = people.hired(scene.published(company, 1).id());
        scene.clock.forward(Duration.ofDays(20));
        done(people.recruiter(hired, new ApplicationMove.ConfirmJoining()));

        assertEquals(List.of(1L, 1L), List.of(charged(LineKind.PER_INTERVIEW), charged(LineKind.PER_JOINING)));
    }

    @Test
    void chargesAJobThatIsShownAgainOnlyOnce() {
        var job = scene.published(company, 1);
        close(job);
        var until = scene.clock.instant().plus(Duration.ofDays(9));
        done(moveJob(Scene.recruiter(company), job, new JobMove.Reopen(until)));

        assertEquals(1, charged(LineKind.POST_FEE));
    }

    @Test
    void endsAHundredApplicationsWithTheJobAndLeavesTheRestToTheClock() {
        var job = scene.published(company, 1);
        var sent = IntStream.range(0, Closing.MOST + 20)
                .mapToObj(_ -> people.applied(job.id()))
                .toList();
        close(job);
        assertEquals(Closing.MOST, closed(sent));

        var rest = new CloseApplications(scene.transactions, scene.clock)
                .handle(Identity.system("clock"), new CloseApplications.Command(job.id()), Terms.usual());
        assertEquals(20, done(rest));
        assertEquals(sent.size(), closed(sent));
    }

    @Test
    void endsTheApplicationsOfAJobThatIsRemoved() {
        var job = scene.published(company, 1);
        var sent = people.applied(job.id());
        done(new RemoveJob(scene.transactions, scene.clock)
                .handle(
                        Scene.recruiter(company),
                        new RemoveJob.Command(job.id(), OptionalLong.empty()),
                        Terms.usual()));

        assertEquals(ApplicationState.Kind.JOB_CLOSED, state(sent));
    }

    private static Answer<?> answer(Future<? extends Answer<?>> running) {
        try {
            return running.get();
        } catch (ExecutionException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private InterviewSlot slot(Job job, int capacity) {
        var start = scene.clock.instant().plus(Duration.ofDays(1));
        return done(new OpenSlot(scene.transactions, scene.clock)
                .handle(
                        Scene.recruiter(company),
                        new OpenSlot.Command(
                                job.id(),
                                start,
                                start.plus(Duration.ofHours(2)),
                                Optional.empty(),
                                InterviewMode.PHONE,
                                capacity),
                        Terms.usual()));
    }

    private void close(Job job) {
        done(moveJob(Scene.recruiter(company), job, new JobMove.Close("enough")));
    }

    private Answer<?> moveJob(Identity who, Job job, JobMove move) {
        return new MoveJob(scene.transactions, scene.clock)
                .handle(
                        who,
                        new MoveJob.Command(job.id(), move, Optional.empty(), OptionalLong.empty()),
                        Terms.usual());
    }

    private int booked(InterviewSlot slot) {
        return new InMemoryReading(scene.transactions)
                .slot(slot.id())
                .orElseThrow()
                .booked();
    }

    private Optional<Seat> freeSeat(JobApplication sent) {
        return scene.run(space -> space.hiring().lock(sent.id(), Optional.empty()))
                .orElseThrow()
                .freeSeat();
    }

    private Openings openings(Job job) {
        return scene.job(job.id()).content().openings();
    }

    private JobState.Kind state(Job job) {
        return scene.job(job.id()).state().kind();
    }

    private ApplicationState.Kind state(JobApplication sent) {
        return people.stored(sent).state().kind();
    }

    private long closed(List<JobApplication> sent) {
        return sent.stream()
                .filter(one -> state(one) == ApplicationState.Kind.JOB_CLOSED)
                .count();
    }

    private long charged(LineKind kind) {
        var later = scene.clock.instant().plus(Duration.ofDays(365));
        return scene.run(space -> space.billing().uncharged(company, later)).stream()
                .filter(charge -> charge.kind() == kind)
                .count();
    }
}
