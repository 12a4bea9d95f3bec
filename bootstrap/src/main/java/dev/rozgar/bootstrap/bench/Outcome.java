package dev.rozgar.bootstrap.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// What a benchmark found out.
public record Outcome(String name, Scores scores, Circumstances circumstances) {
    /// Whether the numbers may be used. Whether targets are reached is another question: a benchmark reports.
    public boolean isValid() {
        return scores.faults().isEmpty();
    }

    /// The table and what belongs to it, for a terminal.
    public String text() {
        return new TextReport(scores, circumstances).text();
    }

    /// Writes the table, the raw rounds and the chart.
    ///
    /// @return the files
    public List<Path> write(Path directory) throws IOException {
        Files.createDirectories(directory);
        return List.of(
                Files.writeString(directory.resolve(name + ".txt"), text()),
                Files.writeString(
                        directory.resolve(name + ".json"),
                        ResultFile.of(name, scores, circumstances).json()),
                Files.writeString(directory.resolve(name + ".svg"), chart().svg()));
    }

    private BarChart chart() {
        List<BarChart.Bar> bars = scores.contestants().stream().map(this::bar).toList();
        var machine = circumstances.machine();
        return new BarChart(
                circumstances.title(),
                bars,
                String.format(
                        Locale.ROOT,
                        "%d cores, load %.1f to %.1f, %s%s",
                        machine.cores(),
                        circumstances.load().before(),
                        circumstances.load().after(),
                        circumstances.startedAt().substring(0, 10),
                        isValid() ? "" : " - INVALID RUN"));
    }

    private BarChart.Bar bar(Contestant contestant) {
        Spread perSecond = scores.perSecond(contestant);
        String share = scores.ofLimit(contestant)
                .map(ratio -> String.format(Locale.ROOT, " (%.2f of limit)", ratio.median()))
                .orElse("");
        boolean compared = contestant.limit().isEmpty();
        return new BarChart.Bar(
                contestant.label(),
                perSecond,
                String.format(Locale.ROOT, "%,.0f", perSecond.median()) + share,
                compared);
    }
}
