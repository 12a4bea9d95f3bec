package dev.rozgar.bootstrap.bench;

import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What `ab` prints, read. Its table of percentiles has whole milliseconds only, so those come from the file that the
/// option `-e` writes.
final class AbReport {
    private static final Pattern STATUS = Pattern.compile("(?m)^LOG: header received:\\R\\s*HTTP/\\d\\.\\d (\\d{3})");

    private static final Pattern ROW = Pattern.compile("(?m)^(\\d+),([0-9.]+)\\s*$");

    private final String printed;
    private final String percentiles;

    AbReport(String printed, String percentiles) {
        this.printed = printed;
        this.percentiles = percentiles;
    }

    /// @throws UnreadableReport if this is not the report of a finished run
    Run run(int asked) {
        return new Run(
                asked,
                (int) require("Complete requests"),
                (int) require("Failed requests") + (int) optional("Write errors"),
                (int) optional("Non-2xx responses"),
                require("Time taken for tests"),
                percentile(50),
                percentile(95),
                (long) require("HTML transferred"),
                statuses());
    }

    private double require(String label) {
        return find(label).orElseThrow(() -> new UnreadableReport("ab printed no \"" + label + "\"", printed));
    }

    private double optional(String label) {
        return find(label).orElse(0);
    }

    private OptionalDouble find(String label) {
        Matcher line = Pattern.compile("(?m)^" + Pattern.quote(label) + ":\\s+([0-9.]+)")
                .matcher(printed);
        return line.find() ? OptionalDouble.of(Double.parseDouble(line.group(1))) : OptionalDouble.empty();
    }

    /// The file has a line for each whole percentage, `95,12.345`. Of few requests ab reads beyond its own table and
    /// writes rubbish near the end, except in the last line, which is the longest answer.
    private double percentile(int wanted) {
        NavigableMap<Integer, Double> table = new TreeMap<>();
        Matcher row = ROW.matcher(percentiles);
        while (row.find()) table.put(Integer.valueOf(row.group(1)), Double.valueOf(row.group(2)));
        if (!table.containsKey(100)) throw new UnreadableReport("ab wrote no percentiles", printed);
        return Math.min(table.ceilingEntry(wanted).getValue(), table.get(100));
    }

    /// Printed from verbosity 2 on, one block for each answer.
    private Map<Integer, Integer> statuses() {
        Map<Integer, Integer> statuses = new TreeMap<>();
        Matcher header = STATUS.matcher(printed);
        while (header.find()) statuses.merge(Integer.valueOf(header.group(1)), 1, Integer::sum);
        return statuses;
    }

    /// The tool ended without a report that can be read.
    static final class UnreadableReport extends RuntimeException {
        private static final long serialVersionUID = 1;
        private static final int MOST = 600;

        UnreadableReport(String what, String printed) {
            super(what + "; it said: "
                    + printed.strip()
                            .substring(0, Math.min(MOST, printed.strip().length())));
        }
    }
}
