package dev.rozgar.bootstrap.taxonomy;

import dev.rozgar.domain.company.IndustryCode;
import dev.rozgar.domain.job.OccupationId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Industries and occupations, as `taxonomy.tsv` declares them and the migration `V9__taxonomy.sql` stores them.
public final class Taxonomy {
    /// What a line of the table is.
    public enum Kind {
        INDUSTRY,
        FIELD,
        GROUP,
        OCCUPATION
    }

    /// @param key    a dotted code for industries, a number for the rest
    /// @param parent the key of the entry above it
    public record Entry(Kind kind, String key, String label, Optional<String> parent) {}

    private static final Taxonomy STANDARD = new Taxonomy(Table.rows(Taxonomy.class, "taxonomy.tsv").stream()
            .map(Taxonomy::entry)
            .toList());

    private final List<Entry> entries;
    private final Map<String, Entry> occupations;
    private final Map<String, Entry> industries;

    private Taxonomy(List<Entry> entries) {
        this.entries = entries;
        this.occupations = of(Kind.OCCUPATION, Entry::label);
        this.industries = of(Kind.INDUSTRY, Entry::key);
    }

    /// The one that comes with the product.
    public static Taxonomy standard() {
        return STANDARD;
    }

    /// In the order of the table: parents before children.
    public List<Entry> entries() {
        return entries;
    }

    /// The occupation of that label, whatever its letter case.
    public Optional<OccupationId> occupation(String label) {
        return Optional.ofNullable(occupations.get(label.toLowerCase(Locale.ROOT)))
                .map(entry -> new OccupationId(Long.parseLong(entry.key())));
    }

    /// The industry of that code.
    public Optional<IndustryCode> industry(String code) {
        return Optional.ofNullable(industries.get(code)).map(entry -> new IndustryCode(entry.key()));
    }

    private Map<String, Entry> of(Kind kind, Function<Entry, String> key) {
        return entries.stream()
                .filter(entry -> entry.kind() == kind)
                .collect(Collectors.toUnmodifiableMap(
                        entry -> key.apply(entry).toLowerCase(Locale.ROOT), Function.identity()));
    }

    private static Entry entry(List<String> cells) {
        var kind = Kind.valueOf(cells.getFirst().toUpperCase(Locale.ROOT));
        return new Entry(
                kind, cells.get(1), cells.get(2), cells.size() > 3 ? Optional.of(cells.get(3)) : Optional.empty());
    }
}
