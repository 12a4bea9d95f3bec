package dev.rozgar.bootstrap.prove.report;

import dev.rozgar.bootstrap.prove.report.Outcome.Band;
import dev.rozgar.bootstrap.prove.report.Outcome.Point;
import dev.rozgar.bootstrap.prove.report.Outcome.Series;
import java.util.List;
import java.util.Locale;

/// One line over time as SVG, with the times of the faults behind it.
final class LineChart {
    private static final int WIDTH = 860;
    private static final int HEIGHT = 220;
    private static final int LEFT = 60;
    private static final int RIGHT = 20;
    private static final int TOP = 34;
    private static final int FOOT = 28;
    /// More points than the picture has columns are thinned to the highest of each column.
    private static final int COLUMNS = WIDTH - LEFT - RIGHT;

    private final Series series;
    private final List<Band> bands;
    private final double seconds;
    private final double top;

    LineChart(Series series, List<Band> bands, double seconds) {
        this.series = series;
        this.bands = List.copyOf(bands);
        this.seconds = Math.max(1e-3, seconds);
        this.top = Math.max(
                1e-9, series.points().stream().mapToDouble(Point::value).max().orElse(1));
    }

    String svg() {
        var svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\"><title>%s</title>%n",
                WIDTH,
                HEIGHT,
                escaped(series.name())));
        bands.forEach(band -> svg.append(drawn(band)));
        svg.append(String.format(
                Locale.ROOT,
                "<polyline class=\"line\" points=\"%s\"/>%n<text x=\"%d\" y=\"18\" class=\"title\">%s, %s</text>%n",
                points(),
                LEFT,
                escaped(series.name()),
                escaped(series.unit())));
        axes(svg);
        return svg.append("</svg>\n").toString();
    }

    private void axes(StringBuilder svg) {
        int base = HEIGHT - FOOT;
        svg.append(String.format(
                Locale.ROOT, "<path class=\"axis\" d=\"M%d %d V%d H%d\"/>%n", LEFT, TOP, base, WIDTH - RIGHT));
        label(svg, LEFT - 6, TOP + 4, "end", number(top));
        label(svg, LEFT - 6, base, "end", "0");
        label(svg, LEFT, base + 18, "start", "0 s");
        label(svg, WIDTH - RIGHT, base + 18, "end", number(seconds) + " s");
    }

    private static void label(StringBuilder svg, int x, int y, String anchor, String text) {
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, text));
    }

    private String drawn(Band band) {
        double from = x(band.from());
        return String.format(
                Locale.ROOT,
                "<rect class=\"band\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"><title>%s, %.1f to %.1f s</title></rect>%n",
                from,
                TOP,
                Math.max(1.5, x(band.until()) - from),
                HEIGHT - FOOT - TOP,
                escaped(band.fault()),
                band.from(),
                band.until());
    }

    private String points() {
        var drawn = new StringBuilder();
        double[] highest = new double[COLUMNS + 1];
        java.util.Arrays.fill(highest, -1);
        for (Point point : series.points()) {
            int column = (int) Math.clamp(x(point.at()) - LEFT, 0, COLUMNS);
            highest[column] = Math.max(highest[column], point.value());
        }
        for (int column = 0; column <= COLUMNS; column++) {
            if (highest[column] < 0) continue;
            drawn.append(String.format(Locale.ROOT, "%d,%.1f ", LEFT + column, y(highest[column])));
        }
        return drawn.toString().strip();
    }

    private double x(double at) {
        return LEFT + Math.clamp(at / seconds, 0, 1) * COLUMNS;
    }

    private double y(double value) {
        return HEIGHT - FOOT - value / top * (HEIGHT - FOOT - TOP);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%,.0f", value);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
