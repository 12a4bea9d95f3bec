package dev.rozgar.adapters.postgres.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Answer.Done;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.application.company.SampleCompanies;
import dev.rozgar.application.indexing.InMemoryJobIndex;
import dev.rozgar.application.indexing.IndexEntry;
import dev.rozgar.application.indexing.IndexLedger;
import dev.rozgar.application.indexing.IndexRelay;
import dev.rozgar.application.indexing.JobIndex.Slot;
import dev.rozgar.application.indexing.StagedTruth;
import dev.rozgar.application.indexing.StagedTruth.Staged;
import dev.rozgar.application.indexing.StagedTruth.Stops;
import dev.rozgar.application.indexing.StrictTransactions;
import dev.rozgar.application.posting.SampleJobs;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Transactions that stand between their writes and their commit, and what others see and do meanwhile. What
/// stands there is held by the test, not by chance.
class StagedTruthTest {
    private static final TestDatabase DATABASE = TestDatabase.open();
    private static final String BEGIN_BACK_FILL =
            "insert into index_build (purpose, index_name, fingerprint, force, rate, fields, total, owner)"
                    + " values ('BACK_FILL', 'some', 'print', false, 0, '{}', 0, 'me')";

    private static final Duration LONG = Duration.ofHours(1);

    private final StagedTruth truth = DATABASE.postgres().stagedTruth(2);
    private final Transactions plain = DATABASE.postgres().transactions();
    private final IndexLedger ledger = DATABASE.postgres().indexLedger();
    private final InMemoryJobIndex index = new InMemoryJobIndex();
    private final IndexRelay relay = new IndexRelay(ledger, index, IndexRelay.Pace.USUAL);
    private CompanyId company = new CompanyId(1);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void anEmptyIndex() {
        DATABASE.run("truncate company cascade; truncate index_ledger, index_fanout, listed_count, index_build;"
                + " update index_state set building = false, suspect_above = null");
        company = done(plain.run(Terms.usual(), space -> {
            CompanyId id = space.companies().nextId();
            space.companies().save(SampleCompanies.plain(id));
            return Done.accepted(id);
        }));
        index.promote(index.startBuilding());
        while (relay.payOnce() > 0) {}
    }

    @Test
    void showsTheDocumentAsItWillBeAndOwesNothingAfterwards() {
        Job job = job();
        long[] seen = new long[1];

        truth.save(List.of(job), stops(List.of(job.id().value()), staged -> {
            IndexEntry entry = staged.entries().getFirst();
            seen[0] = entry.version();
            assertTrue(entry.document().isPresent());
            assertEquals(1, ledger.backlog().due(), "the intent, alone");
            assertEquals(List.of("0"), DATABASE.ask("select count(*) from job"));
        }));

        assertEquals(0, ledger.backlog().due());
        assertEquals(seen[0], ledger.versions().newest());
        assertEquals(List.of("1"), DATABASE.ask("select count(*) from job"));
    }

    @Test
    void rollsBackAllButTheIntentWhenItsStopFails() {
        Job job = job();
        Stops failing = stops(List.of(job.id().value()), _ -> {
            throw PortFailure.unavailable("no index", null);
        });

        assertThrows(PortFailure.class, () -> truth.save(List.of(job), failing));

        assertEquals(List.of("0"), DATABASE.ask("select count(*) from job"));
        assertEquals(1, ledger.backlog().due());
    }

    @Test
    void leavesAnIntentAloneForAWhile() {
        truth.intend(List.of(5L), LONG);
        assertEquals(List.of(), ledger.claim(10, LONG).claims());

        truth.intend(List.of(5L), Duration.ZERO.plusMillis(1));
        DATABASE.run("select pg_sleep(0.002)");

        assertEquals(1, ledger.claim(10, LONG).claims().size());
    }

    /// The process is killed when the index has acknowledged: its connection is gone, and the index shows a
    /// phantom.
    @Test
    void aRelayRepairsThePhantomOfATransactionThatDiedBeforeItsCommit() {
        Job job = job();
        long id = job.id().value();
        StrictTransactions strict = strict(_ ->
                DATABASE.run("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
                        + " and state = 'idle in transaction'"));

        assertThrows(
                PortFailure.class,
                () -> strict.run(Terms.<JobId>usual(), space -> {
                    space.jobs().save(job);
                    return Done.accepted(job.id());
                }));
        assertTrue(index.found(id).isPresent(), "the fault happened");
        assertEquals(List.of("0"), DATABASE.ask("select count(*) from job"));
        while (relay.payOnce() > 0) {}

        assertEquals(Optional.empty(), index.found(id));
        assertEquals(0, ledger.backlog().due());
    }

    @Test
    void noRelayClaimsADocumentOfATransactionAtItsStop() {
        Job job = job();

        truth.save(List.of(job), new Stops() {
            @Override
            public List<Long> decided() {
                truth.intend(List.of(job.id().value()), Duration.ofMillis(1));
                return List.of(job.id().value());
            }

            @Override
            public void written(Staged staged) {
                DATABASE.run("select pg_sleep(0.002)");
                assertEquals(List.of(), ledger.claim(10, LONG).claims());
            }
        });
    }

    @Test
    @Timeout(60)
    void ofTwoWritersOfOneJobTheSecondSeesWhatTheFirstHasCommitted() throws Exception {
        Job job = job();
        strict(_ -> {}).run(Terms.<JobId>usual(), space -> {
            space.jobs().save(job);
            return Done.accepted(job.id());
        });
        var atItsStop = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var first = CompletableFuture.supplyAsync(
                () -> strict(_ -> {
                            atItsStop.countDown();
                            await(goOn);
                        })
                        .run(Terms.<Long>usual(), space -> touch(space.jobs().lock(job.id()), space.jobs()::save)),
                Thread::startVirtualThread);
        atItsStop.await();
        var second = CompletableFuture.supplyAsync(
                () -> strict(_ -> {})
                        .run(Terms.<Long>usual(), space -> touch(space.jobs().lock(job.id()), space.jobs()::save)),
                Thread::startVirtualThread);
        while (!DATABASE.isSomebodyWaiting()) Thread.onSpinWait();
        assertFalse(second.isDone());
        goOn.countDown();

        assertEquals(1L, done(first.get()));
        assertEquals(2L, done(second.get()));
        assertEquals(0, ledger.backlog().due());
        assertEquals(
                Optional.of(ledger.versions().newest()), index.version(job.id().value()));
    }

    @Test
    void leavesTheDebtToARelayWhileAnIndexIsBeingFilled() {
        DATABASE.run(BEGIN_BACK_FILL);
        Job job = job();

        truth.save(List.of(job), stops(List.of(job.id().value()), staged -> assertFalse(staged.building())));

        assertEquals(1, ledger.backlog().due());
    }

    @Test
    void knowsOfAnIndexUnderConstruction() {
        DATABASE.run("update index_state set building = true");
        Job job = job();

        truth.save(List.of(job), stops(List.of(job.id().value()), staged -> assertTrue(staged.building())));
    }

    /// Else what is about to be filled would be read before the commit, under later versions.
    @Test
    @Timeout(60)
    void whoBeginsToFillAnIndexWaitsForWhatIsAtItsStop() {
        Job job = job();
        var begun = new CompletableFuture<Void>();

        truth.save(List.of(job), stops(List.of(job.id().value()), _ -> {
            Thread.ofVirtual().start(() -> {
                DATABASE.run("update index_state set building = false");
                begun.complete(null);
            });
            while (!DATABASE.isSomebodyWaiting()) Thread.onSpinWait();
            assertFalse(begun.isDone());
        }));

        begun.join();
        assertEquals(1, DATABASE.postgres().listedJobs().after(0, 10).size());
    }

    private StrictTransactions strict(Consumer<Staged> atTheStop) {
        var limits = new StrictTransactions.Limits(Duration.ofMillis(1), LONG);
        return new StrictTransactions(plain, new Parked(truth, atTheStop), index, relay, limits);
    }

    private Stops stops(List<Long> ids, Consumer<Staged> written) {
        return new Stops() {
            @Override
            public List<Long> decided() {
                truth.intend(ids, LONG);
                return ids;
            }

            @Override
            public void written(Staged staged) {
                index.write(staged.entries(), Set.of(Slot.LIVE));
                written.accept(staged);
            }
        };
    }

    private static Answer<Long> touch(Optional<Job> locked, Consumer<Job> save) {
        Job job = locked.orElseThrow();
        save.accept(job);
        return Done.accepted(job.version());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private Job job() {
        return SampleJobs.plain(DATABASE.postgres().jobRepository().nextId(), company);
    }

    @SuppressWarnings("unchecked")
    private static <R> R done(Answer<R> answer) {
        return ((Done<R>) assertInstanceOf(Done.class, answer)).result();
    }
}
