package dev.rozgar.domain.hiring;

import static dev.rozgar.domain.hiring.SampleHiring.COMPANY;
import static dev.rozgar.domain.hiring.SampleHiring.DAY;
import static dev.rozgar.domain.hiring.SampleHiring.JOB;
import static dev.rozgar.domain.hiring.SampleHiring.NO;
import static dev.rozgar.domain.hiring.SampleHiring.NOW;
import static dev.rozgar.domain.hiring.SampleHiring.OTHER_SLOT;
import static dev.rozgar.domain.hiring.SampleHiring.SLOT;
import static dev.rozgar.domain.hiring.SampleHiring.accepted;
import static dev.rozgar.domain.hiring.SampleHiring.codes;
import static dev.rozgar.domain.hiring.SampleHiring.facts;
import static dev.rozgar.domain.hiring.SampleHiring.in;
import static dev.rozgar.domain.hiring.SampleHiring.letter;
import static dev.rozgar.domain.hiring.SampleHiring.slot;
import static dev.rozgar.domain.hiring.SampleHiring.state;
import static dev.rozgar.domain.hiring.SampleHiring.vacancy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.domain.Decision;
import dev.rozgar.domain.Refusal;
import dev.rozgar.domain.hiring.ApplicationMove.Trigger;
import dev.rozgar.domain.hiring.ApplicationState.Kind;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.JobState;
import dev.rozgar.domain.machine.Option;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class JobApplicationTest {
    private static final ApplicationId ID = new ApplicationId(5);
    private static final ApplicationForm FORM = new ApplicationForm(List.of(SampleHiring.licence()));

    @Test
    void anApplicationIsScreenedAtOnce() {
        var answer = JobApplication.apply(ID, letter(), vacancy(ApplicationForm.NONE), NOW);
        assertEquals(
                new Decision.Accepted<>(
                        new JobApplication(ID, JOB, COMPANY, letter(), new ApplicationState.Screened(NOW), 0, NOW, NOW),
                        List.of(
                                new HiringEvent.Applied(ID, JOB, NOW),
                                new HiringEvent.StateChanged(
                                        ID, JOB, Trigger.AUTO_SCREEN, Kind.APPLIED, Kind.SCREENED, NOW))),
                answer);
    }

    @Test
    void anAnswerCanKnockOut() {
        var sent = letter(new Answer("licence", List.of("none")));
        var application = accepted(JobApplication.apply(ID, sent, vacancy(FORM), NOW));
        assertEquals(
                new ApplicationState.Rejected(
                        NOW, Rejection.knockout(List.of("licence")), new ApplicationState.Applied(NOW)),
                application.state());
    }

    @Test
    void answersMustFitTheForm() {
        assertEquals(
                List.of("/answers/licence REQUIRED"),
                Refusal.of(() -> JobApplication.apply(ID, letter(), vacancy(FORM), NOW)));
    }

    @Test
    void everyReasonAgainstApplyingIsNamed() {
        var job = new Vacancy(
                JOB,
                COMPANY,
                new JobState.Draft(),
                Optional.of(NOW.minusMillis(1)),
                false,
                ApplicationForm.NONE,
                true,
                true);
        assertEquals(
                List.of("JOB_NOT_LIVE", "APPLY_BY_PASSED", "ALREADY_APPLIED", "KNOCKED_OUT"),
                codes(JobApplication.apply(ID, letter(), job, NOW)));
    }

    @Test
    void aJobTakesApplicationsUntilJustBeforeItsEndAndUpToItsLastMomentToApply() {
        var end = NOW.plus(DAY);
        var open = vacancy(ApplicationForm.NONE);
        var early =
                new Vacancy(JOB, COMPANY, open.state(), Optional.of(NOW), false, ApplicationForm.NONE, false, false);
        assertEquals(
                Kind.SCREENED,
                accepted(JobApplication.apply(ID, letter(), open, end.minusMillis(1)))
                        .state()
                        .kind());
        assertEquals(List.of("JOB_NOT_LIVE"), codes(JobApplication.apply(ID, letter(), open, end)));
        assertEquals(
                Kind.SCREENED,
                accepted(JobApplication.apply(ID, letter(), early, NOW)).state().kind());
        assertEquals(List.of("APPLY_BY_PASSED"), codes(JobApplication.apply(ID, letter(), early, NOW.plusMillis(1))));
    }

    @Test
    void aSlotOfAnotherJobIsNone() {
        var theirs = new InterviewSlot(
                SLOT,
                new JobId(8),
                NOW.plus(DAY),
                NOW.plus(DAY).plus(DAY),
                Optional.empty(),
                InterviewMode.VIDEO,
                5,
                0);
        assertEquals(
                List.of("SLOT_UNKNOWN"),
                codes(in(state(Kind.SHORTLISTED))
                        .move(new ApplicationMove.ScheduleInterview(SLOT), NOW, facts(theirs))));
    }

    @Test
    void aMoveTellsWhichSlotItNeeds() {
        var scheduled = in(state(Kind.INTERVIEW_SCHEDULED));
        var rejected = accepted(scheduled.move(new ApplicationMove.Reject(NO), NOW, facts()));
        assertEquals(Optional.of(OTHER_SLOT), scheduled.slotFor(new ApplicationMove.Reschedule(OTHER_SLOT)));
        assertEquals(Optional.of(SLOT), rejected.slotFor(new ApplicationMove.Unreject()));
        assertEquals(Optional.empty(), scheduled.slotFor(new ApplicationMove.Attend()));
    }

    @Test
    void aRowNeverGrowsYounger() {
        var moved = accepted(in(state(Kind.APPLIED)).move(new ApplicationMove.View(), NOW.minusSeconds(5), facts()));
        assertEquals(NOW, moved.updatedAt());
        assertEquals(NOW.minusSeconds(5), moved.enteredStateAt());
    }

    @Test
    void optionsNameTheReasonsAgainstEachMove() {
        var blocked = in(state(Kind.OFFERED)).options(NOW, SampleHiring.withoutSeat()).stream()
                .collect(Collectors.toMap(
                        Option::trigger,
                        option -> option.blockedBy().stream()
                                .map(reason -> reason.code())
                                .toList()));
        assertEquals(
                Map.of(
                        Trigger.OFFER, List.of("NO_OPENINGS_LEFT"),
                        Trigger.ACCEPT, List.of("NO_OPENINGS_LEFT"),
                        Trigger.LAPSE, List.of("TOO_EARLY"),
                        Trigger.DECLINE, List.of(),
                        Trigger.REJECT, List.of(),
                        Trigger.WITHDRAW, List.of()),
                blocked);
    }

    @Test
    void anInterviewIsAnOptionBeforeASlotIsNamed() {
        var schedule = in(state(Kind.SHORTLISTED)).options(NOW, facts()).stream()
                .filter(option -> option.trigger() == Trigger.SCHEDULE_INTERVIEW)
                .toList();
        assertEquals(
                List.of(new Option<>(Trigger.SCHEDULE_INTERVIEW, Optional.of(Kind.INTERVIEW_SCHEDULED), List.of())),
                schedule);
    }

    @Test
    void anOptionWithANamedSlotIsJudgedByThatSlot() {
        var schedule = in(state(Kind.SHORTLISTED)).options(NOW, facts(slot(SLOT, 1, 1))).stream()
                .filter(option -> option.trigger() == Trigger.SCHEDULE_INTERVIEW)
                .flatMap(option -> option.blockedBy().stream())
                .map(reason -> reason.code())
                .toList();
        assertEquals(List.of("SLOT_FULL"), schedule);
    }
}
