package dev.rozgar.engines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// One server for all facts, each of which leaves it running: a start takes too long to have one for each.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedElasticsearchTest {
    private final List<Integer> heard = new ArrayList<>();
    private final Set<Long> before = Children.now();
    private final EngineOptions options = EngineOptions.temporary().only(Origin.EMBEDDED);
    private final ElasticsearchEngine engine =
            Engines.of(Map.of()).elasticsearch(options.reporting((_, _, percent) -> heard.add(percent)));
    private final Rest rest = new Rest(engine.uri());
    private final List<Integer> heardAtFirst = List.copyOf(heard);

    @BeforeAll
    void givenAnIndexedDocument() throws IOException, InterruptedException {
        assertEquals(200, rest.send("PUT", "/kept", "{\"settings\":{\"number_of_replicas\":0}}"));
        assertEquals(201, rest.send("PUT", "/kept/_doc/1?refresh=true", "{\"x\":42}"));
    }

    @AfterAll
    void leavesNoProcessWhenClosed() {
        engine.close();
        assertEquals(List.of(), Children.since(before));
    }

    @Test
    void keepsItsDataOverAStopThatLeavesNoProcess() throws IOException, InterruptedException {
        engine.stop();
        assertEquals(List.of(), Children.since(before));
        engine.start();
        assertEquals(200, rest.send("GET", "/kept/_doc/1", ""));
    }

    @Test
    void keepsItsDataOverAKillThatLeavesNoProcess() throws IOException, InterruptedException {
        engine.kill();
        assertEquals(List.of(), Children.since(before));
        assertThrows(IOException.class, () -> rest.send("GET", "/_cluster/health", ""));
        engine.start();
        assertEquals(200, rest.send("GET", "/kept/_doc/1", ""));
    }

    @Test
    void answersAgainAfterAPauseInWhichItDidNot() throws IOException, InterruptedException {
        engine.pause();
        assertThrows(HttpTimeoutException.class, () -> rest.hasty().send("GET", "/_cluster/health", ""));
        engine.resume();
        assertEquals(200, rest.send("GET", "/_cluster/health", ""));
    }

    @Test
    void makesNoIndexByAccident() throws IOException, InterruptedException {
        assertEquals(404, rest.send("PUT", "/typo/_doc/1", "{}"));
    }

    @Test
    void reportsHowFarTheStartHasCome() {
        assertTrue(heardAtFirst.size() >= 5, heardAtFirst::toString);
        assertEquals(heardAtFirst.stream().sorted().toList(), heardAtFirst);
        assertEquals(100, heardAtFirst.getLast());
    }

    @Test
    void aFailedStartSaysTheFixAndLeavesNoProcess() {
        var running = Children.now();
        var tooMuch = options.withHeap(900_000_000);
        var failure = assertThrows(
                EngineFailure.class,
                () -> Engines.of(Map.of()).elasticsearch(tooMuch).close());
        assertTrue(failure.toString().contains("smaller heap"), failure.toString());
        assertEquals(List.of(), Children.since(running));
    }
}
