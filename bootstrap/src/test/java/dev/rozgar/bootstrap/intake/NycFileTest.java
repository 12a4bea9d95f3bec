package dev.rozgar.bootstrap.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rozgar.application.intake.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The postings of New York City as they were published; the file is no part of the product.
class NycFileTest {
    private static final Path FILE = Path.of("../../shared/data/nyc-jobs.csv");
    private static final int ROWS = 5_197;

    @BeforeEach
    void fileIsHere() {
        assumeTrue(Files.isReadable(FILE), "skipped: " + FILE + " is not there");
    }

    @Test
    void everyRowIsAPosting() throws IOException {
        var rows = rows();
        rows.stream().filter(Row.Rejected.class::isInstance).forEach(System.out::println);

        assertEquals(ROWS, rows.size());
        assertTrue(rows.stream().allMatch(Row.Posting.class::isInstance));
    }

    @Test
    void mostPostingsHaveAnOccupation() throws IOException {
        var without = rows().stream()
                .map(Row.Posting.class::cast)
                .filter(posting ->
                        posting.content().classification().occupation().isEmpty())
                .toList();

        assertTrue(without.size() < ROWS / 20, without.size() + " have none");
    }

    private static List<Row> rows() throws IOException {
        var profile = Profiles.find("nyc");
        try (var lines = new Lines(FILE, profile.reading().charset())) {
            var rows = new ArrayList<Row>();
            new CsvRows(lines, profile, Optional.empty()).forEachRemaining(rows::add);
            return rows;
        }
    }
}
