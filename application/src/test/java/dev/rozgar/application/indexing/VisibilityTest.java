package dev.rozgar.application.indexing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.change.ConsistencyToken;
import dev.rozgar.application.change.ConsistencyToken.Kind;
import dev.rozgar.application.change.ConsistencyToken.Part;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.indexing.Visibility.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class VisibilityTest {
    private static final Part FIRST = new Part(Kind.JOB, 7, 1);
    private static final Part SECOND = new Part(Kind.JOB, 7, 2);
    private static final Part OTHER = new Part(Kind.COMPANY, 7, 1);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final FakeProgress progress = new FakeProgress();
    private final AtomicInteger refreshes = new AtomicInteger();
    private final AtomicBoolean away = new AtomicBoolean();
    private boolean refreshing = true;
    private final Visibility visibility = within(LONG);

    @Test
    void aSearchSeesWhatIsSettledOnceTheIndexWasRefreshed() {
        progress.settle(FIRST);

        assertTrue(visibility.shows(token(FIRST), Sync.VISIBLE));
        assertEquals(1, refreshes.get());
        assertEquals(1, visibility.count(Outcome.AWAITED));
    }

    @Test
    void aReadByIdNeedsNoRefresh() {
        progress.settle(FIRST);

        assertTrue(visibility.shows(token(FIRST), Sync.INDEXED));
        assertEquals(0, refreshes.get());
    }

    @Test
    void asksForATokenOnceHoweverOftenItIsSent() {
        progress.settle(SECOND);
        for (int i = 0; i < 5; i++) visibility.shows(token(SECOND), Sync.VISIBLE);

        assertEquals(List.of(1, 1), List.of(progress.looks(), refreshes.get()));
        assertEquals(4, visibility.count(Outcome.REMEMBERED));
    }

    @Test
    void whatCameBeforeIsSeenWithWhatCameAfter() {
        progress.settle(SECOND);
        visibility.shows(token(SECOND), Sync.VISIBLE);

        assertTrue(visibility.shows(token(FIRST), Sync.VISIBLE));
        assertEquals(1, progress.looks());
    }

    @Test
    void whatIsSettledOnlyIsNotTakenForVisible() {
        progress.settle(FIRST);
        visibility.shows(token(FIRST), Sync.INDEXED);

        assertTrue(visibility.shows(token(FIRST), Sync.VISIBLE));
        assertEquals(List.of(1, 1), List.of(progress.looks(), refreshes.get()));
    }

    @Test
    void aLaterChangeIsAskedForAgain() {
        progress.settle(FIRST);
        visibility.shows(token(FIRST), Sync.VISIBLE);
        progress.settle(SECOND);

        assertTrue(visibility.shows(token(SECOND), Sync.VISIBLE));
        assertEquals(2, progress.looks());
    }

    @Test
    void waitsUntilTheIndexHasComeSoFar() throws Exception {
        var answer = CompletableFuture.supplyAsync(() -> visibility.shows(token(FIRST, OTHER), Sync.VISIBLE));
        progress.awaitLooks(2);
        assertFalse(answer.isDone());
        progress.settle(OTHER);
        progress.awaitLooks(progress.looks() + 2);
        assertFalse(answer.isDone());
        progress.settle(FIRST);

        assertTrue(answer.get());
    }

    @Test
    void allWhoWaitShareALook() throws Exception {
        progress.hold();
        List<CompletableFuture<Boolean>> waiting = new ArrayList<>();
        waiting.add(CompletableFuture.supplyAsync(() -> visibility.shows(token(FIRST), Sync.INDEXED)));
        progress.awaitLooks(1);
        List<Thread> others = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            var answer = new CompletableFuture<Boolean>();
            others.add(Thread.ofPlatform().start(() -> answer.complete(visibility.shows(token(SECOND), Sync.INDEXED))));
            waiting.add(answer);
        }
        for (Thread other : others) while (other.getState() != Thread.State.TIMED_WAITING) Thread.sleep(1);
        progress.settle(FIRST);
        progress.settle(SECOND);
        progress.may.release(2);

        for (var one : waiting) assertTrue(one.get());
        assertEquals(List.of(Set.of(FIRST), Set.of(SECOND)), progress.asked);
    }

    @Test
    void leavesItToPostgresWhenTheIndexIsLate() {
        assertFalse(within(Duration.ofMillis(20)).shows(token(FIRST), Sync.VISIBLE));
    }

    @Test
    void leavesItToPostgresAtOnceWhereTheIndexWillNeverHaveIt() {
        progress.hopeless.add(FIRST);

        assertFalse(visibility.shows(token(FIRST), Sync.VISIBLE));
        assertEquals(1, visibility.count(Outcome.LATE));
    }

    @Test
    void leavesItToPostgresAtOnceWhenTheNumbersAreOfAnotherTime() {
        progress.settle(FIRST);
        progress.epoch = 2;

        assertFalse(visibility.shows(token(FIRST), Sync.VISIBLE));
    }

    @Test
    void whatWasKnownOfAnEarlierTimeIsWorthNothing() {
        progress.settle(SECOND);
        visibility.shows(token(SECOND), Sync.VISIBLE);
        progress.epoch = 2;
        progress.settled.clear();
        progress.settle(OTHER);
        visibility.shows(new ConsistencyToken(2, List.of(OTHER)), Sync.VISIBLE);

        assertFalse(visibility.shows(token(SECOND), Sync.VISIBLE));
        progress.hopeless.add(FIRST);
        assertFalse(visibility.shows(new ConsistencyToken(2, List.of(FIRST)), Sync.VISIBLE));
    }

    @Test
    void leavesItToPostgresAtOnceWhileTheIndexIsAway() {
        away.set(true);

        assertFalse(visibility.shows(token(FIRST), Sync.VISIBLE));
        assertEquals(0, progress.looks());
        assertEquals(1, visibility.count(Outcome.AWAY));
    }

    @Test
    void leavesItToPostgresWhenNobodyCanTell() {
        progress.silent = true;

        assertFalse(visibility.shows(token(FIRST), Sync.VISIBLE));
    }

    @Test
    void looksAgainAfterNobodyCouldTell() {
        progress.silent = true;
        visibility.shows(token(FIRST), Sync.VISIBLE);
        progress.silent = false;
        progress.settle(FIRST);

        assertTrue(visibility.shows(token(FIRST), Sync.VISIBLE));
    }

    @Test
    void whatWasNotRefreshedIsNotTakenForVisible() {
        progress.settle(FIRST);
        refreshing = false;
        assertFalse(visibility.shows(token(FIRST), Sync.VISIBLE));
        refreshing = true;

        assertTrue(visibility.shows(token(FIRST), Sync.VISIBLE));
        assertEquals(1, progress.looks());
    }

    @Test
    void nothingChangedIsAlwaysVisible() {
        assertTrue(visibility.shows(token(), Sync.VISIBLE));
        assertEquals(0, progress.looks());
    }

    @Test
    void forgetsTheOldestWhenThereAreTooMany() {
        Known known = new Known(2);
        for (long id = 1; id <= 3; id++) known.note(token(new Part(Kind.JOB, id, 1)));
        known.note(token(new Part(Kind.JOB, 2, 2)));
        known.note(token(new Part(Kind.JOB, 4, 1)));

        assertEquals(
                List.of(false, true, false, true),
                List.of(1, 2, 3, 4).stream()
                        .map(id -> known.covers(token(new Part(Kind.JOB, id, 1))))
                        .toList());
    }

    private Visibility within(Duration patience) {
        return new Visibility(
                progress,
                _ -> {
                    refreshes.incrementAndGet();
                    return refreshing;
                },
                away::get,
                patience);
    }

    private static ConsistencyToken token(Part... parts) {
        return new ConsistencyToken(1, List.of(parts));
    }
}
