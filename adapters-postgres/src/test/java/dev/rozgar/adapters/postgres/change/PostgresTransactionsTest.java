package dev.rozgar.adapters.postgres.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rozgar.adapters.postgres.MoveAJob;
import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Scene;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.application.change.Transition;
import dev.rozgar.application.change.Workspace;
import dev.rozgar.application.posting.SampleJobs;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.JobMove;
import dev.rozgar.domain.job.JobState;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// One caller at a time; [TransactionRacesTest] has many.
class PostgresTransactionsTest {
    private static final TestDatabase DATABASE = TestDatabase.open();

    private final Transactions transactions = DATABASE.postgres().transactions();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void storesTheMoveAndItsLineTogether() {
        JobId id = MoveAJob.published(DATABASE);

        assertEquals(2L, Scene.done(transactions.run(Terms.usual(), MoveAJob.pause(id))));

        assertEquals(new JobState.Paused(MoveAJob.LATER, SampleJobs.NOW, SampleJobs.UNTIL), job(id).state());
        assertEquals(2, job(id).version());
        Transition line = log(id).getFirst();
        assertEquals(
                List.of("PAUSE", Optional.of("PUBLISHED"), "PAUSED", 1L, 2L, MoveAJob.LATER),
                List.of(line.move(), line.from(), line.to(), line.sequence(), line.version(), line.at()));
        assertEquals(Optional.of("why; not? -- 'so'"), line.reason());
        assertEquals(Optional.of("आशा \"the boss\" O'Neil"), line.actor().onBehalfOf());
    }

    @Test
    void leavesTheContentOfAMovedJobAsItIs() {
        JobId id = MoveAJob.published(DATABASE, SampleJobs.full("R-" + System.nanoTime()));
        Job before = job(id);

        transactions.run(Terms.usual(), MoveAJob.pause(id));

        assertEquals(before.content(), job(id).content());
    }

    @Test
    void storesTheContentThatIsSavedWithAMove() {
        JobId id = MoveAJob.published(DATABASE);

        transactions.run(Terms.<Long>usual(), workspace -> {
            Job changed = SampleJobs.again(workspace.jobs().lock(id).orElseThrow(), 1, SampleJobs.content("Cook"));
            return new MoveAJob(id, new JobMove.Pause()).with(workspace, changed);
        });

        assertEquals("Cook", job(id).content().title().value());
        assertEquals(JobState.Kind.PAUSED, job(id).state().kind());
    }

    @Test
    void countsTheLinesOfASubject() {
        JobId id = MoveAJob.published(DATABASE);
        transactions.run(Terms.usual(), MoveAJob.pause(id));
        transactions.run(Terms.usual(), new MoveAJob(id, new JobMove.Resume()));
        transactions.run(Terms.usual(), MoveAJob.close(id));

        assertEquals(
                List.of(1L, 2L, 3L), log(id).stream().map(Transition::sequence).toList());
        assertEquals(
                List.of("RESUME"),
                DATABASE.postgres().transitionLog().of(MoveAJob.close(id).subject(), 1, 1).stream()
                        .map(Transition::move)
                        .toList());
    }

    @Test
    void owesTheIndexWhatHasMoved() {
        JobId id = MoveAJob.published(DATABASE);
        DATABASE.run("update index_ledger set indexed = wanted");

        transactions.run(Terms.usual(), MoveAJob.pause(id));

        assertEquals(List.of("t"), DATABASE.ask("select owed from index_ledger where doc_id = " + id.value()));
    }

    @Test
    void storesNothingOfWhatIsRefused() {
        JobId id = MoveAJob.published(DATABASE);

        Answer<Long> answer = transactions.run(Terms.usual(), workspace -> {
            MoveAJob.pause(id).apply(workspace);
            return new Answer.Refused<>(List.of(), Optional.empty());
        });

        assertInstanceOf(Answer.Refused.class, answer);
        assertUntouched(id);
    }

    @Test
    void storesNothingWhenTheWorkFails() {
        JobId id = MoveAJob.published(DATABASE);

        assertThrows(
                IllegalStateException.class,
                () -> transactions.run(Terms.usual(), workspace -> {
                    MoveAJob.pause(id).apply(workspace);
                    throw new IllegalStateException("half way");
                }));

        assertUntouched(id);
    }

    @Test
    void storesNothingWhenTheLastWriteIsRefused() {
        JobId id = MoveAJob.published(DATABASE);
        Job other = job(MoveAJob.published(DATABASE));

        assertEquals("STALE_VERSION", conflict(workspace -> {
            MoveAJob.pause(id).apply(workspace);
            workspace.jobs().save(SampleJobs.again(other, 7, SampleJobs.content("Cook")));
            return Answer.Done.accepted(1L);
        }));
        assertUntouched(id);
    }

    @Test
    void refusesAJobThatHasChangedSinceItWasRead() {
        JobId id = MoveAJob.published(DATABASE);
        Job early = job(id);
        DATABASE.postgres().jobRepository().save(List.of(early), Sync.ACCEPTED);

        assertEquals("STALE_VERSION", conflict(workspace -> {
            workspace.jobs().lock(id);
            return MoveAJob.pause(id).with(workspace, early);
        }));
        assertEquals(List.of(), log(id));
    }

    @Test
    void decidesEverythingAndStoresNothingWhenItOnlyValidates() {
        JobId id = MoveAJob.published(DATABASE);
        var validating = new Terms<Long>(true, Sync.ACCEPTED, Optional.of(MoveAJob.attempt("v-1", "f")));

        assertEquals(Answer.Done.accepted(2L), transactions.run(validating, MoveAJob.pause(id)));

        assertUntouched(id);
        assertEquals(List.of(), DATABASE.ask("select key from stored_reply where key = 'v-1'"));
    }

    @Test
    void findsABrokenConstraintWhenItOnlyValidates() {
        Job lost = SampleJobs.plain(DATABASE.postgres().jobRepository().nextId(), new CompanyId(Integer.MAX_VALUE));
        var validating = new Terms<Long>(true, Sync.ACCEPTED, Optional.empty());

        PortFailure failure = assertThrows(
                PortFailure.class,
                () -> transactions.run(validating, workspace -> {
                    workspace.jobs().save(lost);
                    return Answer.Done.accepted(1L);
                }));

        assertEquals("UNKNOWN_COMPANY", failure.code());
    }

    @Test
    void leavesNoConnectionInATransaction() {
        JobId id = MoveAJob.published(DATABASE);
        transactions.run(Terms.usual(), MoveAJob.close(id));
        transactions.run(Terms.usual(), MoveAJob.close(id));
        transactions.run(Terms.usual(), MoveAJob.pause(new JobId(Long.MAX_VALUE)));

        assertEquals(
                0,
                Objects.requireNonNull(DATABASE.postgres().pools().get("usual")).active());
        assertEquals(
                List.of(),
                DATABASE.ask("select query from pg_stat_activity where datname = current_database()"
                        + " and state like 'idle in transaction%'"));
    }

    @Test
    void writesNoLineAboutWhatIsNeitherLockedNorNew() {
        JobId id = MoveAJob.published(DATABASE);
        Job read = job(id);

        assertThrows(
                IllegalStateException.class,
                () -> transactions.run(
                        Terms.usual(), workspace -> MoveAJob.pause(id).with(workspace, read)));
        assertUntouched(id);
    }

    private String conflict(Function<Workspace, Answer<Long>> work) {
        return assertThrows(PortFailure.class, () -> transactions.run(Terms.usual(), work))
                .code();
    }

    private static void assertUntouched(JobId id) {
        assertEquals(1, job(id).version());
        assertEquals(JobState.Kind.PUBLISHED, job(id).state().kind());
        assertEquals(List.of(), log(id));
    }

    private static Job job(JobId id) {
        return DATABASE.postgres().jobRepository().find(id).orElseThrow();
    }

    private static List<Transition> log(JobId id) {
        return DATABASE.postgres().transitionLog().of(MoveAJob.pause(id).subject(), 0, 100);
    }
}
