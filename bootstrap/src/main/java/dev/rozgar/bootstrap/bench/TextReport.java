package dev.rozgar.bootstrap.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The scores as one table for a terminal, with what they were measured on around it.
final class TextReport {
    private static final List<String> HEAD =
            List.of("", "req/s", "least - most", "p50 ms", "p95 ms", "of limit", "p50 x", "x usual", "target");

    private final Scores scores;
    private final Circumstances around;

    TextReport(Scores scores, Circumstances around) {
        this.scores = scores;
        this.around = around;
    }

    String text() {
        return table() + "\n\n" + legend() + "\n" + circumstances() + faults();
    }

    private String table() {
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        scores.contestants().forEach(contestant -> rows.add(row(contestant)));
        int[] widths = new int[HEAD.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++)
                widths[i] = Math.max(widths[i], row.get(i).length());
        }
        List<String> lines = rows.stream().map(row -> line(row, widths)).toList();
        String rule = "-".repeat(lines.getFirst().length());
        return lines.getFirst() + "\n" + rule + "\n" + String.join("\n", lines.subList(1, lines.size()));
    }

    private List<String> row(Contestant contestant) {
        Spread perSecond = scores.perSecond(contestant);
        return List.of(
                contestant.label(),
                number(perSecond.median()),
                number(perSecond.least()) + " - " + number(perSecond.most()),
                number(scores.p50(contestant).median()),
                number(scores.p95(contestant).median()),
                scores.ofLimit(contestant)
                        .map(share -> String.format(Locale.ROOT, "%.2f", share.median()))
                        .orElse(""),
                scores.timesLimit(contestant)
                        .map(times -> String.format(Locale.ROOT, "%.1f", times.median()))
                        .orElse(""),
                scores.ofBaseline(contestant)
                        .map(times -> String.format(
                                Locale.ROOT, "%.1f (%+.0f %%)", times.median(), 100 * (times.median() - 1)))
                        .orElse(""),
                target(contestant));
    }

    private String target(Contestant contestant) {
        return scores.reachesTarget(contestant)
                .map(reached -> contestant.target().orElseThrow().text() + (reached ? " ok" : " missed"))
                .orElse("");
    }

    private String legend() {
        List<String> lines = new ArrayList<>();
        for (Contestant contestant : scores.contestants()) {
            contestant.limit().ifPresent(limit -> lines.add("limit of " + contestant.label() + ": " + label(limit)));
            contestant
                    .baseline()
                    .ifPresent(usual -> lines.add("usual for " + contestant.label() + ": " + label(usual)));
        }
        return String.join("\n", lines) + "\n";
    }

    private String circumstances() {
        List<String> lines = new ArrayList<>(around.setup());
        var machine = around.machine();
        lines.add(String.format(
                Locale.ROOT,
                "machine  %d cores (%s), %,d MB, %s; %s",
                machine.cores(),
                machine.processor(),
                machine.megabytes(),
                machine.os(),
                machine.jdk()));
        lines.add("engines  " + engines());
        lines.add(String.format(
                Locale.ROOT,
                "load     %.2f before, %.2f after",
                around.load().before(),
                around.load().after()));
        around.notes().forEach(note -> lines.add("note     " + note));
        return String.join("\n", lines) + "\n";
    }

    private String engines() {
        return String.join(
                ", ",
                around.engines().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(engine -> engine.getKey() + " " + engine.getValue())
                        .toList());
    }

    private String faults() {
        List<String> faults = scores.faults();
        return faults.isEmpty()
                ? ""
                : "\nINVALID: these numbers must not be used.\n  " + String.join("\n  ", faults) + "\n";
    }

    private String label(String key) {
        return scores.contestants().stream()
                .filter(contestant -> contestant.key().equals(key))
                .map(Contestant::label)
                .findFirst()
                .orElse(key);
    }

    /// Three digits that matter: 1,234 and 56.7 and 8.90.
    private static String number(double value) {
        String form = value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, form, value);
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String gap = " ".repeat(widths[i] - cells.get(i).length());
            line.append(i == 0 ? cells.get(i) + gap : "  " + gap + cells.get(i));
        }
        return line.toString().stripTrailing();
    }
}
