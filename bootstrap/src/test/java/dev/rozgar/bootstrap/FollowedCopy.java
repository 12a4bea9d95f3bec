package dev.rozgar.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;

/// Somebody who keeps a copy of the listed jobs over HTTP, as the documentation advises: an export, and the changes
/// from its cursor on.
final class FollowedCopy {
    private static final JsonProvider JSON = JsonProvider.provider();

    private final Board board;
    private final String filter;
    private final Map<Long, JsonObject> jobs;
    private String cursor;

    /// Exports.
    ///
    /// @param filter begins with `&`, or is empty
    FollowedCopy(Board board, String readModel, String filter) {
        this.board = board;
        this.filter = filter;
        HttpResponse<byte[]> export = export(board, readModel, filter);
        this.cursor = export.headers().firstValue("Changes-Cursor").orElseThrow();
        this.jobs = documents(export);
    }

    /// What PostgreSQL lists now.
    static Map<Long, JsonObject> listed(Board board, String filter) {
        return documents(export(board, "postgres", filter));
    }

    private static HttpResponse<byte[]> export(Board board, String readModel, String filter) {
        HttpResponse<byte[]> export = board.get("/api/jobs/export?read_model=" + readModel + filter);
        assertEquals(200, export.statusCode(), () -> new String(export.body(), UTF_8));
        return export;
    }

    private static Map<Long, JsonObject> documents(HttpResponse<byte[]> export) {
        Map<Long, JsonObject> documents = new TreeMap<>();
        new String(export.body(), UTF_8)
                .lines()
                .map(line -> JSON.createReader(new StringReader(line)).readObject())
                .forEach(document -> documents.put(id(document), document));
        return documents;
    }

    private static long id(JsonObject object) {
        return object.getJsonNumber("id").longValue();
    }

    /// Reads a page, and waits so many seconds for one.
    ///
    /// @return whether there is more to be read at once
    boolean follow(int seconds) {
        JsonObject page = board.json("/api/jobs/changes?cursor=" + cursor + "&wait=" + seconds + "&limit=7" + filter);
        for (JsonValue change : page.getJsonArray("changes")) take(change.asJsonObject());
        boolean moved = !page.getString("next").equals(cursor);
        cursor = page.getString("next");
        return moved;
    }

    private void take(JsonObject change) {
        if (change.getString("kind").equals("upsert")) jobs.put(id(change), change.getJsonObject("document"));
        else jobs.remove(id(change));
    }

    /// All that is committed by now: others write to the same server, and their transactions hold the feed up.
    void catchUp() {
        board.awaitReadable();
        while (follow(0)) {}
    }

    String cursor() {
        return cursor;
    }

    Map<Long, JsonObject> jobs() {
        return jobs;
    }
}
