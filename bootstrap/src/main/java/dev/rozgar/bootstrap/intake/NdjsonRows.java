package dev.rozgar.bootstrap.intake;

import dev.rozgar.application.intake.Row;
import dev.rozgar.domain.InvalidValues;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/// The rows of a file with one schema.org JobPosting per line. Empty lines say nothing.
final class NdjsonRows implements Iterator<Row> {
    private static final int DEEPEST = 64;
    private static final JsonReaderFactory READERS =
            JsonProvider.provider().createReaderFactory(Map.of("org.eclipse.parsson.maxDepth", DEEPEST));

    private final Profile profile;
    private final Lines lines;
    private Optional<Lines.Line> next;

    NdjsonRows(Lines lines, Profile profile) {
        this.profile = profile;
        this.lines = lines;
        this.next = read();
    }

    @Override
    public boolean hasNext() {
        return next.isPresent();
    }

    @Override
    public Row next() {
        var line = next.orElseThrow(NoSuchElementException::new);
        next = read();
        return row(line);
    }

    private Optional<Lines.Line> read() {
        var line = lines.next();
        while (line.isPresent() && line.get().text().isBlank()) {
            line = lines.next();
        }
        return line;
    }

    private Row row(Lines.Line line) {
        if (line.isTooLong()) {
            return new Row.Rejected(line.number(), "", "MALFORMED: the line is too long");
        }
        if (profile.reading().rejectInvalid() && line.text().indexOf('\uFFFD') >= 0) {
            return new Row.Rejected(line.number(), "", "MALFORMED: has bytes that are not UTF-8");
        }
        if (depth(line.text()) > DEEPEST) {
            return new Row.Rejected(line.number(), "", "MALFORMED: nests more than " + DEEPEST + " levels");
        }
        var key = "";
        try (JsonReader reader = READERS.createReader(new StringReader(line.text()))) {
            var posting = new SchemaPosting(profile, new JsonMembers(posting(reader.readValue())));
            key = posting.identifier().map(Cleaned::line).orElse("");
            return posting.read(line.number(), Cleaned.shortened(key, 100));
        } catch (JsonParsingException malformed) {
            return new Row.Rejected(line.number(), key, "MALFORMED: is no JSON document");
        } catch (InvalidValues invalid) {
            return new Row.Rejected(line.number(), Cleaned.shortened(key, 100), CsvRows.words(invalid));
        } catch (JsonException | ArithmeticException | UnsupportedOperationException tooLarge) {
            // The parser's own words for numbers beyond its limits.
            return new Row.Rejected(line.number(), key, "MALFORMED: has a number that is too large");
        }
    }

    /// How deep objects and lists nest; looked at beforehand, because the parser goes down by recursion.
    private static int depth(String json) {
        int depth = 0;
        int deepest = 0;
        boolean inText = false;
        for (int i = 0; i < json.length(); i++) {
            switch (json.charAt(i)) {
                case '"' -> inText = !inText;
                case '\\' -> i++;
                case '{', '[' -> deepest = inText ? deepest : Math.max(deepest, ++depth);
                case '}', ']' -> depth -= inText ? 0 : 1;
                default -> {}
            }
        }
        return deepest;
    }

    private static JsonObject posting(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw InvalidValues.of("MALFORMED", "must be a JSON object");
    }
}
