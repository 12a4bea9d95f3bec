package dev.rozgar.application.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.domain.hiring.ApplicationState;
import dev.rozgar.domain.hiring.InterviewMode;
import dev.rozgar.domain.hiring.InterviewSlot;
import dev.rozgar.domain.hiring.JobApplication;
import dev.rozgar.domain.hiring.Rejection;
import dev.rozgar.domain.hiring.Seat;
import dev.rozgar.domain.job.Job;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every desk of hiring tells in one reading of an application or of all that are open. An implementation's
/// test says only how to open its store.
public abstract class HiringDeskContract extends OpenHiring {
    @Test
    void tellsAllThatAMoveHangsOn() {
        var job = job(2, 0);
        var candidate = candidate();
        var slot = slot(job);
        var sent = sent(job, candidate, new ApplicationState.Shortlisted(NOW));

        var docket = docket(sent, Optional.of(slot)).orElseThrow();

        assertEquals(Optional.of(job.id()), docket.job().map(Job::id));
        assertEquals(sent.id(), docket.application().id());
        assertEquals(Optional.of(candidate), docket.candidate());
        assertEquals(Optional.of(new Seat(1)), docket.freeSeat());
        assertEquals(List.of(slot), docket.slots());
        assertEquals(false, docket.otherLive());
    }

    @Test
    void tellsOfTheSlotThatIsHeldAndOfTheOneThatARejectionFreed() {
        var job = job(1, 0);
        var held = slot(job);
        var asked = slot(job);
        var scheduled = new ApplicationState.InterviewScheduled(NOW, held.id(), held.start(), 0);
        var rejection = new Rejection("Others fit better", Optional.empty(), Optional.empty());
        var coming = sent(job, candidate(), scheduled);
        var rejected = sent(job, candidate(), new ApplicationState.Rejected(NOW, rejection, scheduled));

        assertEquals(
                List.of(held, asked),
                docket(coming, Optional.of(asked)).orElseThrow().slots());
        assertEquals(
                List.of(held), docket(rejected, Optional.empty()).orElseThrow().slots());
    }

    @Test
    void tellsOfNoSlotOfAnotherJob() {
        var sent = sent(job(1, 0), candidate(), new ApplicationState.Shortlisted(NOW));

        assertEquals(
                List.of(),
                docket(sent, Optional.of(slot(job(1, 0)))).orElseThrow().slots());
    }

    @Test
    void tellsOfTheLowestSeatThatNobodyHas() {
        var job = job(3, 1);
        var sent = sent(job, candidate(), new ApplicationState.Applied(NOW));
        run(space -> {
            space.hiring().take(job.id(), new Seat(1), sent.id());
            return sent;
        });

        assertEquals(
                Optional.of(new Seat(2)),
                docket(sent, Optional.empty()).orElseThrow().freeSeat());
    }

    @Test
    void tellsOfNoSeatWhereAllWereFilledElsewhere() {
        var sent = sent(job(1, 1), candidate(), new ApplicationState.Applied(NOW));

        assertEquals(
                Optional.empty(), docket(sent, Optional.empty()).orElseThrow().freeSeat());
    }

    @Test
    void tellsOfAnotherLiveApplicationForTheJob() {
        var job = job(1, 0);
        var candidate = candidate();
        var withdrawn = sent(job, candidate, new ApplicationState.Withdrawn(NOW, Optional.empty()));
        var live = sent(job, candidate, new ApplicationState.Applied(NOW));

        assertEquals(true, docket(withdrawn, Optional.empty()).orElseThrow().otherLive());
        assertEquals(false, docket(live, Optional.empty()).orElseThrow().otherLive());
    }

    @Test
    void tellsOfAnApplicationWhoseJobWasRemoved() {
        var job = job(1, 0);
        var sent = sent(job, candidate(), new ApplicationState.Offered(NOW, HiringSamples.offer(NOW)));
        run(space -> {
            space.jobs().remove(space.jobs().lock(job.id()).orElseThrow(), NOW);
            return job;
        });

        assertEquals(
                Optional.empty(), docket(sent, Optional.empty()).orElseThrow().job());
    }

    @Test
    void knowsNoApplicationThatWasNeverSent() {
        assertEquals(
                Optional.empty(),
                run(space -> space.hiring().lock(space.hiring().nextApplication(), Optional.empty())));
    }

    /// What is locked so can be saved and logged like what is locked by itself.
    @Test
    void letsTheJobAndTheApplicationBeSavedAndLogged() {
        var sent = sent(job(2, 0), candidate(), new ApplicationState.Applied(NOW));

        long version = run(space -> {
            var docket = space.hiring().lock(sent.id(), Optional.empty()).orElseThrow();
            space.hiring().save(docket.application());
            space.jobs().save(docket.job().orElseThrow());
            space.log(HiringSamples.line(
                    new Subject(Subject.Kind.APPLICATION, sent.id().value())));
            space.log(
                    HiringSamples.line(new Subject(Subject.Kind.JOB, sent.job().value())));
            return docket.application().version();
        });

        assertEquals(
                version + 1,
                docket(sent, Optional.empty()).orElseThrow().application().version());
    }

    @Test
    void endsWhatIsOpenAndTheSlotsItHolds() {
        var job = job(1, 0);
        var held = slot(job);
        slot(job);
        var waiting = sent(job, candidate(), new ApplicationState.Applied(NOW));
        var coming = sent(job, candidate(), new ApplicationState.InterviewScheduled(NOW, held.id(), held.start(), 0));
        sent(job, candidate(), new ApplicationState.Offered(NOW, HiringSamples.offer(NOW)));

        var ending = run(space -> space.hiring().open(job.id(), 9));

        assertEquals(
                List.of(waiting.id(), coming.id()),
                ending.open().stream().map(JobApplication::id).toList());
        assertEquals(List.of(held), ending.slots());
        assertEquals(
                1,
                this.<Ending>run(space -> space.hiring().open(job.id(), 1))
                        .open()
                        .size());
    }

    private Optional<Docket> docket(JobApplication sent, Optional<InterviewSlot> asked) {
        return run(space -> space.hiring().lock(sent.id(), asked.map(InterviewSlot::id)));
    }

    private InterviewSlot slot(Job job) {
        return run(space -> {
            var slot = new InterviewSlot(
                    space.hiring().nextSlot(),
                    job.id(),
                    NOW,
                    NOW.plusSeconds(60),
                    Optional.empty(),
                    InterviewMode.PHONE,
                    3,
                    1);
            space.hiring().save(slot);
            return slot;
        });
    }
}
