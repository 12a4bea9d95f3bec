package dev.rozgar.adapters.postgres.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.postgres.MoveAJob;
import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Several callers at once, each step in its place: nothing here waits and hopes.
class TransactionRacesTest {
    private static final TestDatabase DATABASE = TestDatabase.open();
    private static final int CALLERS = 32;

    private final Transactions transactions = DATABASE.postgres().transactions();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @AfterEach
    void mendTheLog() {
        DATABASE.run("drop trigger if exists faulty on transition; drop sequence if exists fault");
    }

    @Test
    void letsOneOfManyCallersMakeTheSameMove() throws Exception {
        JobId id = MoveAJob.published(DATABASE);
        CyclicBarrier start = new CyclicBarrier(CALLERS);

        List<Object> ends = all(CALLERS, () -> {
            start.await();
            return transactions.run(Terms.usual(), MoveAJob.pause(id));
        });

        assertEquals(1, count(ends, Answer.Done.class));
        assertEquals(CALLERS - 1, count(ends, Answer.Refused.class));
        assertEquals(1, lines(id));
        assertEquals(List.of("2"), DATABASE.ask("select version from job where id = " + id.value()));
    }

    @Test
    void letsOneOfManyCallersSaveWhatAllHaveReadBefore() throws Exception {
        JobId id = MoveAJob.published(DATABASE);
        Job early = DATABASE.postgres().jobRepository().find(id).orElseThrow();
        CyclicBarrier start = new CyclicBarrier(CALLERS);

        List<Object> ends = all(CALLERS, () -> {
            start.await();
            return transactions.run(Terms.<Long>usual(), workspace -> {
                workspace.jobs().save(early);
                return Answer.Done.accepted(2L);
            });
        });

        assertEquals(1, count(ends, Answer.Done.class));
        assertEquals(CALLERS - 1, ends.stream().filter("STALE_VERSION"::equals).count());
        assertEquals(List.of("2"), DATABASE.ask("select version from job where id = " + id.value()));
    }

    @Test
    void runsTheLoserOfADeadlockAgain() throws Exception {
        JobId one = MoveAJob.published(DATABASE);
        JobId two = MoveAJob.published(DATABASE);
        CyclicBarrier bothHoldTheirFirst = new CyclicBarrier(2);
        AtomicInteger runs = new AtomicInteger();
        AtomicInteger turns = new AtomicInteger();

        List<Object> ends = all(2, () -> {
            boolean forwards = turns.getAndIncrement() == 0;
            AtomicInteger own = new AtomicInteger();
            return transactions.run(Terms.<Long>usual(), workspace -> {
                runs.incrementAndGet();
                workspace.jobs().lock(forwards ? one : two);
                if (own.getAndIncrement() == 0) await(bothHoldTheirFirst);
                return MoveAJob.pause(forwards ? two : one).apply(workspace);
            });
        });

        assertEquals(2, count(ends, Answer.Done.class));
        // On a busy machine the loser may be back before the other has gone on, and lose once more.
        assertTrue(runs.get() >= 3, () -> runs + " runs");
        assertEquals(List.of(1, 1), List.of(lines(one), lines(two)));
    }

    @Test
    void runsAgainWhatCouldNotBeSerialised() {
        JobId id = MoveAJob.published(DATABASE);
        failTheLog(PostgresTransactions.REPEATS);
        AtomicInteger runs = new AtomicInteger();

        Answer<Long> answer = transactions.run(Terms.usual(), workspace -> {
            runs.incrementAndGet();
            return MoveAJob.pause(id).apply(workspace);
        });

        assertInstanceOf(Answer.Done.class, answer);
        assertEquals(1 + PostgresTransactions.REPEATS, runs.get());
        assertEquals(1, lines(id));
    }

    @Test
    void givesUpInTheEnd() {
        JobId id = MoveAJob.published(DATABASE);
        failTheLog(1 + PostgresTransactions.REPEATS);

        PortFailure failure =
                assertThrows(PortFailure.class, () -> transactions.run(Terms.usual(), MoveAJob.pause(id)));

        assertEquals(PortFailure.Kind.UNAVAILABLE, failure.kind());
        assertEquals(0, lines(id));
    }

    /// The first lines that are written are refused with 40001, as a stricter isolation would. A sequence forgets
    /// nothing when it is rolled back.
    private static void failTheLog(int times) {
        DATABASE.run("""
                create sequence fault;
                create or replace function faulty() returns trigger language plpgsql as $$
                begin
                    if nextval('fault') <= %d then
                        raise exception 'as if by chance' using errcode = '40001';
                    end if;
                    return new;
                end $$;
                create trigger faulty before insert on transition for each row execute function faulty();
                """.formatted(times));
    }

    /// What each caller's call came to: its answer, or the code of its failure.
    private static List<Object> all(int callers, Callable<?> call) throws InterruptedException {
        List<Object> ends = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Object>> calls = new ArrayList<>();
            for (int i = 0; i < callers; i++) calls.add(threads.submit(() -> (Object) call.call()));
            for (Future<Object> each : calls) ends.add(end(each));
        }
        return ends;
    }

    private static Object end(Future<Object> call) throws InterruptedException {
        try {
            return call.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof PortFailure known) return known.code();
            throw new AssertionError(failure.getCause());
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    private static long count(List<Object> ends, Class<?> kind) {
        return ends.stream().filter(kind::isInstance).count();
    }

    private static int lines(JobId id) {
        return DATABASE.postgres()
                .transitionLog()
                .of(MoveAJob.pause(id).subject(), 0, 100)
                .size();
    }
}
