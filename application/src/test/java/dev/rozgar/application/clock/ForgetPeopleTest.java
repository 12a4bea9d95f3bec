package dev.rozgar.application.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.rozgar.application.access.Role;
import dev.rozgar.application.billing.PriceList;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.InMemoryPersonalData;
import dev.rozgar.application.change.InMemoryReading;
import dev.rozgar.application.change.Scene;
import dev.rozgar.application.change.Subject;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transition;
import dev.rozgar.application.hiring.Applicant;
import dev.rozgar.application.hiring.ApplicationFile;
import dev.rozgar.application.hiring.Apply;
import dev.rozgar.application.hiring.MoveApplication;
import dev.rozgar.application.hiring.ViewApplication;
import dev.rozgar.domain.PhoneNumber;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.ApplicationMove;
import dev.rozgar.domain.hiring.ApplicationSource;
import dev.rozgar.domain.hiring.ApplicationState;
import dev.rozgar.domain.hiring.Consent;
import dev.rozgar.domain.hiring.JobApplication;
import dev.rozgar.domain.hiring.Rejection;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.JobState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// People who are forgotten in time.
class ForgetPeopleTest {
    private static final Duration MONTH = Duration.ofDays(30);

    private final Scene scene = new Scene();
    private final CompanyId company = scene.company();
    private final JobId job = scene.published(company, 1).id();
    private final InMemoryReading reading = new InMemoryReading(scene.transactions);
    private final ForgetPeople forget =
            new ForgetPeople(new InMemoryPersonalData(scene.transactions), scene.clock, JobState.RETENTION);

    @Test
    void hidesWhoseConsentHasEndedBeforeTheClockHasCome() {
        var sent = applied(Optional.of(Duration.ofDays(1)));
        assertEquals("Ravi", seen(sent).candidate().orElseThrow().name());
        scene.clock.forward(Duration.ofDays(1));

        assertEquals(Optional.empty(), seen(sent).candidate());
        assertEquals(
                Optional.empty(), seen(sent).application().letter().source().referrer());
        assertNotEquals(Optional.empty(), reading.candidate(sent.letter().candidate()));
    }

    @Test
    void forgetsALiveApplicationAndLetsItGoOn() {
        var sent = applied(Optional.of(Duration.ofDays(1)));
        scene.clock.forward(Duration.ofDays(1));

        assertEquals(1, forget.whoseConsentEnded(10));
        reject(sent);
        assertEquals(1, forget.whoseConsentEnded(10));
        assertEquals(0, forget.whoseConsentEnded(10));
        var left = reading.find(sent.id()).orElseThrow();
        assertEquals(ApplicationState.Kind.REJECTED, left.state().kind());
        assertEquals(left.state().withoutWords(), left.state());
        assertEquals(Optional.empty(), reading.candidate(sent.letter().candidate()));
        assertEquals(
                List.of("CREATE", "AUTO_SCREEN", "REJECT"),
                lines(sent).stream().map(Transition::move).toList());
        assertEquals(Optional.of(Rejection.REMOVED), lines(sent).getLast().reason());
    }

    @Test
    void forgetsWhatWasSaidOfThePeopleOfAJobOnceItsRetentionIsOver() {
        var sent = applied(Optional.empty());
        reject(sent);
        var clock = new ClockTasks(reading, scene.transactions, scene.clock, PriceList.USUAL);
        scene.clock.forward(MONTH);
        clock.expireDueJobs(10);
        scene.clock.forward(JobState.RETENTION);
        assertEquals(0, forget.ofPastJobs(10));
        scene.clock.forward(Duration.ofSeconds(1));
        clock.archiveDueJobs(10);

        assertEquals(1, forget.ofPastJobs(10));
        assertEquals(0, forget.ofPastJobs(10));
        assertEquals(Optional.of(Rejection.REMOVED), lines(sent).getLast().reason());
        assertEquals(
                "Ravi",
                reading.candidate(sent.letter().candidate()).orElseThrow().name());
    }

    private JobApplication applied(Optional<Duration> until) {
        var command = new Apply.Command(
                job,
                new Applicant.Introduced("Ravi", new PhoneNumber("+919812345678"), Optional.empty()),
                List.of(),
                ApplicationSource.said("board", Optional.of("a friend of Ravi"), Optional.empty()),
                new Consent(true, true, Optional.empty(), until.map(scene.clock.instant()::plus)),
                Optional.empty());
        var partner = Scene.a(Role.PARTNER);
        return Scene.done(new Apply(scene.transactions, scene.clock).handle(partner, command, Terms.usual()))
                .thing();
    }

    private void reject(JobApplication sent) {
        var move = new ApplicationMove.Reject(new Rejection("Ravi is late", Optional.of("98"), Optional.empty()));
        Answer<?> answer = new MoveApplication(scene.transactions, scene.clock)
                .handle(
                        Scene.recruiter(company),
                        new MoveApplication.Command(
                                sent.id(), move, Optional.of(ApplicationState.Kind.SCREENED), OptionalLong.empty()),
                        Terms.usual());
        Scene.done(answer);
    }

    private ApplicationFile seen(JobApplication sent) {
        return Scene.done(new ViewApplication(scene.transactions, scene.clock)
                        .handle(Scene.recruiter(company), sent.id()))
                .thing();
    }

    private List<Transition> lines(JobApplication sent) {
        return scene.transactions
                .log()
                .of(new Subject(Subject.Kind.APPLICATION, sent.id().value()), 0, 100);
    }
}
