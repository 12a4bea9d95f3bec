package dev.rozgar.bootstrap.demo;

import dev.rozgar.bootstrap.taxonomy.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The demo's words and sentences by kind: `names.tsv` and `sentences.tsv`.
final class Wording {
    private static final Map<String, List<List<String>>> NAMES = byKind("names.tsv");
    private static final Map<String, List<List<String>>> SENTENCES = byKind("sentences.tsv");

    private Wording() {}

    static List<String> names(String kind) {
        return column(NAMES, kind);
    }

    /// Words of trades, each with the industry it tells.
    static List<List<String>> trades() {
        return NAMES.getOrDefault("trade", List.of());
    }

    static List<String> sentences(String kind) {
        return column(SENTENCES, kind);
    }

    private static List<String> column(Map<String, List<List<String>>> table, String kind) {
        var rows = table.getOrDefault(kind, List.of());
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("no words of the kind " + kind);
        }
        return rows.stream().map(row -> row.get(1)).toList();
    }

    private static Map<String, List<List<String>>> byKind(String name) {
        return Table.rows(Wording.class, name).stream().collect(Collectors.groupingBy(List::getFirst));
    }
}
