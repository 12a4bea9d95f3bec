package dev.rozgar.bootstrap.bench;

import java.util.List;
import java.util.Locale;

/// Horizontal bars as an SVG file, readable on light and dark grounds, with a line from the least to the most round.
final class BarChart {
    private static final int WIDTH = 860;
    private static final int LEFT = 300;
    private static final int RIGHT = 130;
    private static final int TOP = 64;
    private static final int STEP = 34;
    private static final int THICK = 20;
    private static final int FOOT = 40;

    private final String title;
    private final List<Bar> bars;
    private final String foot;

    /// @param label to the left of the bar
    /// @param note to the right of the bar
    /// @param pale for what the others are compared with
    record Bar(String label, Spread value, String note, boolean pale) {}

    BarChart(String title, List<Bar> bars, String foot) {
        this.title = title;
        this.bars = List.copyOf(bars);
        this.foot = foot;
    }

    String svg() {
        int height = TOP + bars.size() * STEP + FOOT;
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img">
                <title>%s</title>
                <rect width="%d" height="%d" fill="#ffffff"/>
                <g font-family="Helvetica, Arial, sans-serif" font-size="13" fill="#1f2933">
                <text x="20" y="30" font-size="17" font-weight="bold">%s</text>
                <text x="20" y="50" font-size="12" fill="#52606d">requests per second, median of the rounds; \
                the thin line reaches from the slowest round to the fastest</text>
                """, WIDTH, height, WIDTH, height, escaped(title), WIDTH, height, escaped(title)));
        double scale = (WIDTH - LEFT - RIGHT) / most();
        for (int i = 0; i < bars.size(); i++) svg.append(bar(bars.get(i), TOP + i * STEP, scale));
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"20\" y=\"%d\" font-size=\"11\" fill=\"#52606d\">%s</text>\n</g>\n</svg>\n",
                height - 14,
                escaped(foot)));
        return svg.toString();
    }

    private String bar(Bar bar, int y, double scale) {
        double end = LEFT + bar.value().median() * scale;
        int middle = y + THICK / 2;
        return String.format(
                Locale.ROOT,
                """
                <text x="%d" y="%d" text-anchor="end">%s</text>
                <rect x="%d" y="%d" width="%.1f" height="%d" rx="2" fill="%s"/>
                <line x1="%.1f" y1="%d" x2="%.1f" y2="%d" stroke="#1f2933"/>
                <text x="%.1f" y="%d">%s</text>
                """,
                LEFT - 10,
                middle + 4,
                escaped(bar.label()),
                LEFT,
                y,
                end - LEFT,
                THICK,
                bar.pale() ? "#b8c4d0" : "#2f6fb0",
                LEFT + bar.value().least() * scale,
                middle,
                LEFT + bar.value().most() * scale,
                middle,
                Math.max(end, LEFT + bar.value().most() * scale) + 8,
                middle + 4,
                escaped(bar.note()));
    }

    /// Never 0, which nothing can be scaled to.
    private double most() {
        return Math.max(
                1e-9, bars.stream().mapToDouble(bar -> bar.value().most()).max().orElse(1));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
