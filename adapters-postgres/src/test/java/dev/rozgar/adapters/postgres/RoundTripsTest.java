package dev.rozgar.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.application.change.Workspace;
import dev.rozgar.application.posting.SampleJobs;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.JobMove;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How often a change goes to the server and back, counted on the wire.
class RoundTripsTest {
    private static final TestDatabase DATABASE = TestDatabase.open();

    private final RoundTrips wire;
    private final Postgres postgres;
    private final Transactions transactions;
    private final JobId id = MoveAJob.published(DATABASE);

    RoundTripsTest() throws IOException {
        wire = RoundTrips.to(DATABASE.settings());
        postgres = Postgres.open(wire.through(DATABASE.settings()));
        transactions = postgres.transactions();
    }

    /// Whatever a pool does once is done before the counting.
    @BeforeEach
    void openTheConnection() {
        postgres.version();
    }

    @AfterEach
    void hangUp() throws IOException {
        postgres.close();
        wire.close();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void movesInTwo() {
        assertEquals(2, until(Answer.Done.class, Terms.usual(), MoveAJob.pause(id)));
        assertEquals(2, until(Answer.Done.class, Terms.usual(), new MoveAJob(id, new JobMove.Resume())));
    }

    @Test
    void knowsTheCompanyWithoutAskingAgain() {
        assertEquals(2, until(Answer.Refused.class, Terms.usual(), workspace -> {
            Job job = workspace.jobs().lock(id).orElseThrow();
            assertEquals(job.company(), workspace.jobs().employer(job).id());
            return new Answer.Refused<>(List.of(), Optional.empty());
        }));
    }

    @Test
    void movesInThreeWithAKey() {
        assertEquals(3, until(Answer.Done.class, MoveAJob.withKey("k", "f"), MoveAJob.pause(id)));
    }

    @Test
    void savesAllContentInTwo() {
        assertEquals(2, until(Answer.Done.class, Terms.usual(), workspace -> {
            Job job = workspace.jobs().lock(id).orElseThrow();
            workspace.jobs().save(SampleJobs.again(job, job.version(), SampleJobs.full("R-1")));
            return Answer.Done.accepted(2L);
        }));
    }

    @Test
    void refusesInTwo() {
        transactions.run(Terms.usual(), MoveAJob.close(id));

        assertEquals(2, until(Answer.Refused.class, Terms.usual(), MoveAJob.pause(id)));
    }

    @Test
    void repeatsAReplyInTwo() {
        transactions.run(MoveAJob.withKey("again", "f"), MoveAJob.pause(id));

        assertEquals(2, until(Answer.Replayed.class, MoveAJob.withKey("again", "f"), MoveAJob.pause(id)));
    }

    private int until(Class<?> end, Terms<Long> terms, Function<Workspace, Answer<Long>> work) {
        int before = wire.seen();
        assertInstanceOf(end, transactions.run(terms, work));
        return wire.seen() - before;
    }
}
