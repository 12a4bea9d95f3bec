package dev.rozgar.application.hiring;

import static dev.rozgar.application.change.Scene.codes;
import static dev.rozgar.application.change.Scene.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.access.Access.Verdict;
import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Role;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Changed;
import dev.rozgar.application.change.InMemoryReading;
import dev.rozgar.application.change.ReadHistory;
import dev.rozgar.application.change.Scene;
import dev.rozgar.application.change.Subject;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transition;
import dev.rozgar.application.change.View;
import dev.rozgar.application.hiring.ListApplications.Of;
import dev.rozgar.domain.PhoneNumber;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.hiring.ApplicationMove;
import dev.rozgar.domain.hiring.ApplicationMove.Trigger;
import dev.rozgar.domain.hiring.ApplicationState.Kind;
import dev.rozgar.domain.hiring.InterviewMode;
import dev.rozgar.domain.hiring.InterviewSlot;
import dev.rozgar.domain.hiring.InterviewSlotId;
import dev.rozgar.domain.hiring.JobApplication;
import dev.rozgar.domain.hiring.Rejection;
import dev.rozgar.domain.job.JobId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// What those see and may do who wait for an employer's decision: the candidate and the partner that brought it.
class WhoWaitsTest {
    private static final Duration SILENCE = Duration.ofDays(2);
    private static final Identity OURS = Identity.of(Role.PARTNER, "key:ours");
    private static final Identity THEIRS = Identity.of(Role.PARTNER, "key:theirs");

    private final Scene scene = new Scene();
    private final People people = new People(scene);
    private final CompanyId company = scene.company();
    private final Identity recruiter = Scene.recruiter(company);
    private final JobId job = scene.published(company, 2).id();

    @Test
    void aPartnerArrangesAnInterviewForWhomItBrought() {
        var sent = shortlisted(OURS);

        assertEquals(
                Kind.INTERVIEW_SCHEDULED,
                done(people.move(OURS, sent.id(), schedule())).thing().state().kind());
        assertEquals(Kind.INTERVIEW_SCHEDULED, seen(OURS, sent.id()).state().kind());
    }

    @Test
    void anotherPartnersApplicationIsNotThere() {
        var sent = shortlisted(OURS);
        var hidden = new Answer.Denied<>(Verdict.HIDDEN);

        assertEquals(hidden, view(THEIRS, sent.id()));
        assertEquals(hidden, people.move(THEIRS, sent.id(), schedule()));
        assertEquals(hidden, history(THEIRS, sent.id()));
        assertEquals(hidden, slots(THEIRS));
        assertEquals(hidden, people.move(THEIRS, people.shortlisted(job).id(), schedule()));
    }

    @Test
    void aPartnerSeesTheSlotsOfAJobForWhichItBroughtSomebody() {
        shortlisted(OURS);
        schedule();

        assertEquals(1, done(slots(OURS)).size());
    }

    @Test
    void aPartnerDecidesNothingForTheCandidate() {
        var sent = shortlisted(OURS);

        assertEquals(
                new Answer.Denied<Changed<JobApplication>>(Verdict.FORBIDDEN),
                people.move(OURS, sent.id(), new ApplicationMove.Withdraw(Optional.empty())));
        assertEquals(new Answer.Denied<>(Verdict.HIDDEN), list(OURS, new Of.OfJob(job)));
    }

    @Test
    void whatASenderSaysOfAPartnerGivesNoRight() {
        var sent = people.applied(job);

        assertEquals(Optional.empty(), sent.letter().source().broughtBy());
        assertEquals(new Answer.Denied<>(Verdict.HIDDEN), view(OURS, sent.id()));
    }

    @Test
    void aSilentRejectionHasNotHappenedForWhoWaits() {
        var sent = shortlisted(OURS);
        var before = seen(OURS, sent.id());
        int lines = done(history(OURS, sent.id())).size();
        rejectLater(sent);
        var candidate = Scene.candidate(sent.letter().candidate());

        for (Identity who : List.of(candidate, OURS)) {
            assertEquals(before, seen(who, sent.id()));
            assertEquals(lines, done(history(who, sent.id())).size());
        }
        assertEquals(
                List.of(before),
                done(list(candidate, new Of.OfCandidate(sent.letter().candidate()))).stream()
                        .map(ApplicationFile::application)
                        .toList());
        assertEquals(Kind.REJECTED, seen(recruiter, sent.id()).state().kind());
        assertEquals(lines + 1, done(history(recruiter, sent.id())).size());
    }

    @Test
    void movesDuringTheSilenceTellNothing() {
        var sent = shortlisted(OURS);
        rejectLater(sent);
        var candidate = Scene.candidate(sent.letter().candidate());
        var refused = people.move(candidate, sent.id(), new ApplicationMove.Withdraw(Optional.empty()));

        assertEquals(List.of("UNDER_DECISION"), codes(refused));
        assertEquals(
                Optional.of(new Answer.Situation("SHORTLISTED", 2, List.of())),
                ((Answer.Refused<Changed<JobApplication>>) refused).situation());
        var fromSeen = new MoveApplication.Command(
                sent.id(),
                new ApplicationMove.Withdraw(Optional.empty()),
                Optional.of(Kind.SHORTLISTED),
                OptionalLong.of(2));
        assertEquals(
                List.of("UNDER_DECISION"),
                codes(new MoveApplication(scene.transactions, scene.clock).handle(candidate, fromSeen, Terms.usual())));
        var options = done(view(candidate, sent.id())).options();
        assertFalse(options.stream().anyMatch(option -> option.isPermitted()));
        assertFalse(options.stream().anyMatch(option -> option.trigger() == Trigger.UNREJECT));
    }

    @Test
    void nobodyLearnsOfItByApplyingAgainOrByTheSlots() {
        var sent = shortlisted(OURS);
        schedule();
        rejectLater(sent);
        var candidate = sent.letter().candidate();

        assertEquals(
                List.of("ALREADY_APPLIED"),
                codes(people.apply(Scene.candidate(candidate), job, new Applicant.Known(candidate))));
        assertEquals(1, done(slots(Scene.candidate(candidate))).size());
        assertEquals(1, done(slots(OURS)).size());
    }

    @Test
    void theSilenceEndsWhenItIsToBeTold() {
        var sent = shortlisted(OURS);
        rejectLater(sent);
        scene.clock.forward(SILENCE);
        var candidate = Scene.candidate(sent.letter().candidate());

        var file = done(view(candidate, sent.id())).thing();
        assertEquals(Optional.of("Others fit"), file.rejection().map(Rejection::reason));
        assertEquals(Optional.empty(), file.note());
        assertEquals(3, file.application().version());
        assertEquals("REJECT", done(history(candidate, sent.id())).getLast().move());
    }

    @Test
    void anEmployerReachesOnlyWhoAllowsIt() {
        var answer = new Apply(scene.transactions, scene.clock)
                .handle(OURS, People.command(job, introduced(), false), Terms.usual());
        var sent = done(answer).thing();

        assertFalse(done(view(recruiter, sent.id())).thing().reachable());
        assertTrue(done(view(Scene.candidate(sent.letter().candidate()), sent.id()))
                .thing()
                .reachable());
    }

    /// It may have named somebody whom it does not know.
    @Test
    void aPartnerIsToldNoNumber() {
        assertFalse(done(view(OURS, shortlisted(OURS).id())).thing().reachable());
    }

    private JobApplication shortlisted(Identity partner) {
        var sent = done(people.apply(partner, job, new Applicant.Known(people.candidate())))
                .thing();
        return done(people.recruiter(sent, new ApplicationMove.Shortlist())).thing();
    }

    private static Applicant introduced() {
        return new Applicant.Introduced("Meena", new PhoneNumber("+919876543210"), Optional.empty());
    }

    private void rejectLater(JobApplication sent) {
        var told = Optional.of(scene.clock.instant().plus(SILENCE));
        done(people.recruiter(
                sent, new ApplicationMove.Reject(new Rejection("Others fit", Optional.of("came late"), told))));
    }

    private ApplicationMove schedule() {
        InterviewSlotId id = scene.run(space -> {
            var start = scene.clock.instant().plus(Duration.ofDays(9));
            var slot = new InterviewSlot(
                    space.hiring().nextSlot(),
                    job,
                    start,
                    start.plusSeconds(600),
                    Optional.empty(),
                    InterviewMode.PHONE,
                    1,
                    0);
            space.hiring().save(slot);
            return slot.id();
        });
        return new ApplicationMove.ScheduleInterview(id);
    }

    private JobApplication seen(Identity who, ApplicationId id) {
        return done(view(who, id)).thing().application();
    }

    private Answer<View<ApplicationFile>> view(Identity who, ApplicationId id) {
        return new ViewApplication(scene.transactions, scene.clock).handle(who, id);
    }

    private Answer<List<Transition>> history(Identity who, ApplicationId id) {
        return new ReadHistory(scene.transactions, scene.transactions.log(), scene.clock)
                .handle(who, new Subject(Subject.Kind.APPLICATION, id.value()), 0, 99);
    }

    private Answer<List<InterviewSlot>> slots(Identity who) {
        return new ListSlots(scene.transactions, new InMemoryReading(scene.transactions), scene.clock)
                .handle(who, new ListSlots.Command(job, 99));
    }

    private Answer<List<ApplicationFile>> list(Identity who, Of of) {
        return new ListApplications(scene.transactions, new InMemoryReading(scene.transactions), scene.clock)
                .handle(who, new ListApplications.Command(of, Optional.empty(), 99));
    }
}
