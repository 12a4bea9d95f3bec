package dev.rozgar.bootstrap.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.rozgar.application.intake.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadAheadTest {
    @TempDir
    private Path folder;

    @Test
    void handsOnEveryRowInItsOrder() {
        List<Row> rows = IntStream.range(0, 1_000).mapToObj(ReadAheadTest::row).toList();

        try (var ahead = new ReadAhead(rows.iterator())) {
            assertEquals(rows, Fixtures.all(ahead));
        }
    }

    @Test
    void aBrokenFileIsToldToTheOneWhoReads() {
        var broken = new UncheckedIOException(new IOException("gone"));
        Stream<Row> rows = Stream.iterate(0, i -> i + 1).map(i -> {
            if (i == 100) {
                throw broken;
            }
            return row(i);
        });

        try (var ahead = new ReadAhead(rows.iterator())) {
            assertEquals(broken, assertThrows(UncheckedIOException.class, () -> Fixtures.all(ahead)));
        }
    }

    @Test
    void closingEndsTheReadingOfAFileThatNobodyReadsToItsEnd() {
        Stream<Row> endless = LongStream.iterate(0, i -> i + 1).mapToObj(ReadAheadTest::row);
        var ahead = new ReadAhead(endless.iterator());

        assertEquals(0, ahead.next().line());

        assertTimeoutPreemptively(Duration.ofSeconds(60), ahead::close);
    }

    @Test
    void holdsABatchOfRowsAndNoMore() {
        var source = new Endless(row(0));
        try (var ahead = new ReadAhead(source)) {
            holds(ReadAhead.AHEAD, source, ahead);
        }
    }

    @Test
    void holdsFewerRowsWhereTheyAreLong() {
        int letters = ReadAhead.HEAVY / 10;
        var source = new Endless(posting("x".repeat(letters)));
        try (var ahead = new ReadAhead(source)) {
            holds(10, source, ahead);
        }
    }

    /// Beside those it holds one is read that waits for room.
    private static void holds(int most, Endless source, ReadAhead ahead) {
        for (int taken = 0; taken < 5 * ReadAhead.AHEAD; taken++) {
            source.awaitMoreThan(most + taken);
            assertEquals(most + taken + 1, source.given.get());
            ahead.next();
        }
    }

    private static final class Endless implements Iterator<Row> {
        private final Row row;
        private final AtomicInteger given = new AtomicInteger();

        Endless(Row row) {
            this.row = row;
        }

        /// Thousands of times, each of a moment: without a pause.
        void awaitMoreThan(int count) {
            assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
                while (given.get() <= count) Thread.onSpinWait();
            });
        }

        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public Row next() {
            given.incrementAndGet();
            return row;
        }
    }

    private Row posting(String description) {
        var text = """
            {"@type": "JobPosting", "title": "Welder", "datePosted": "2026-03-01", "validThrough": "2026-04-01",
             "identifier": "A1", "hiringOrganization": "Lohia Works", "description": "%s",
             "jobLocation": {"address": {"addressLocality": "Pune", "addressCountry": "IN"}}}
            """.replace("\n", "").formatted(description);
        var row = Fixtures.ndjson(Fixtures.written(folder, text)).getFirst();
        assertEquals(description.length(), row.weight());
        return row;
    }

    private static Row row(long line) {
        return new Row.Rejected(line, "", "none");
    }
}
