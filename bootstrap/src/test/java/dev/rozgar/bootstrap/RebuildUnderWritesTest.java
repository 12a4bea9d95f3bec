package dev.rozgar.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.rebuild.RebuildIndex;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RebuildUnderWritesTest {
    private static final int BEFORE = 600;
    private static final int PER_CHUNK = 25;

    @Test
    void whatIsWrittenDuringARebuildIsInTheNewIndex() throws InterruptedException {
        try (Board board = Board.onSharedEngines(Map.of())) {
            board.awaitIndex();
            long company = board.company("rebuild-works");
            for (int i = 0; i < BEFORE; i++) post(board, company, i);
            SearchCopy copy = board.wiring().copy().orElseThrow();
            String old = copy.index().status().live().orElseThrow();
            AtomicInteger during = new AtomicInteger();
            // Between two chunks: some of these jobs the build comes by later, and some are paid by the relay alone.
            Optional<RebuildIndex.Result> result = copy.rebuild(false, (_, _) -> {
                // There is one place for an index under construction.
                assertEquals(Optional.empty(), copy.rebuild(true, (_, _) -> {}));
                // Jobs that come in after every chunk would keep the build going for ever.
                if (during.get() >= 2 * PER_CHUNK) return;
                for (int i = 0; i < PER_CHUNK; i++) post(board, company, during.incrementAndGet());
            });
            board.awaitIndex();
            assertTrue(result.orElseThrow().promoted());
            assertEquals(2 * PER_CHUNK, during.get());
            assertNotEquals(old, copy.index().status().live().orElseThrow());
            assertEquals(BEFORE + during.get(), copy.index().status().documents());
            assertEquals(
                    BEFORE + during.get(),
                    board.wiring().postgres().listedJobs().count());
        }
    }

    private static void post(Board board, long company, int number) {
        assertEquals(
                201,
                board.post("/api/jobs", Board.job(company, "Packer " + number)).statusCode());
    }
}
