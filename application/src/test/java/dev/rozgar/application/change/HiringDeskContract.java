package dev.rozgar.application.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.application.posting.SampleJobs;
import dev.rozgar.domain.PhoneNumber;
import dev.rozgar.domain.hiring.ApplicationForm;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.hiring.ApplicationSource;
import dev.rozgar.domain.hiring.ApplicationState;
import dev.rozgar.domain.hiring.Candidate;
import dev.rozgar.domain.hiring.CandidateId;
import dev.rozgar.domain.hiring.Consent;
import dev.rozgar.domain.hiring.InterviewMode;
import dev.rozgar.domain.hiring.InterviewSlot;
import dev.rozgar.domain.hiring.JobApplication;
import dev.rozgar.domain.hiring.Letter;
import dev.rozgar.domain.hiring.Rejection;
import dev.rozgar.domain.hiring.Seat;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.Openings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every desk of hiring tells in one reading. An implementation's test says only how to open its store.
public abstract class HiringDeskContract extends OpenStore {
    private static final Instant NOW = SampleJobs.NOW;

    @Test
    void tellsAllThatAMoveHangsOn() {
        var job = job(2, 0);
        var candidate = candidate();
        var slot = slot(job);
        var sent = sent(job, candidate, new ApplicationState.Shortlisted(NOW));

        var docket = docket(sent, Optional.of(slot)).orElseThrow();

        assertEquals(Optional.of(job.id()), docket.job().map(Job::id));
        assertEquals(sent.id(), docket.application().id());
        assertEquals(candidate, docket.candidate());
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
    void receivesWhoeverIsMeantByIdOrByPhone() {
        var job = job(1, 0);
        var one = candidate();
        var other = candidate();
        var stranger = new PhoneNumber("+15550100000");
        sent(job, one, new ApplicationState.Applied(NOW));

        var both = receive(job.id(), Optional.of(one.id()), Optional.of(other.phone()));
        assertEquals(Optional.of(one), both.candidate(one.id()));
        assertEquals(Optional.of(other), both.candidate(other.phone()));
        assertEquals(Set.of(one.id()), both.applied());
        assertEquals(ApplicationForm.NONE, both.form());
        assertEquals(
                List.of(),
                receive(job.id(), Optional.empty(), Optional.of(stranger)).known());
    }

    @Test
    void remembersWhoAppliedBefore() {
        var job = job(1, 0);
        var again = candidate();
        sent(job, again, new ApplicationState.Withdrawn(NOW, Optional.empty()));
        var first = candidate();
        sent(job(1, 0), first, new ApplicationState.Applied(NOW));

        assertEquals(
                Set.of(again.id()),
                receive(job.id(), Optional.of(again.id()), Optional.of(first.phone()))
                        .before());
        assertEquals(
                Set.of(),
                receive(job.id(), Optional.of(again.id()), Optional.empty()).applied());
    }

    @Test
    void takesWhatIsTurnedDownInSilenceForLiveUntilItIsTold() {
        var job = job(1, 0);
        var waiting = candidate();
        var told = candidate();
        sent(job, waiting, rejected("Others fit", Optional.of(NOW.plusMillis(1))));
        sent(job, told, rejected("Others fit", Optional.of(NOW)));

        assertEquals(
                Set.of(waiting.id()),
                receive(job.id(), Optional.of(waiting.id()), Optional.of(told.phone()))
                        .applied());
    }

    @Test
    void remembersWhatKnockedSomebodyOutTheLastTime() {
        var job = job(1, 0);
        var out = candidate();
        var turnedDown = candidate();
        save(job, letter(out, "first"), rejected(Rejection.KNOCKOUT, Optional.empty()));
        save(job, letter(out, "last"), rejected(Rejection.KNOCKOUT, Optional.empty()));
        save(job, letter(turnedDown, "only"), rejected("Others fit", Optional.empty()));

        assertEquals(
                Map.of(out.id(), List.of(new dev.rozgar.domain.hiring.Answer("licence", List.of("last")))),
                receive(job.id(), Optional.of(out.id()), Optional.of(turnedDown.phone()))
                        .knockedOut());
    }

    @Test
    void knowsWhichPartnerHasBroughtSomebodyWhoStillHopes() {
        var job = job(1, 0);
        save(job, letter(candidate(), "x", "key:live"), new ApplicationState.Applied(NOW));
        save(job, letter(candidate(), "x", "key:silent"), rejected("No", Optional.of(NOW.plusMillis(1))));
        save(job, letter(candidate(), "x", "key:over"), rejected("No", Optional.empty()));

        assertEquals(List.of(true, true, false, false), brought(job, "key:live", "key:silent", "key:over", "key:else"));
        assertEquals(List.of(false), brought(job(1, 0), "key:live"));
    }

    private List<Boolean> brought(Job job, String... partners) {
        return run(space -> Stream.of(partners)
                .map(partner -> space.hiring().hasBrought(job.id(), partner, NOW))
                .toList());
    }

    private static ApplicationState rejected(String reason, Optional<Instant> notifyAt) {
        var rejection = new Rejection(reason, Optional.empty(), notifyAt);
        return new ApplicationState.Rejected(NOW, rejection, new ApplicationState.Applied(NOW));
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

    private Reception receive(JobId job, Optional<CandidateId> id, Optional<PhoneNumber> phone) {
        return run(space -> space.hiring().receive(job, id, phone, NOW));
    }

    private Job job(int seats, int filled) {
        return run(space -> {
            var company = newCompany(space);
            var plain = SampleJobs.plain(space.jobs().nextId(), company);
            var job = SampleJobs.in(
                    plain.id(), company, plain.state(), plain.content().with(new Openings(seats, filled)));
            space.jobs().save(job);
            return job;
        });
    }

    private Candidate candidate() {
        return run(space -> {
            var id = space.hiring().nextCandidate();
            var phone = new PhoneNumber("+9198" + String.format("%08d", id.value() % 100_000_000));
            var made = new Candidate(id, "Ravi", phone, Optional.of(NOW), Optional.empty());
            space.hiring().add(made);
            return made;
        });
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

    private JobApplication sent(Job job, Candidate candidate, ApplicationState state) {
        return save(job, letter(candidate, List.of(), ApplicationSource.BOARD), state);
    }

    private static Letter letter(Candidate candidate, String licence) {
        var answer = new dev.rozgar.domain.hiring.Answer("licence", List.of(licence));
        return letter(candidate, List.of(answer), ApplicationSource.BOARD);
    }

    private static Letter letter(Candidate candidate, String licence, String partner) {
        var plain = letter(candidate, licence);
        return letter(candidate, plain.answers(), plain.source().broughtBy(Optional.of(partner)));
    }

    private static Letter letter(
            Candidate candidate, List<dev.rozgar.domain.hiring.Answer> answers, ApplicationSource source) {
        var consent = new Consent(true, true, Optional.empty(), Optional.empty());
        return new Letter(candidate.id(), answers, source, consent, Optional.empty());
    }

    private JobApplication save(Job job, Letter letter, ApplicationState state) {
        return run(space -> {
            ApplicationId id = space.hiring().nextApplication();
            var made = new JobApplication(id, job.id(), job.company(), letter, state, 0, NOW, NOW);
            space.hiring().save(made);
            return made;
        });
    }
}
