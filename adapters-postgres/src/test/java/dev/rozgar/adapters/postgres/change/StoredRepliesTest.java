package dev.rozgar.adapters.postgres.change;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rozgar.adapters.postgres.MoveAJob;
import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Attempt;
import dev.rozgar.application.change.StoredReply;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.domain.job.JobId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoredRepliesTest {
    private static final TestDatabase DATABASE = TestDatabase.open();

    private final Transactions transactions = DATABASE.postgres().transactions();
    private final JobId id = MoveAJob.published(DATABASE);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void forgetAll() {
        DATABASE.run("truncate stored_reply");
    }

    @Test
    void repeatsTheReplyAndNotTheMove() {
        transactions.run(MoveAJob.withKey("k", "f"), MoveAJob.pause(id));

        Answer<Long> again = transactions.run(MoveAJob.withKey("k", "f"), MoveAJob.pause(id));

        StoredReply reply = assertInstanceOf(Answer.Replayed.class, again).reply();
        assertEquals(List.of(201, "/api/jobs", "\"2\""), List.of(reply.status(), reply.location(), reply.etag()));
        assertArrayEquals(new byte[] {0, -1, 'x'}, reply.body());
        assertEquals(1, lines());
    }

    @Test
    void refusesAKeyOfAnotherRequest() {
        transactions.run(MoveAJob.withKey("k", "f"), MoveAJob.pause(id));

        assertEquals("IDEMPOTENCY_KEY_REUSED", conflict(MoveAJob.withKey("k", "g")));
    }

    @Test
    void takesTheSameKeyFromAnotherCaller() {
        transactions.run(MoveAJob.withKey("k", "f"), MoveAJob.pause(id));
        Attempt<Long> ours = MoveAJob.attempt("k", "f");
        var theirs = new Attempt<Long>("key:2", "k", "f", ours.reply());

        Answer<Long> answer =
                transactions.run(new Terms<>(false, Sync.ACCEPTED, Optional.of(theirs)), MoveAJob.close(id));

        assertInstanceOf(Answer.Done.class, answer);
    }

    @Test
    void keepsNoReplyOfARefusal() {
        transactions.run(Terms.usual(), MoveAJob.close(id));

        assertInstanceOf(Answer.Refused.class, transactions.run(MoveAJob.withKey("k", "f"), MoveAJob.pause(id)));
        assertEquals(List.of("0"), DATABASE.ask("select count(*) from stored_reply"));
    }

    @Test
    void refusesAnAttemptThatIsUnderWayAndRepeatsItsReplyAfterwards() throws Exception {
        CountDownLatch parked = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        var first = CompletableFuture.supplyAsync(() -> transactions.run(MoveAJob.withKey("k", "f"), workspace -> {
            var answer = MoveAJob.pause(id).apply(workspace);
            parked.countDown();
            await(goOn);
            return answer;
        }));
        await(parked);

        assertEquals("IDEMPOTENCY_KEY_IN_FLIGHT", conflict(MoveAJob.withKey("k", "f")));
        goOn.countDown();
        assertInstanceOf(Answer.Done.class, first.get(1, TimeUnit.MINUTES));
        assertInstanceOf(Answer.Replayed.class, transactions.run(MoveAJob.withKey("k", "f"), MoveAJob.pause(id)));
        assertEquals(1, lines());
    }

    @Test
    void letsAnotherKeyPassMeanwhile() throws Exception {
        try (var other = DATABASE.connect()) {
            other.setAutoCommit(false);
            TestDatabase.run(other, "select begin_attempt('key:1', 'k1')");

            assertInstanceOf(Answer.Done.class, transactions.run(MoveAJob.withKey("k2", "f"), MoveAJob.pause(id)));
            assertEquals("IDEMPOTENCY_KEY_IN_FLIGHT", conflict(MoveAJob.withKey("k1", "f")));
        }
    }

    @Test
    void doesTheMoveOfAKeyThatIsADayOld() {
        transactions.run(MoveAJob.withKey("k", "f"), MoveAJob.pause(id));
        DATABASE.run("update stored_reply set at = at - interval '24 hours'");

        assertInstanceOf(Answer.Done.class, transactions.run(MoveAJob.withKey("k", "g"), MoveAJob.close(id)));
        assertInstanceOf(Answer.Replayed.class, transactions.run(MoveAJob.withKey("k", "g"), MoveAJob.close(id)));
    }

    @Test
    void forgetsWhatIsADayOldInChunks() {
        for (int i = 0; i < 3; i++) transactions.run(MoveAJob.withKey("k" + i, "f"), MoveAJob.pause(published()));
        DATABASE.run("update stored_reply set at = at - interval '24 hours' where key <> 'k2'");

        assertEquals(1, DATABASE.postgres().purgeStoredReplies(1));
        assertEquals(1, DATABASE.postgres().purgeStoredReplies(5));
        assertEquals(0, DATABASE.postgres().purgeStoredReplies(5));
        assertEquals(List.of("k2"), DATABASE.ask("select key from stored_reply"));
    }

    private static JobId published() {
        return MoveAJob.published(DATABASE);
    }

    private String conflict(Terms<Long> terms) {
        return assertThrows(PortFailure.class, () -> transactions.run(terms, MoveAJob.pause(id)))
                .code();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    private int lines() {
        return DATABASE.postgres()
                .transitionLog()
                .of(MoveAJob.pause(id).subject(), 0, 100)
                .size();
    }
}
