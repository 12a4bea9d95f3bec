package dev.rozgar.adapters.elasticsearch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.rozgar.application.document.Document;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is of interest in the reply to a search. The documents are slices of the reply itself.
///
/// @param partial whether a shard failed or ran out of time, so that documents may be missing
/// @param shards that the index lies on
/// @param hits how many matches were counted, and whether there are more; empty if nobody asked
/// @param outer how many hits there are, each of which may have gathered several of those that are found, or
/// none if they have gone in between
/// @param aggregations empty if there were none
record SearchReply(
        boolean partial,
        long shards,
        Optional<Counted> hits,
        int outer,
        List<Hit> found,
        Optional<JsonObject> aggregations) {
    private static final JsonProvider JSON = JsonProvider.provider();

    /// What follows a document in a hit of a search that asks for nothing but documents in an order. It cannot lie
    /// within a text, where quotes are escaped; no declared field is called `sort` (the field's name would have to
    /// follow an object and hold an array).
    private static final String BEHIND_DOCUMENT = "},\"sort\":[";

    record Counted(long value, boolean exact) {}

    /// @param sort where the array of sort keys begins in the reply
    /// @param sortLength its bytes
    /// @param gathered what it has in common with others that it stands for or stands among, or 0
    record Hit(Document document, byte[] reply, int sort, int sortLength, long gathered) {
        /// The sort keys, read only for the one hit where they are needed.
        JsonArray sortKeys() {
            try (JsonReader reader = JSON.createReader(new ByteArrayInputStream(reply, sort, sortLength))) {
                return reader.readArray();
            }
        }
    }

    /// Those of all these, read in one go: a reader costs more than what it reads here.
    static List<JsonArray> sortKeys(List<Hit> hits) {
        if (hits.isEmpty()) return List.of();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Hit hit : hits) {
            all.write(all.size() == 0 ? '[' : ',');
            all.write(hit.reply, hit.sort, hit.sortLength);
        }
        all.write(']');
        try (JsonReader reader = JSON.createReader(new ByteArrayInputStream(all.toByteArray()))) {
            return reader.readArray().getValuesAs(JsonArray.class);
        }
    }

    static SearchReply read(byte[] reply, int length) {
        return read(reply, length, false);
    }

    /// @param plain whether each hit is a document and its sort keys and nothing else: then the end of a
    /// document is looked for instead of walked to
    static SearchReply read(byte[] reply, int length, boolean plain) {
        Reading reading = new Reading(reply, length, plain);
        reading.root();
        return new SearchReply(
                reading.partial, reading.shards, reading.hits, reading.outer, reading.found, reading.aggregations);
    }

    /// The state of one pass over a reply.
    private static final class Reading {
        private final byte[] reply;
        private final JsonScanner json;
        /// The reply, a character for each byte, if it is plain: the JDK takes less time for this copy and a search
        /// of it than we for a search of the bytes themselves.
        private final Optional<String> text;
        private final List<Hit> found = new ArrayList<>();
        private Optional<Counted> hits = Optional.empty();
        private Optional<JsonObject> aggregations = Optional.empty();
        private boolean partial;
        private long shards;
        private int outer;

        Reading(byte[] reply, int length, boolean plain) {
            this.reply = reply;
            this.text = plain ? Optional.of(new String(reply, 0, length, ISO_8859_1)) : Optional.empty();
            this.json = new JsonScanner(reply, 0, length);
        }

        void root() {
            json.enter('{');
            while (json.member()) {
                if (json.is("timed_out")) partial |= json.isTrue();
                else if (json.is("_shards")) shards();
                else if (json.is("hits")) hits();
                else if (json.is("aggregations")) aggregations();
                else json.skip();
            }
        }

        private void aggregations() {
            int start = json.position();
            json.skip();
            var slice = new ByteArrayInputStream(reply, start, json.position() - start);
            try (JsonReader reader = JSON.createReader(slice)) {
                aggregations = Optional.of(reader.readObject());
            }
        }

        private void shards() {
            json.enter('{');
            while (json.member()) {
                if (json.is("failed")) partial |= json.whole() > 0;
                else if (json.is("total")) shards = json.whole();
                else json.skip();
            }
        }

        private void hits() {
            json.enter('{');
            while (json.member()) {
                if (json.is("total")) total();
                else if (json.is("hits")) list();
                else json.skip();
            }
        }

        private void total() {
            long counted = 0;
            boolean exact = false;
            json.enter('{');
            while (json.member()) {
                if (json.is("value")) counted = json.whole();
                else if (json.is("relation")) exact = json.raw().equals("\"eq\"");
                else json.skip();
            }
            hits = Optional.of(new Counted(counted, exact));
        }

        private void list() {
            json.enter('[');
            while (json.element()) {
                found.addAll(hit());
                outer++;
            }
        }

        /// The hit, or those that it has gathered.
        private List<Hit> hit() {
            Document document = null;
            Optional<List<Hit>> inner = Optional.empty();
            int sort = 0;
            int sortLength = 0;
            long gathered = 0;
            json.enter('{');
            while (json.member()) {
                int start = json.position();
                if (json.is("fields")) {
                    gathered = gathered();
                    continue;
                }
                if (json.is("inner_hits")) {
                    inner = Optional.of(inner());
                    continue;
                }
                boolean isSource = json.is("_source");
                boolean isSort = json.is("sort");
                if (isSource) document();
                else json.skip();
                if (isSource) document = new Document(reply, start, json.position() - start);
                if (isSort) {
                    sort = start;
                    sortLength = json.position() - start;
                }
            }
            if (inner.isPresent()) return gathered(inner.get(), gathered);
            if (document == null) throw new IllegalArgumentException("a hit without a document");
            return List.of(new Hit(document, reply, sort, sortLength, gathered));
        }

        /// Passes over one.
        private void document() {
            int start = json.position();
            int end = text.map(all -> all.indexOf(BEHIND_DOCUMENT, start)).orElse(-1);
            if (end < 0) json.skip();
            else json.moveTo(end + 1);
        }

        private static List<Hit> gathered(List<Hit> inner, long by) {
            return inner.stream()
                    .map(hit -> new Hit(hit.document, hit.reply, hit.sort, hit.sortLength, by))
                    .toList();
        }

        /// `{"first":{"hits":{"hits":[…]}}}`
        private List<Hit> inner() {
            List<Hit> all = new ArrayList<>();
            json.enter('{');
            while (json.member()) {
                json.enter('{');
                while (json.member()) {
                    json.enter('{');
                    while (json.member()) {
                        if (json.is("hits")) inner(all);
                        else json.skip();
                    }
                }
            }
            return all;
        }

        private void inner(List<Hit> into) {
            json.enter('[');
            while (json.element()) into.addAll(hit());
        }

        /// The one value of the one field.
        private long gathered() {
            long value = 0;
            json.enter('{');
            while (json.member()) {
                json.enter('[');
                while (json.element()) value = json.whole();
            }
            return value;
        }
    }
}
