package dev.rozgar.application.hiring;

import static dev.rozgar.application.change.Scene.done;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.application.access.Identity;
import dev.rozgar.application.billing.PriceList;
import dev.rozgar.application.change.InMemoryReading;
import dev.rozgar.application.change.Scene;
import dev.rozgar.application.change.Subject;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.clock.ClockTasks;
import dev.rozgar.application.posting.Closing;
import dev.rozgar.application.posting.MoveJob;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.ApplicationState;
import dev.rozgar.domain.hiring.JobApplication;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.JobMove;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What the clock does to applications.
class ClockEndsApplicationsTest {
    private static final int MORE = 5;

    private final Scene scene = new Scene();
    private final People people = new People(scene);
    private final CompanyId company = scene.company();
    private final JobId job = scene.published(company, 1).id();
    private final ClockTasks clock =
            new ClockTasks(new InMemoryReading(scene.transactions), scene.transactions, scene.clock, PriceList.USUAL);

    @Test
    void lapsesAnOfferOnceItsTimeIsOver() {
        var offered = people.offered(job);
        assertEquals(0, clock.lapseDueOffers(9));
        scene.clock.forward(Duration.ofDays(7));

        assertEquals(1, clock.lapseDueOffers(9));
        assertEquals(
                "LAPSE OFFERED OFFER_LAPSED by system:clock",
                scene.log(Subject.Kind.APPLICATION, offered.id().value()).getLast());
        assertEquals(0, clock.lapseDueOffers(9));
    }

    @Test
    void lapsesNoMoreOffersThanItIsAskedFor() {
        people.offered(job);
        people.offered(job);
        scene.clock.forward(Duration.ofDays(7));

        assertEquals(1, clock.lapseDueOffers(1));
        assertEquals(1, clock.lapseDueOffers(9));
    }

    @Test
    void endsTheApplicationsThatTheEndOfTheJobLeftOpen() {
        var sent = IntStream.range(0, Closing.MOST + MORE)
                .mapToObj(_ -> people.applied(job))
                .toList();
        close();
        assertEquals(MORE, open(sent));

        assertEquals(1, clock.closeApplicationsOfEndedJobs(9));
        assertEquals(0, open(sent));
        assertEquals(0, clock.closeApplicationsOfEndedJobs(9));
    }

    @Test
    void endsNoApplicationOfAJobThatGoesOn() {
        var sent = List.of(people.applied(job));

        assertEquals(0, clock.closeApplicationsOfEndedJobs(9));
        assertEquals(1, open(sent));
    }

    private void close() {
        var command = new MoveJob.Command(job, new JobMove.Close("moved away"), Optional.empty(), OptionalLong.empty());
        Identity recruiter = Scene.recruiter(company);
        done(new MoveJob(scene.transactions, scene.clock).handle(recruiter, command, Terms.usual()));
    }

    private long open(List<JobApplication> sent) {
        return sent.stream()
                .map(people::stored)
                .filter(one -> one.state().kind() == ApplicationState.Kind.SCREENED)
                .count();
    }
}
