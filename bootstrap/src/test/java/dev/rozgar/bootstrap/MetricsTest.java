package dev.rozgar.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// What a running service shows to Prometheus, and that the dashboard and the alerts ask for nothing else.
class MetricsTest {
    private static final Path DEPLOY = Path.of("../deploy");
    private static final Path RUNBOOK = Path.of("../docs/RUNBOOK.md");
    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-z_]+)(\\{[^}]*})? (\\S+)$");
    private static final Pattern NAME = Pattern.compile("[a-z]+(_[a-z]+)+");
    /// What PromQL itself means by such a word.
    private static final Set<String> FUNCTIONS =
            Set.of("histogram_quantile", "max_over_time", "avg_over_time", "group_left", "read_model");

    private static Board board;
    private static String scrape;
    private static final Map<String, Double> SAMPLES = new TreeMap<>();

    @BeforeAll
    static void open() throws InterruptedException {
        board = Board.onSharedEngines(Map.of("rozgar.shadow.share", "1"));
        board.awaitIndex();
        long company = board.company("gauge-works");
        var posted = board.post("/api/jobs", Board.job(company, "Gauger"));
        board.get("/api/jobs", "Consistency-Token", Board.token(posted));
        board.awaitIndex();
        scrape = new String(board.get("/metrics").body(), UTF_8);
        SAMPLE.matcher(scrape)
                .results()
                .forEach(
                        line -> SAMPLES.put(line.group(1) + (line.group(2) == null ? "" : line.group(2)), value(line)));
    }

    private static double value(MatchResult line) {
        return line.group(3).equals("NaN") ? Double.NaN : Double.parseDouble(line.group(3));
    }

    private static double sample(String name) {
        return Objects.requireNonNull(SAMPLES.get(name), name);
    }

    @AfterAll
    static void close() {
        board.close();
    }

    @Test
    void whatIsPaidLeavesNothingOwed() {
        assertEquals(0, SAMPLES.get("index_backlog"));
        assertEquals(0, SAMPLES.get("index_lag_seconds"));
        assertEquals(0, SAMPLES.get("index_set_aside"));
        assertEquals(0, SAMPLES.get("index_refused"));
        assertEquals(0, SAMPLES.get("index_fanout_pending"));
        assertEquals(0, SAMPLES.get("index_fanout_age_seconds"));
    }

    @Test
    void everyFigureIsOfARunningService() {
        assertEquals(0, SAMPLES.get("read_breaker_state"));
        assertEquals(0, SAMPLES.get("index_relay_paused"));
        assertEquals(1, SAMPLES.get("index_current"));
        assertTrue(sample("index_epoch") >= 1);
        assertTrue(sample("index_relay_batch") >= 1);
        assertTrue(sample("index_paid_total") >= 1);
        assertTrue(sample("index_ledger_dead_tuples") >= 0);
    }

    @Test
    void lagsAreInOrder() {
        double half = sample("index_paid_lag_seconds{quantile=\"0.5\"}");
        double most = sample("index_paid_lag_seconds{quantile=\"0.99\"}");
        double longest = sample("index_paid_lag_seconds{quantile=\"1\"}");

        assertTrue(0 <= half && half <= most && most <= longest, () -> half + " " + most + " " + longest);
    }

    @Test
    void aReadWithATokenIsCountedOnce() {
        double sum = SAMPLES.entrySet().stream()
                .filter(sample -> sample.getKey().startsWith("consistency_reads_total"))
                .mapToDouble(Map.Entry::getValue)
                .sum();

        assertEquals(1, sum);
    }

    @Test
    void everyMetricOfOursIsDescribed() {
        Set<String> described = new TreeSet<>();
        Pattern.compile("# HELP ([a-z_]+) \\S").matcher(scrape).results().forEach(help -> described.add(help.group(1)));
        Set<String> bare = new TreeSet<>(names());
        bare.removeIf(name -> described.contains(name)
                || described.contains(name.replaceFirst("_(bucket|count|sum|max|total)$", ""))
                || !name.matches("(index|read|shadow|consistency|rozgar|postgres|webhook)_.*"));

        assertEquals(Set.of(), bare);
    }

    @Test
    void theDashboardAsksForWhatThereIs() throws IOException {
        List<String> expressions = new ArrayList<>();
        try (Reader file = Files.newBufferedReader(DEPLOY.resolve("grafana/rozgar.json"))) {
            collect(JsonProvider.provider().createReader(file).readObject(), expressions);
        }
        assertTrue(expressions.size() >= 15, expressions::toString);
        assertEquals(Set.of(), unknown(expressions));
    }

    private static void collect(JsonValue value, List<String> expressions) {
        if (value instanceof JsonObject object) {
            if (object.containsKey("expr")) expressions.add(object.getString("expr"));
            object.values().forEach(member -> collect(member, expressions));
        } else if (value instanceof JsonArray array) {
            array.forEach(element -> collect(element, expressions));
        }
    }

    @Test
    void theAlertsAskForWhatThereIsAndTheRunbookTellsOfEach() throws IOException {
        String runbook = Files.readString(RUNBOOK);
        List<String> expressions = new ArrayList<>();
        for (Map<?, ?> rule : rules()) {
            expressions.add(String.valueOf(rule.get("expr")));
            String name = String.valueOf(rule.get("alert"));
            assertTrue(runbook.contains("\n## " + name + "\n"), () -> name + " is not in the runbook");
            assertTrue(String.valueOf(rule.get("annotations")).contains("RUNBOOK.md#" + name.toLowerCase()), name);
        }
        assertTrue(expressions.size() >= 10, expressions::toString);
        assertEquals(Set.of(), unknown(expressions));
    }

    @Test
    void theRunbookTellsOfNoAlertThatThereIsNot() throws IOException {
        List<String> alerts =
                rules().stream().map(rule -> String.valueOf(rule.get("alert"))).toList();

        assertEquals(
                alerts,
                Pattern.compile("(?m)^## ([A-Z]\\w+)$")
                        .matcher(Files.readString(RUNBOOK))
                        .results()
                        .map(heading -> heading.group(1))
                        .toList());
    }

    private static List<Map<?, ?>> rules() throws IOException {
        Map<?, ?> file = (Map<?, ?>) yaml("alerts.yml");
        List<Map<?, ?>> rules = new ArrayList<>();
        for (Object group : list(file, "groups"))
            for (Object rule : list((Map<?, ?>) group, "rules")) rules.add((Map<?, ?>) rule);
        return rules;
    }

    private static List<?> list(Map<?, ?> map, String name) {
        return (List<?>) Objects.requireNonNull(map.get(name), name);
    }

    /// Compose and Prometheus themselves are not at hand; at least the files are what YAML is.
    @Test
    void theOtherFilesAreYaml() throws IOException {
        for (String file :
                List.of("compose.yaml", "prometheus.yml", "grafana/datasource.yaml", "grafana/dashboards.yaml"))
            assertTrue(yaml(file) instanceof Map<?, ?>, file);
    }

    private static Object yaml(String file) throws IOException {
        try (Reader text = Files.newBufferedReader(DEPLOY.resolve(file))) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        }
    }

    private static Set<String> names() {
        Set<String> names = new TreeSet<>();
        SAMPLES.keySet().forEach(sample -> names.add(sample.replaceFirst("\\{.*", "")));
        return names;
    }

    private static Set<String> unknown(List<String> expressions) {
        Set<String> unknown = new TreeSet<>();
        for (String expression : expressions)
            NAME.matcher(expression.replaceAll("\"[^\"]*\"", ""))
                    .results()
                    .map(MatchResult::group)
                    .forEach(unknown::add);
        unknown.removeAll(FUNCTIONS);
        unknown.removeAll(names());
        return unknown;
    }
}
