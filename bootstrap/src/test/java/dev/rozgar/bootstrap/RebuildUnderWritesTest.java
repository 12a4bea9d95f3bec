package dev.rozgar.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.rebuild.Build;
import dev.rozgar.application.rebuild.Build.Outcome;
import dev.rozgar.application.rebuild.Order;
import dev.rozgar.application.rebuild.Watch;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// A rebuild, and a way back, on real engines while jobs are posted and moved.
class RebuildUnderWritesTest {
    private static final int BEFORE = 600;
    private static final int PER_STEP = 25;

    /// Does something after each chunk.
    private record Steps(Consumer<Build> action) implements Watch {
        @Override
        public void at(Build build) {
            action.accept(build);
        }

        @Override
        public void step(String what) {}

        @Override
        public void pause(Duration time) {
            Watch.sleep(time);
        }
    }

    @Test
    void survivesTwoDeathsOfItsBuilderUnderWritesWithoutADifference() throws InterruptedException {
        try (Board board = Board.onSharedEngines(Map.of())) {
            board.awaitIndex();
            long company = board.company("rebuild-works");
            List<Long> ids = new ArrayList<>();
            for (int i = 0; i < BEFORE; i++) ids.add(post(board, company, i));
            SearchCopy copy = alone(board);
            String old = copy.index().status().live().orElseThrow();
            AtomicInteger written = new AtomicInteger();
            try (Reader reader = new Reader(board)) {
                // Slow enough that there are steps between which it can die.
                Order slow = Order.REBUILD.rate(200);
                for (int deaths = 1; deaths <= 2; deaths++) {
                    long until = 200L * deaths;
                    assertThrows(
                            CancellationException.class,
                            () -> copy.build(slow, new Steps(build -> {
                                // There is one place for an index under construction.
                                assertEquals(Optional.empty(), copy.build(Order.REBUILD, Watch.silent()));
                                writes(board, company, ids, written);
                                if (build.position().done() >= until) throw new CancellationException("killed");
                            })));
                    // Nobody is at it: the relays alone see to it that this is not lost.
                    writes(board, company, ids, written);
                }
                Build build = copy.build(slow, new Steps(_ -> writes(board, company, ids, written)))
                        .orElseThrow();

                assertEquals(Outcome.DONE, build.end().orElseThrow().outcome(), build::toString);
                assertEquals(List.of(), build.end().orElseThrow().remarks());
                assertTrue(build.holder().doneThen() >= 400, "it went on where the second one died: " + build);
                assertNotEquals(old, copy.index().status().live().orElseThrow());
                reader.awaitAnswers(20);
                assertEquals(List.of(), reader.faults);
            }
            board.awaitIndex();
            assertSame(board, ids);
            assertTrue(written.get() >= 6 * PER_STEP, "writes went on: " + written);
        }
    }

    @Test
    void theWayBackLosesNoWrite() throws InterruptedException {
        try (Board board = Board.onSharedEngines(Map.of())) {
            board.awaitIndex();
            long company = board.company("way-back");
            List<Long> ids = new ArrayList<>();
            for (int i = 0; i < 50; i++) ids.add(post(board, company, i));
            board.awaitIndex();
            SearchCopy copy = alone(board);
            String first = copy.index().status().live().orElseThrow();
            build(copy, Order.REBUILD, _ -> {});
            AtomicInteger written = new AtomicInteger();
            writes(board, company, ids, written);
            Build back = build(copy, Order.ROLLBACK, _ -> writes(board, company, ids, written));
            board.awaitIndex();

            assertEquals(first, copy.index().status().live().orElseThrow());
            assertTrue(back.position().done() < ids.size(), "only what it missed was written: " + back);
            assertSame(board, ids);
        }
    }

    /// Without its keeper, which looks every ten seconds and may go on with a dead build before the test does.
    private static SearchCopy alone(Board board) throws InterruptedException {
        SearchCopy copy = board.wiring().copy().orElseThrow();
        copy.keeper().close();
        return copy;
    }

    private static Build build(SearchCopy copy, Order order, Consumer<Build> action) {
        Build build = copy.build(order, new Steps(action)).orElseThrow();
        assertEquals(Outcome.DONE, build.end().orElseThrow().outcome(), build::toString);
        return build;
    }

    /// New jobs, and old ones that go and come back.
    private static void writes(Board board, long company, List<Long> ids, AtomicInteger written) {
        // Jobs that come in after every chunk would keep the build going for ever.
        if (written.get() >= 12 * PER_STEP) return;
        for (int i = 0; i < PER_STEP; i++) {
            int number = written.incrementAndGet();
            if (i % 5 == 0) ids.add(post(board, company, BEFORE + number));
            else move(board, ids.get(number * 7 % ids.size()));
        }
    }

    private static void move(Board board, long id) {
        HttpResponse<byte[]> paused = transition(board, id, "PAUSE", "PUBLISHED");
        if (paused.statusCode() == 409) {
            assertEquals(201, transition(board, id, "RESUME", "PAUSED").statusCode());
            return;
        }
        assertEquals(201, paused.statusCode(), () -> new String(paused.body(), StandardCharsets.UTF_8));
    }

    private static HttpResponse<byte[]> transition(Board board, long id, String move, String from) {
        return board.post(
                "/api/jobs/" + id + "/transitions", "{\"move\": \"%s\", \"from_state\": \"%s\"}".formatted(move, from));
    }

    private static long post(Board board, long company, int number) {
        HttpResponse<byte[]> posted = board.post("/api/jobs", Board.job(company, "Packer " + number));
        assertEquals(201, posted.statusCode());
        return Board.parse(posted).getJsonNumber("id").longValue();
    }

    /// Each job is in the index exactly as PostgreSQL has it, and no other is.
    private static void assertSame(Board board, List<Long> ids) {
        SearchCopy copy = board.wiring().copy().orElseThrow();
        String live = copy.index().status().live().orElseThrow();
        Map<Long, String> held = new HashMap<>();
        copy.elasticsearch()
                .indexContents()
                .after(live, 0, 10_000)
                .forEach(entry ->
                        held.put(entry.id(), entry.document().orElseThrow().toString()));
        Map<Long, String> truth = new HashMap<>();
        board.wiring()
                .postgres()
                .listedJobs()
                .after(0, 10_000)
                .forEach(entry ->
                        truth.put(entry.id(), entry.document().orElseThrow().toString()));
        assertEquals(truth, held);
        assertTrue(ids.containsAll(truth.keySet()));
    }

    /// Somebody who lists jobs from Elasticsearch all the while.
    private static final class Reader implements AutoCloseable {
        private final List<String> faults = Collections.synchronizedList(new ArrayList<>());
        private final AtomicInteger answers = new AtomicInteger();
        private final AtomicBoolean open = new AtomicBoolean(true);
        private final Thread thread;

        Reader(Board board) {
            thread = Thread.ofVirtual().start(() -> {
                while (open.get()) {
                    var answer = board.get("/api/jobs?read_model=elasticsearch&limit=1");
                    if (answer.statusCode() != 200)
                        faults.add(answer.statusCode() + " " + Arrays.toString(answer.body()));
                    answers.incrementAndGet();
                }
            });
        }

        void awaitAnswers(int more) throws InterruptedException {
            int before = answers.get();
            Eventually.within(Duration.ofSeconds(60), "answers", () -> answers.get() >= before + more);
        }

        @Override
        public void close() throws InterruptedException {
            open.set(false);
            thread.join();
        }
    }
}
