package dev.rozgar.application.document;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// One page of a list, ready to be sent.
///
/// @param items in the query's order, as many as its limit or fewer, or of as many kinds ([PageShape#each])
/// @param next the token of the following page; empty on the last
/// @param prev the token of the page before; empty on the first
/// @param total how many documents match, unless it was not asked for
/// @param hits one for each item, if the query tells anything of them ([DocumentQuery#tells])
/// @param facets one for each of the query's wishes and in their order, or none as yet ([#counting])
public record DocumentPage(
        DocumentQuery query,
        List<Document> items,
        Optional<String> next,
        Optional<String> prev,
        Optional<Total> total,
        List<Hit> hits,
        List<Facet> facets) {
    /// Why a document stands where it stands.
    ///
    /// @param score its points, if it was asked for by them
    /// @param metres to the nearest of its points, if it was asked for by distance and has one
    /// @param collapsed how many more of its kind match and are not shown, if only so many are
    /// @param highlights of its texts, a JSON object, if they were asked for and found
    public record Hit(OptionalLong score, OptionalDouble metres, OptionalLong collapsed, Optional<String> highlights) {
        /// One of which nothing is told.
        public static final Hit SILENT = new Hit(OptionalLong.empty(), OptionalDouble.empty());

        public Hit(OptionalLong score, OptionalDouble metres) {
            this(score, metres, OptionalLong.empty(), Optional.empty());
        }

        /// @param keys one for each of [DocumentQuery#keys]
        public static Hit of(DocumentQuery query, List<Optional<Value>> keys) {
            OptionalLong score = OptionalLong.empty();
            OptionalDouble metres = OptionalDouble.empty();
            for (int i = 0; i < keys.size(); i++) {
                switch (query.keys().get(i)) {
                    case Sort.ByScore _ -> {
                        if (keys.get(i).orElse(null) instanceof Value.Whole whole)
                            score = OptionalLong.of(whole.number());
                    }
                    case Sort.ByDistance _ -> {
                        if (keys.get(i).orElse(null) instanceof Value.Real real)
                            metres = OptionalDouble.of(real.number());
                    }
                    case Sort.ByField _ -> {}
                }
            }
            return new Hit(score, metres);
        }

        public Hit collapsed(long others) {
            return new Hit(score, metres, OptionalLong.of(others), highlights);
        }

        public Hit highlighted(Optional<String> json) {
            return new Hit(score, metres, collapsed, json);
        }

        /// `{"score":96,"distance_km":3.214}`: kilometres to the metre.
        private String json() {
            List<String> members = new ArrayList<>();
            score.ifPresent(points -> members.add("\"score\":" + points));
            metres.ifPresent(far -> members.add("\"distance_km\":" + BigDecimal.valueOf(Math.round(far), 3)));
            collapsed.ifPresent(others -> members.add("\"collapsed\":" + others));
            highlights.ifPresent(json -> members.add("\"highlights\":" + json));
            return members.stream().collect(Collectors.joining(",", "{", "}"));
        }
    }

    /// @param exact whether there are `value` matches, or at least so many
    public record Total(long value, boolean exact) {
        /// What a count that stops just behind the limit knows.
        public static Total limited(long counted) {
            return counted > Count.LIMIT ? new Total(Count.LIMIT, false) : new Total(counted, true);
        }
    }

    public DocumentPage {
        items = List.copyOf(items);
        hits = List.copyOf(hits);
        if (!hits.isEmpty() && hits.size() != items.size())
            throw new IllegalArgumentException("one hit for each of " + items.size() + " documents: " + hits.size());
        facets = List.copyOf(facets);
        if (!facets.isEmpty() && !answers(query, facets))
            throw new IllegalArgumentException("other facets than were asked for");
    }

    private static boolean answers(DocumentQuery query, List<Facet> facets) {
        return facets.stream().map(Facet::wish).toList().equals(query.facets());
    }

    /// One of whose documents nothing is told.
    public DocumentPage(DocumentQuery query, List<Document> items, Optional<String> next, Optional<Total> total) {
        this(query, items, next, Optional.empty(), total, List.of(), List.of());
    }

    /// A first page from one document more than was asked for (read to learn whether there is a next page), or from
    /// fewer.
    ///
    /// @param last the sort keys of the last document that fits on the page
    public static DocumentPage of(
            DocumentQuery query, List<Document> found, Optional<Cursor> last, Optional<Total> total) {
        boolean more = found.size() > query.limit();
        Ways ways = Ways.on(more ? last : Optional.empty());
        return upTo(query, found.subList(0, more ? query.limit() : found.size()), ways, total, List.of());
    }

    /// A page whose documents are no more than the limit.
    ///
    /// @param ways to the pages around it
    public static DocumentPage upTo(
            DocumentQuery query, List<Document> items, Ways ways, Optional<Total> total, List<Hit> hits) {
        return new DocumentPage(
                query,
                items,
                ways.on().map(cursor -> cursor.token(query)),
                ways.back().map(cursor -> cursor.token(query)),
                total,
                hits,
                List.of());
    }

    /// The same page with hits.
    ///
    /// @param more one for each document
    public DocumentPage telling(List<Hit> more) {
        return new DocumentPage(query, items, next, prev, total, more, facets);
    }

    /// The same page with another count.
    public DocumentPage counted(Optional<Total> counted) {
        return new DocumentPage(query, items, next, prev, counted, hits, facets);
    }

    /// The same page with what the query's wishes are answered by.
    public DocumentPage counting(List<Facet> answers) {
        return new DocumentPage(query, items, next, prev, total, hits, answers);
    }

    /// `{"items":[…],"hits":[…],"next":…,"prev":…,"as_of":…,"total":{"value":…,"relation":…},"facets":{…}}`; the
    /// documents' bytes go in untouched.
    ///
    /// @param members further ones, each `,"name":value`
    public byte[] json(String members) {
        byte[] head = "{\"items\":[".getBytes(StandardCharsets.US_ASCII);
        byte[] tail = (tail() + facetsJson() + members + '}').getBytes(StandardCharsets.UTF_8);
        int commas = Math.max(0, items.size() - 1);
        byte[] json =
                new byte[head.length + items.stream().mapToInt(Document::length).sum() + commas + tail.length];
        System.arraycopy(head, 0, json, 0, head.length);
        int end = head.length;
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) json[end++] = ',';
            end = items.get(i).copyTo(json, end);
        }
        System.arraycopy(tail, 0, json, end, tail.length);
        return json;
    }

    private String facetsJson() {
        if (!answers(query, facets)) throw new IllegalStateException("facets were asked for and not counted");
        return facets.isEmpty()
                ? ""
                : facets.stream().map(Facet::json).collect(Collectors.joining(",", ",\"facets\":{", "}"));
    }

    private String tail() {
        String counted = total.map(t ->
                        ",\"total\":{\"value\":" + t.value() + ",\"relation\":\"" + (t.exact() ? "eq" : "gte") + "\"}")
                .orElse("");
        String told =
                hits.isEmpty() ? "" : hits.stream().map(Hit::json).collect(Collectors.joining(",", ",\"hits\":[", "]"));
        String ways = ",\"next\":" + token(next) + ",\"prev\":" + token(prev);
        return ']' + told + ways + ",\"as_of\":\"" + query.asOf() + '"' + counted;
    }

    private static String token(Optional<String> cursor) {
        return cursor.map(text -> '"' + text + '"').orElse("null");
    }
}
