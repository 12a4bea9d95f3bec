package dev.rozgar.adapters.elasticsearch;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.document.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the checker wants of a reply: ids, versions and, as slices of the reply, documents.
final class CheckReply {
    private final byte[] reply;
    private final JsonScanner json;
    private final String idIn;
    private final List<Hit> hits = new ArrayList<>();
    private boolean partial;

    /// @param text the document's own bytes, if they were asked for
    record Hit(long id, long version, Optional<Document> text) {}

    private CheckReply(HttpReply reply, String idIn) {
        this.reply = reply.buffer();
        this.json = new JsonScanner(reply.buffer(), 0, reply.length());
        this.idIn = idIn;
    }

    /// Of a search that is sorted by the documents' own ids.
    static List<Hit> sorted(HttpReply reply) {
        return read(reply, "sort");
    }

    /// Of a search that asks for the documents' own ids as doc values.
    static List<Hit> fielded(HttpReply reply) {
        return read(reply, "fields");
    }

    /// Of a multi-get, by the ids it was asked for; what was not found is left out.
    static List<Hit> documents(HttpReply reply) {
        return read(reply, "_id");
    }

    private static List<Hit> read(HttpReply reply, String idIn) {
        CheckReply reading = new CheckReply(reply, idIn);
        try {
            reading.root();
        } catch (IllegalArgumentException defect) {
            throw ElasticFailures.senseless("check", defect);
        }
        if (reading.partial) throw PortFailure.unavailable("check: a part of the index did not answer", null);
        return reading.hits;
    }

    private void root() {
        json.enter('{');
        while (json.member()) {
            if (json.is("timed_out")) partial |= json.isTrue();
            else if (json.is("docs")) list();
            else if (json.is("hits")) inner();
            else json.skip();
        }
    }

    private void inner() {
        json.enter('{');
        while (json.member()) {
            if (json.is("hits")) list();
            else json.skip();
        }
    }

    private void list() {
        json.enter('[');
        while (json.element()) hit();
    }

    private void hit() {
        long id = 0;
        long version = 0;
        boolean found = true;
        Optional<Document> text = Optional.empty();
        json.enter('{');
        while (json.member()) {
            if (json.is(idIn)) id = id();
            else if (json.is("_version")) version = json.whole();
            else if (json.is("found")) found = json.isTrue();
            else if (json.is("error")) partial |= json.raw().startsWith("{");
            else if (json.is("_source")) text = Optional.of(slice());
            else json.skip();
        }
        if (found) hits.add(new Hit(id, version, text));
    }

    private Document slice() {
        int start = json.position();
        json.skip();
        return new Document(reply, start, json.position() - start);
    }

    private long id() {
        return switch (idIn) {
            case "_id" -> Long.parseLong(json.raw().replace("\"", ""));
            case "sort" -> only();
            default -> field();
        };
    }

    private long field() {
        long id = 0;
        json.enter('{');
        while (json.member()) {
            if (json.is("id")) id = only();
            else json.skip();
        }
        return id;
    }

    private long only() {
        long value = 0;
        json.enter('[');
        while (json.element()) value = json.whole();
        return value;
    }
}
