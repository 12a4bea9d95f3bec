package dev.rozgar.adapters.http.feed;

import dev.rozgar.adapters.http.json.Json;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.feed.Change;
import dev.rozgar.application.feed.ChangePage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Changes as JSON, each on one line; what was built by the store goes through as it is.
final class ChangesJson {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    static byte[] of(ChangePage page) {
        ChangesJson json = new ChangesJson();
        json.text("{\"changes\":[");
        String comma = "";
        for (Change change : page.changes()) {
            json.text(comma);
            json.change(change);
            comma = ",\n";
        }
        json.text("],\"next\":\"" + page.next().token() + "\",\"more\":" + page.more() + "}");
        return json.out.toByteArray();
    }

    static byte[] of(Change change) {
        ChangesJson json = new ChangesJson();
        json.change(change);
        return json.out.toByteArray();
    }

    private void change(Change change) {
        switch (change) {
            case Change.Upsert(long id, Instant at, Document document) -> {
                head(id, "upsert", at);
                text(",\"document\":");
                bytes(document, 0);
            }
            case Change.Remove(long id, Instant at, String reason, Document kept) -> {
                head(id, "remove", at);
                text(",\"reason\":\"" + reason + "\",");
                // Its members become members of the change.
                bytes(kept, 1);
                return;
            }
        }
        text("}");
    }

    private void head(long id, String kind, Instant at) {
        text("{\"id\":" + id + ",\"kind\":\"" + kind + "\",\"at\":"
                + Json.text(at.truncatedTo(ChronoUnit.MILLIS).toString()));
    }

    private void bytes(Document document, int from) {
        byte[] bytes = document.bytes();
        out.write(bytes, from, bytes.length - from);
    }

    private void text(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
