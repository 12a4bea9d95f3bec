package dev.rozgar.application.rebuild;

import dev.rozgar.application.document.Count;
import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Filter.Bound;
import dev.rozgar.application.document.Ranking;
import dev.rozgar.application.document.Sort;
import dev.rozgar.application.document.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The queries that a new index must answer as PostgreSQL does before it goes live. They stand in
/// `golden-queries.txt`, one on a line, as they would in a URL.
public final class GoldenQueries {
    private static final String FILE = "golden-queries.txt";

    private final DocumentSchema schema;
    private final List<String> lines;

    private GoldenQueries(DocumentSchema schema, List<String> lines) {
        this.schema = schema;
        this.lines = List.copyOf(lines);
    }

    /// @throws IllegalArgumentException if a line asks for what is not declared
    public static GoldenQueries of(DocumentSchema schema, String text) {
        List<String> lines = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        GoldenQueries queries = new GoldenQueries(schema, lines);
        queries.at(Instant.EPOCH);
        return queries;
    }

    /// Those that come with this version.
    public static GoldenQueries read(DocumentSchema schema) {
        try (InputStream file = Objects.requireNonNull(GoldenQueries.class.getResourceAsStream(FILE), FILE)) {
            return of(schema, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// @param text as it stands in the file
    public record Golden(String text, DocumentQuery query) {}

    /// All of them, as if they were asked at that moment.
    public List<Golden> at(Instant now) {
        return lines.stream().map(line -> new Golden(line, query(line, now))).toList();
    }

    private DocumentQuery query(String line, Instant now) {
        List<Filter> filters = new ArrayList<>();
        List<Sort> sorts = new ArrayList<>();
        for (String part : line.split("&")) {
            String[] both = part.split("=", 2);
            if (both.length < 2) throw new IllegalArgumentException(line + ": no = in " + part);
            if (both[0].equals("sort")) sorts.addAll(sorts(both[1]));
            else filters.add(filter(both[0], both[1]));
        }
        return new DocumentQuery(
                schema,
                filters,
                Ranking.NONE,
                DocumentQuery.orderedBy(schema, sorts),
                List.of(),
                List.of(),
                DocumentQuery.MAX_LIMIT,
                Optional.empty(),
                Count.EXACT,
                now);
    }

    private List<Sort> sorts(String text) {
        return Arrays.stream(text.split(","))
                .<Sort>map(key -> key.startsWith("-")
                        ? new Sort.ByField(schema.require(key.substring(1)), true)
                        : new Sort.ByField(schema.require(key), false))
                .toList();
    }

    private Filter filter(String name, String text) {
        int dot = name.lastIndexOf('.');
        String path = dot < 0 ? name : name.substring(0, dot);
        return switch (name.substring(dot + 1)) {
            case "gte" -> new Filter.Range(schema.require(path), bound(path, text, true), Optional.empty());
            case "gt" -> new Filter.Range(schema.require(path), bound(path, text, false), Optional.empty());
            case "lte" -> new Filter.Range(schema.require(path), Optional.empty(), bound(path, text, true));
            case "lt" -> new Filter.Range(schema.require(path), Optional.empty(), bound(path, text, false));
            default -> oneOf(schema.require(name), text);
        };
    }

    private Optional<Bound> bound(String path, String text, boolean inclusive) {
        return Optional.of(new Bound(value(schema.require(path), text), inclusive));
    }

    private static Filter oneOf(DocumentField field, String text) {
        return new Filter.OneOf(
                field,
                Arrays.stream(text.split(",")).map(one -> value(field, one)).toList());
    }

    private static Value value(DocumentField field, String text) {
        return field.kind()
                .parse(text)
                .orElseThrow(() -> new IllegalArgumentException(field.path() + ": " + text + " is no value of it"));
    }
}
