package dev.rozgar.adapters.http.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.http.Board;
import dev.rozgar.adapters.http.SampleDocument;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.feed.InMemoryFeed.Listed;
import dev.rozgar.application.listing.JobFields;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventStreamTest {
    private static final String CHANGES = "/api/jobs/changes";

    private final Board board = Board.open();

    @AfterEach
    void close() {
        board.close();
    }

    private Listener listen(String query, String... headers) throws IOException {
        return new Listener(board.http.port(), CHANGES + query, headers);
    }

    private void put(long id, String region) {
        board.feed.put(id, ChangesRoutesTest.job(id, region));
    }

    private static String id(List<String> event) {
        assertTrue(event.getFirst().startsWith("id: "), event::toString);
        return event.getFirst().substring(4);
    }

    @Test
    void eventsComeAsTheyHappen() throws IOException {
        try (Listener listener = listen("")) {
            assertEquals(200, listener.status());
            assertTrue(listener.head.contains("Content-Type: text/event-stream"), listener.head::toString);
            assertEquals("retry: 2000", listener.event().getFirst());

            put(1, "Goa");
            List<String> first = listener.event();
            assertEquals("event: upsert", first.get(1));
            assertTrue(first.get(2).startsWith("data: {\"id\":1,\"kind\":\"upsert\""), first::toString);
            assertTrue(first.get(2).endsWith(",\"document\":" + SampleDocument.full(JobFields.JOB, 1) + "}"));

            board.feed.remove(1, "PAUSED");
            assertEquals("event: remove", listener.event().get(1));
        }
    }

    @Test
    void whoComesAgainGoesOnBehindTheLastEvent() throws IOException {
        String last;
        try (Listener listener = listen("?locations.region=Goa")) {
            listener.event();
            put(1, "Goa");
            last = id(listener.event());
        }
        put(2, "Kerala");
        put(3, "Goa");

        // The address that a browser repeats is the first one.
        try (Listener listener = listen("?locations.region=Goa&cursor=now", "Last-Event-ID: " + last)) {
            assertEquals("id: " + last, listener.event().get(1));
            assertTrue(listener.event().get(2).contains("\"id\":3"));
        }
    }

    @Test
    void onlyTheLastOfThoseReadTogetherBearsAnId() throws IOException {
        put(1, "Goa");
        put(2, "Goa");
        try (Listener listener = listen("?since=PT1H")) {
            listener.event();
            assertEquals("event: upsert", listener.event().getFirst());
            id(listener.event());
        }
    }

    @Test
    void silenceIsBrokenByAComment() throws IOException {
        try (Listener listener = listen("")) {
            listener.event();
            assertEquals(List.of(":"), listener.next());
        }
    }

    @Test
    void whatDoesNotMatchMovesThePlaceAlone() throws IOException {
        try (Listener listener = listen("?locations.region=Goa")) {
            String start = listener.event().get(1);
            put(1, "Kerala");

            List<String> moved = listener.event();

            assertEquals(1, moved.size(), moved::toString);
            assertTrue(!moved.getFirst().equals(start) && moved.getFirst().startsWith("id: "));
        }
    }

    @Test
    void whoIsGoneLeavesItsPlace() throws IOException {
        for (int i = 0; i < 2 * Board.MOST_WAITING; i++) {
            try (Listener listener = listen("")) {
                assertEquals(200, listener.status());
                listener.event();
            }
            while (streams() > 0) Thread.onSpinWait();
        }
    }

    @Test
    void aStreamEndsWhenTheServerCloses() throws Exception {
        try (Listener listener = listen("")) {
            listener.event();
            Thread closing = Thread.ofVirtual().start(board.http::close);

            assertEquals(List.of(), listener.event());
            assertTrue(closing.join(Duration.ofSeconds(60)), "nothing is waited for");
        }
    }

    /// More than all buffers on the way hold.
    @Test
    void whoStopsReadingIsCutOff() throws IOException {
        try (Board impatient = Board.open(settings -> settings.withSilence(Duration.ofSeconds(3)));
                Listener listener = new Listener(impatient.http.port(), CHANGES)) {
            listener.event();
            Document large = Document.of(("{\"text\":\"" + "x".repeat(1_000_000) + "\"}").getBytes(UTF_8));
            Instant until = Board.NOW.plus(Duration.ofDays(9));
            for (long id = 1; id <= 50; id++) impatient.feed.put(id, new Listed(large, "Goa", 7, until));

            while (impatient.metrics.get("http.changes.streams").gauge().value() > 0) Thread.onSpinWait();
            assertThrows(IOException.class, () -> {
                while (!listener.event().isEmpty()) {}
            });
        }
    }

    @Test
    void aStreamIsCutOffWhereTheStoreDoesNotAnswer() throws IOException {
        try (Listener listener = listen("")) {
            listener.event();
            board.feed.failure = PortFailure.unavailable("gone", null);

            assertThrows(IOException.class, listener::event);
        }
    }

    /// What comes after it is told by the status, to whoever comes again.
    @Test
    void aStreamEndsWhereWhatFollowsIsForgotten() throws IOException {
        put(1, "Goa");
        try (Listener listener = listen("?cursor=c-1-0-0-0")) {
            assertEquals(200, listener.status());
            listener.event();
            listener.event();
            put(2, "Goa");
            put(3, "Goa");
            listener.event();
        }
        board.feed.forget(Instant.now().plusSeconds(1), 100);
        try (Listener listener = listen("", "Last-Event-ID: c-1-1-1-0")) {
            assertEquals(410, listener.status());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=5", "wait=5", "colour=red", "cursor=x"})
    void whatAStreamDoesNotKnowIsRefused(String query) throws IOException {
        try (Listener listener = listen("?" + query)) {
            assertEquals(400, listener.status());
        }
    }

    @Test
    void anIdThatIsNoneIsRefused() throws IOException {
        try (Listener listener = listen("", "Last-Event-ID: 17")) {
            assertEquals(400, listener.status());
        }
    }

    private int streams() {
        return (int) board.metrics.get("http.changes.streams").gauge().value();
    }
}
