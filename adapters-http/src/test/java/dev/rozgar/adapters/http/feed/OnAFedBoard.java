package dev.rozgar.adapters.http.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.adapters.http.Board;
import dev.rozgar.adapters.http.Board.Reply;
import dev.rozgar.adapters.http.SampleDocument;
import dev.rozgar.application.feed.InMemoryFeed.Listed;
import dev.rozgar.application.listing.JobFields;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A board over a feed of two jobs, and callers who wait for what comes.
abstract class OnAFedBoard {
    static final String CHANGES = "/api/jobs/changes";

    final Board board = Board.open();
    final ExecutorService others = Executors.newVirtualThreadPerTaskExecutor();

    @BeforeEach
    void twoJobs() {
        put(1, "Goa");
        put(2, "Kerala");
    }

    @AfterEach
    void close() {
        board.close();
        others.close();
    }

    void put(long id, String region) {
        board.feed.put(id, job(id, region));
    }

    static Listed job(long id, String region) {
        return new Listed(SampleDocument.full(JobFields.JOB, id), region, 7, Board.NOW.plus(Duration.ofDays(9)));
    }

    JsonObject page(String query) {
        Reply reply = board.get(CHANGES + query);
        assertEquals(200, reply.status(), reply::text);
        return parse(reply);
    }

    static JsonObject parse(Reply reply) {
        return JsonProvider.provider()
                .createReader(new ByteArrayInputStream(reply.bytes()))
                .readObject();
    }

    static List<Long> ids(JsonObject page) {
        return page.getJsonArray("changes").stream()
                .map(change -> change.asJsonObject().getJsonNumber("id").longValue())
                .toList();
    }

    String end() {
        return page("?cursor=now").getString("next");
    }

    CompletableFuture<JsonObject> later(String query) {
        return CompletableFuture.supplyAsync(() -> page(query), others);
    }

    int waiting() {
        return (int) board.metrics.get("http.changes.waiting").gauge().value();
    }

    void awaitWaiting(int callers) {
        while (waiting() != callers) Thread.onSpinWait();
    }

    static boolean more(JsonObject page) {
        return page.getBoolean("more");
    }
}
