package dev.rozgar.bootstrap.intake;

import dev.rozgar.application.intake.Row;
import dev.rozgar.domain.Fault;
import dev.rozgar.domain.InvalidValues;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The rows of a CSV file as its profile reads them. The first record names the columns.
final class CsvRows implements Iterator<Row> {
    private static final char REPLACEMENT = '\uFFFD';

    private final Profile profile;
    private final Optional<LocalDate> shiftTo;
    private final CsvRecords records;
    private final Map<String, Integer> columns;

    /// @throws UnusableImport where a column that the profile names is missing
    CsvRows(Lines lines, Profile profile, Optional<LocalDate> shiftTo) {
        this.profile = profile;
        this.shiftTo = shiftTo;
        this.records = new CsvRecords(lines, profile.reading().delimiter());
        this.columns = columns();
    }

    @Override
    public boolean hasNext() {
        return records.hasNext();
    }

    @Override
    public Row next() {
        return switch (records.next()) {
            case CsvRecords.Entry.Broken(long line, String start, String reason) ->
                new Row.Rejected(line, Cleaned.line(start), "MALFORMED: " + reason);
            case CsvRecords.Entry.Cells(long line, List<String> values) -> row(line, values);
        };
    }

    private Row row(long line, List<String> values) {
        var first = Cleaned.shortened(Cleaned.line(values.getFirst()), 40);
        if (values.size() != columns.size()) {
            return new Row.Rejected(
                    line, first, "MALFORMED: has " + values.size() + " cells, the header " + columns.size());
        }
        if (profile.reading().rejectInvalid() && values.stream().anyMatch(v -> v.indexOf(REPLACEMENT) >= 0)) {
            return new Row.Rejected(
                    line,
                    first,
                    "MALFORMED: has bytes that are not " + profile.reading().charset());
        }
        var cells = new CsvCells(profile, columns, values);
        try {
            var key = cells.value(Field.REQUISITION).map(Cleaned::line).orElse(first);
            return new CsvPosting(profile, shiftTo, cells).read(line, key);
        } catch (InvalidValues invalid) {
            return new Row.Rejected(line, first, words(invalid));
        }
    }

    /// `/pay/max CONTRADICTION: must not be below min; …`
    static String words(InvalidValues invalid) {
        return invalid.faults().stream().map(CsvRows::words).collect(Collectors.joining("; "));
    }

    private static String words(Fault fault) {
        return (fault.pointer().isEmpty() ? "" : fault.pointer() + " ") + fault.code() + ": " + fault.detail();
    }

    private Map<String, Integer> columns() {
        if (!records.hasNext() || !(records.next() instanceof CsvRecords.Entry.Cells(long _, List<String> names))) {
            throw new UnusableImport("The file has no line with the names of its columns.");
        }
        Map<String, Integer> found = new LinkedHashMap<>();
        for (String name : names) {
            if (found.putIfAbsent(Cleaned.line(name), found.size()) != null) {
                throw new UnusableImport("The file has two columns named " + Forms.quoted(name) + ".");
            }
        }
        var faults = new ArrayList<String>();
        profile.fields().values().stream()
                .flatMap(template -> template.columns().stream())
                .distinct()
                .filter(column -> !found.containsKey(column))
                .forEach(column -> faults.add("The file has no column " + Forms.quoted(column) + ", which the profile "
                        + profile.source().value() + " needs."));
        if (shiftTo.isPresent() && !profile.fields().containsKey(Field.AS_OF)) {
            faults.add("The dates cannot be shifted: the profile has no field as_of.");
        }
        if (!faults.isEmpty()) {
            throw new UnusableImport(faults);
        }
        return found;
    }
}
