package dev.rozgar.bootstrap.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.rozgar.application.intake.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadAheadTest {
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

        assertTimeoutPreemptively(Duration.ofSeconds(10), ahead::close);
    }

    private static Row row(long line) {
        return new Row.Rejected(line, "", "none");
    }
}
