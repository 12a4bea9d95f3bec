package dev.rozgar.application.document;

import java.util.Optional;
import java.util.Set;

/// A row that many documents may show, such as a company or a group of occupations.
///
/// @param table the derivation knows ([#tables])
/// @param key what tells it from the other rows of its table
public record SharedRow(String table, Value key) {
    /// Tables of which many documents of this declaration may show the same row.
    public static Set<String> tables(DocumentSchema schema) {
        return Sources.of(schema).shared().keySet();
    }

    /// Empty where documents show no such table, or its rows could not have such a key. Whether there is such a row,
    /// the
    /// database knows.
    public static Optional<SharedRow> parse(DocumentSchema schema, String table, String key) {
        return Optional.ofNullable(Sources.of(schema).shared().get(table))
                .flatMap(its -> its.kind().parse(key))
                .map(value -> new SharedRow(table, value));
    }
}
