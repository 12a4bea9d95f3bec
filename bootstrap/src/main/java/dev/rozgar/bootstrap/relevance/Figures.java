package dev.rozgar.bootstrap.relevance;

import dev.rozgar.bootstrap.relevance.MeasureRelevance.Measured;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How good the order of each group of queries is.
public final class Figures {
    private static final String ALL = "all";

    private final Map<String, Line> groups;

    /// @param corpus and group, as in `demo misspelt`
    public record Line(String group, int queries, double ndcg, double mrr) {
        /// `demo misspelt	8	0.912	0.938`
        String text() {
            return String.format(Locale.ROOT, "%s\t%d\t%.3f\t%.3f", group, queries, ndcg, mrr);
        }
    }

    private Figures(Map<String, Line> groups) {
        this.groups = groups;
    }

    static Figures of(List<Measured> measured) {
        Map<String, List<Quality>> byGroup = new LinkedHashMap<>();
        for (Measured one : measured) {
            byGroup.computeIfAbsent(one.query().corpus() + ' ' + one.query().group(), _ -> new ArrayList<>())
                    .add(one.quality());
            byGroup.computeIfAbsent(one.query().corpus() + ' ' + ALL, _ -> new ArrayList<>())
                    .add(one.quality());
        }
        Map<String, Line> lines = new LinkedHashMap<>();
        byGroup.forEach((group, each) -> {
            Quality mean = Quality.mean(each);
            lines.put(group, new Line(group, each.size(), mean.ndcg(), mean.mrr()));
        });
        return new Figures(lines);
    }

    /// The inverse of [#text].
    static Figures parse(String text) {
        Map<String, Line> lines = new LinkedHashMap<>();
        text.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).forEach(line -> {
            String[] cells = line.split("\t");
            lines.put(
                    cells[0],
                    new Line(
                            cells[0],
                            Integer.parseInt(cells[1]),
                            Double.parseDouble(cells[2]),
                            Double.parseDouble(cells[3])));
        });
        return new Figures(lines);
    }

    public List<Line> lines() {
        return List.copyOf(groups.values());
    }

    String text() {
        StringBuilder text = new StringBuilder("# group\tqueries\tnDCG@10\tMRR\n");
        for (Line line : groups.values()) text.append(line.text()).append('\n');
        return text.toString();
    }

    /// What is worse here than there by more than the tolerance, in words; of groups that both have.
    List<String> worseThan(Figures before, double tolerance) {
        List<String> worse = new ArrayList<>();
        before.groups.forEach((group, was) -> {
            Line is = groups.get(group);
            if (is != null && (is.ndcg() < was.ndcg() - tolerance || is.mrr() < was.mrr() - tolerance))
                worse.add(is.text() + " was " + was.text());
        });
        return worse;
    }
}
