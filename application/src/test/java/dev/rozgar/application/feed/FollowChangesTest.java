package dev.rozgar.application.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.feed.FollowChanges.Pace;
import dev.rozgar.application.feed.FollowChanges.Wanted;
import dev.rozgar.application.feed.InMemoryFeed.Listed;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FollowChangesTest {
    private static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Pace QUICK = new Pace(Duration.ofMillis(2), Duration.ofMillis(8));

    private final InMemoryFeed feed = new InMemoryFeed();
    private final List<String> refreshes = new ArrayList<>();
    private final FollowChanges follow =
            new FollowChanges(feed, () -> refreshes.add("refresh"), Clock.fixed(NOW, ZoneOffset.UTC), QUICK);
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void close() {
        follow.close();
        callers.close();
    }

    private void put(long id, String region) {
        Document document = Document.of(("{\"id\":" + id + "}").getBytes(StandardCharsets.UTF_8));
        feed.put(id, new Listed(document, region, 1, NOW.plusSeconds(3_600)));
    }

    private CompletableFuture<List<Long>> waiting(ChangeFilter filter) {
        Wanted wanted = new Wanted(feed.end(), filter, 10);
        return CompletableFuture.supplyAsync(() -> ids(follow.read(wanted, LONG).orElseThrow()), callers);
    }

    private static List<Long> ids(ChangePage page) {
        return page.changes().stream().map(Change::id).toList();
    }

    private void awaitLooks(int more) {
        int before = feed.looks;
        while (feed.looks < before + more) Thread.onSpinWait();
    }

    @Test
    void whoWaitsIsWokenByAChange() throws Exception {
        var one = waiting(ChangeFilter.NONE);
        var another = waiting(ChangeFilter.NONE);
        awaitLooks(2);

        put(1, "Goa");

        assertEquals(List.of(1L), one.get());
        assertEquals(List.of(1L), another.get());
    }

    @Test
    @Timeout(60)
    void nobodyLooksWhileNobodyWaits() throws Exception {
        var one = waiting(ChangeFilter.NONE);
        awaitLooks(1);
        put(1, "Goa");
        one.get();

        // It may have been at a last look.
        int looks;
        do {
            looks = feed.looks;
            Thread.sleep(10 * QUICK.slowest().toMillis());
        } while (looks != feed.looks);
    }

    @Test
    void nobodyReadsWhileNothingComes() {
        var _ = waiting(ChangeFilter.NONE);
        awaitLooks(2);
        int pages = feed.pages;

        awaitLooks(5);

        assertEquals(pages, feed.pages);
    }

    @Test
    void whatDoesNotMatchIsPassedBy() throws Exception {
        var inGoa = waiting(ChangeFeedContract.in("Goa"));
        awaitLooks(1);
        put(1, "Kerala");
        awaitLooks(3);
        assertTrue(!inGoa.isDone());

        put(2, "Goa");

        assertEquals(List.of(2L), inGoa.get());
    }

    @Test
    void aStoreThatIsAwayWhileSomebodyWaitsIsWaitedFor() throws Exception {
        var one = waiting(ChangeFilter.NONE);
        awaitLooks(1);
        feed.failure = PortFailure.unavailable("away", null);
        awaitLooks(3);
        feed.failure = null;

        put(1, "Goa");

        assertEquals(List.of(1L), one.get());
    }

    @Test
    void closingEndsAllWaits() throws Exception {
        var one = waiting(ChangeFilter.NONE);
        awaitLooks(1);

        follow.close();

        assertEquals(List.of(), one.get());
        assertEquals(List.of(), waiting(ChangeFilter.NONE).get(), "who comes later does not wait");
        assertTrue(follow.isClosing());
    }

    @Test
    void aWaitInVainEndsInTime() {
        Wanted wanted = new Wanted(feed.end(), ChangeFilter.NONE, 10);

        assertTrue(follow.read(wanted, Duration.ofMillis(30)).orElseThrow().isSilent());
    }

    @Test
    void theIndexIsRefreshedBeforeAnExportOfIt() {
        put(1, "Goa");

        assertEquals(Optional.of(feed.end()), follow.beforeExport(false));
        assertEquals(List.of(), refreshes);
        assertEquals(Optional.of(feed.end()), follow.beforeExport(true));
        assertEquals(List.of("refresh"), refreshes);
    }

    @Test
    void anExportOfAnIndexThatCannotBeRefreshedHasNoCursor() {
        var broken = new FollowChanges(
                feed,
                () -> {
                    throw PortFailure.unavailable("away", null);
                },
                Clock.systemUTC(),
                QUICK);

        assertEquals(Optional.empty(), broken.beforeExport(true));
    }
}
