package dev.rozgar.bootstrap.relevance;

import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Filter.Bound;
import dev.rozgar.application.document.Filter.Near;
import dev.rozgar.application.document.Filter.OneOf;
import dev.rozgar.application.document.Filter.Range;
import dev.rozgar.application.document.GeoPoint;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.listing.JobFields;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A query whose jobs have been judged.
///
/// @param corpus where the jobs come from, as their documents call it (`source`)
/// @param group  of queries that are alike
/// @param q      what was typed
/// @param filters besides
record Judged(String corpus, String group, String q, List<Filter> filters, Grading grading) {
    private static final String FILE = "judged.tsv";
    private static final int GRADES = 4;

    Judged {
        filters = List.copyOf(filters);
    }

    /// Those that come with this version.
    static List<Judged> read() {
        try (InputStream file = Objects.requireNonNull(Judged.class.getResourceAsStream(FILE), FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Judged::of)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// @throws IllegalArgumentException for a line that is not understood
    static Judged of(String line) {
        List<String> cells = new ArrayList<>(Arrays.asList(line.split("\t", -1)));
        while (cells.size() < GRADES + Grading.BEST) cells.add("");
        if (cells.size() > GRADES + Grading.BEST) throw new IllegalArgumentException("too many cells: " + line);
        List<Filter> filters = cells.get(3).isEmpty()
                ? List.of()
                : Arrays.stream(cells.get(3).split("&")).map(Judged::filter).toList();
        return new Judged(
                cells.get(0),
                cells.get(1),
                cells.get(2),
                filters,
                Grading.of(cells.subList(GRADES, GRADES + Grading.BEST)));
    }

    /// `near=lat,lon/km`, `path.gte=value` or `path=value`.
    private static Filter filter(String text) {
        int at = text.indexOf('=');
        if (at < 1) throw new IllegalArgumentException("no filter: " + text);
        String name = text.substring(0, at);
        String value = text.substring(at + 1);
        if (name.equals("near")) {
            String[] both = value.split("/", 2);
            GeoPoint centre = GeoPoint.parse(both[0]).orElseThrow();
            return new Near(field("locations.point"), centre, Double.parseDouble(both[1]));
        }
        if (!name.endsWith(".gte")) return new OneOf(field(name), List.of(value(field(name), value)));
        DocumentField field = field(name.substring(0, name.length() - ".gte".length()));
        return new Range(field, Optional.of(new Bound(value(field, value), true)), Optional.empty());
    }

    private static DocumentField field(String path) {
        return JobFields.JOB.require(path);
    }

    private static Value value(DocumentField field, String text) {
        return field.kind().parse(text).orElseThrow(() -> new IllegalArgumentException(field.path() + ": " + text));
    }
}
