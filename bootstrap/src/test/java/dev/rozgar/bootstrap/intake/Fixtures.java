package dev.rozgar.bootstrap.intake;

import dev.rozgar.application.intake.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The small files of the tests.
final class Fixtures {
    private Fixtures() {}

    static Path file(String name) {
        try {
            return Path.of(
                    Objects.requireNonNull(Fixtures.class.getResource(name)).toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String text(String name) {
        try {
            return new String(Files.readAllBytes(file(name)), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Profile board() {
        return Profiles.find(file("board.yaml").toString());
    }

    static List<Row> csv(Path file, Profile profile) {
        return csv(file, profile, Optional.empty());
    }

    static List<Row> csv(Path file, Profile profile, Optional<LocalDate> shiftTo) {
        try (var lines = new Lines(file, profile.reading().charset())) {
            return all(new CsvRows(lines, profile, shiftTo));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static List<Row> ndjson(Path file) {
        try (var lines = new Lines(file, StandardCharsets.UTF_8)) {
            return all(new NdjsonRows(lines, Profiles.find("schema-org")));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Path written(Path folder, String text) {
        try {
            return Files.writeString(folder.resolve("written"), text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static <T> List<T> all(Iterator<T> entries) {
        var found = new ArrayList<T>();
        entries.forEachRemaining(found::add);
        return found;
    }

    static Row.Posting posting(List<Row> rows, String key) {
        return rows.stream()
                .filter(row -> row.key().equals(key))
                .findFirst()
                .map(Row.Posting.class::cast)
                .orElseThrow();
    }

    static String reason(List<Row> rows, String key) {
        return rows.stream()
                .filter(row -> row.key().equals(key))
                .findFirst()
                .map(Row.Rejected.class::cast)
                .orElseThrow()
                .reason();
    }
}
