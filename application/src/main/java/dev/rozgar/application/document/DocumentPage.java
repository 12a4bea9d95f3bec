package dev.rozgar.application.document;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// One page of a list, ready to be sent.
///
/// @param items in the query's order, as many as its limit or fewer
/// @param next the token of the following page; empty on the last
/// @param total how many documents match, unless it was not asked for
public record DocumentPage(DocumentQuery query, List<Document> items, Optional<String> next, Optional<Total> total) {
    /// @param exact whether there are `value` matches, or at least so many
    public record Total(long value, boolean exact) {
        /// What a count that stops just behind the limit knows.
        public static Total limited(long counted) {
            return counted > Count.LIMIT ? new Total(Count.LIMIT, false) : new Total(counted, true);
        }
    }

    public DocumentPage {
        items = List.copyOf(items);
    }

    /// A page from one document more than was asked for (read to learn whether there is a next page), or from fewer.
    ///
    /// @param last the sort keys of the last document that fits on the page
    public static DocumentPage of(
            DocumentQuery query, List<Document> found, Optional<Cursor> last, Optional<Total> total) {
        boolean more = found.size() > query.limit();
        Optional<String> next = more ? last.map(cursor -> cursor.token(query)) : Optional.empty();
        return new DocumentPage(query, more ? found.subList(0, query.limit()) : found, next, total);
    }

    /// A page whose documents are no more than the limit.
    ///
    /// @param following the sort keys of the last document, if there is a page behind it
    public static DocumentPage upTo(
            DocumentQuery query, List<Document> items, Optional<Cursor> following, Optional<Total> total) {
        return new DocumentPage(query, items, following.map(cursor -> cursor.token(query)), total);
    }

    /// `{"items":[…],"next":…,"as_of":…,"total":{"value":…,"relation":"eq"|"gte"}}`; the documents' bytes go in
    /// untouched.
    ///
    /// @param members further ones, each `,"name":value`; ASCII
    public byte[] json(String members) {
        byte[] head = "{\"items\":[".getBytes(StandardCharsets.US_ASCII);
        byte[] tail = (tail() + members + '}').getBytes(StandardCharsets.US_ASCII);
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

    private String tail() {
        String token = next.map(text -> '"' + text + '"').orElse("null");
        String counted = total.map(t ->
                        ",\"total\":{\"value\":" + t.value() + ",\"relation\":\"" + (t.exact() ? "eq" : "gte") + "\"}")
                .orElse("");
        return "],\"next\":" + token + ",\"as_of\":\"" + query.asOf() + '"' + counted;
    }
}
