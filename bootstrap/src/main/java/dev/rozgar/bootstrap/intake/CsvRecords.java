package dev.rozgar.bootstrap.intake;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/// The records of a CSV file. A record is the lines up to the first one that leaves no quote open; a quote that is
/// never closed costs that one line and not the rest of the file, because the lines behind it are read again.
final class CsvRecords implements Iterator<CsvRecords.Entry> {
    private static final int MOST_LINES = 1_000;

    private final Lines lines;
    private final CSVFormat format;
    private Optional<Entry> next;

    CsvRecords(Lines lines, char delimiter) {
        this.lines = lines;
        this.format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
        this.next = read();
    }

    /// What stands at one place of the file.
    sealed interface Entry {
        /// Where it begins, from 1.
        long line();

        record Cells(long line, List<String> values) implements Entry {}

        /// @param start the first characters, by which people find it
        record Broken(long line, String start, String reason) implements Entry {}
    }

    @Override
    public boolean hasNext() {
        return next.isPresent();
    }

    @Override
    public Entry next() {
        var entry = next.orElseThrow(NoSuchElementException::new);
        next = read();
        return entry;
    }

    private Optional<Entry> read() {
        var first = lines.next();
        while (first.isPresent() && first.get().text().isBlank()) {
            first = lines.next();
        }
        return first.map(this::record);
    }

    private Entry record(Lines.Line first) {
        var taken = new ArrayList<Lines.Line>();
        var text = new StringBuilder(first.text());
        boolean open = hasOddQuotes(first.text());
        boolean tooLong = first.isTooLong();
        while (open && !tooLong) {
            var more = lines.next();
            if (more.isEmpty()) {
                return broken(first, taken, "a quote is not closed");
            }
            taken.add(more.get());
            text.append('\n').append(more.get().text());
            open ^= hasOddQuotes(more.get().text());
            tooLong = more.get().isTooLong() || text.length() > Lines.LONGEST || taken.size() > MOST_LINES;
        }
        if (tooLong) {
            return broken(
                    first,
                    taken,
                    first.isTooLong() ? "the row is too long" : "the row is too long; a quote may not be closed");
        }
        try {
            return new Entry.Cells(first.number(), cells(text.toString()));
        } catch (IOException | UncheckedIOException malformed) {
            return broken(first, taken, "the quotes of the row are not those of CSV");
        }
    }

    private Entry broken(Lines.Line first, List<Lines.Line> taken, String reason) {
        taken.reversed().forEach(lines::giveBack);
        var start = first.text();
        return new Entry.Broken(first.number(), start.substring(0, Math.min(40, start.length())), reason);
    }

    private List<String> cells(String text) throws IOException {
        try (var parser = CSVParser.builder()
                .setReader(new StringReader(text))
                .setFormat(format)
                .get()) {
            return parser.iterator().next().toList();
        }
    }

    private static boolean hasOddQuotes(String text) {
        boolean odd = false;
        for (int at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
            odd = !odd;
        }
        return odd;
    }
}
