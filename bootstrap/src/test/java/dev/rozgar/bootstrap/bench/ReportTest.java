package dev.rozgar.bootstrap.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class ReportTest {
    private static final Circumstances AROUND = new Circumstances(
            "20 of 50,000 jobs a page",
            "2026-03-04T05:06:07Z",
            new Machine(2, 24_105, "Some Processor", "Linux 6 amd64", "Some JVM 25"),
            new Circumstances.Load(0.25, 3.5),
            Map.of("PostgreSQL", "18.6", "Elasticsearch", "9.5.3"),
            Map.of("jobs", 50_000L),
            List.of("sizes    50,000 jobs (seed 42), 2,900 bytes a document"),
            List.of("posted jobs were deleted between the rounds"));
    private static final Scores SCORES = ScoresTest.scores(
            ScoresTest.round(1234, 800, 100), ScoresTest.round(1300, 750, 90), ScoresTest.round(1200, 900, 99));

    @Test
    void printsOneAlignedTable() {
        List<String> lines = new TextReport(SCORES, AROUND).text().lines().toList();

        assertEquals(
                "       req/s   least - most  p50 ms  p95 ms  of limit  p50 x       x usual     target", lines.get(0));
        assertEquals("limit  1,234  1,200 - 1,300    2.50    10.3", lines.get(2));
        assertEquals(
                "ours     800      750 - 900    2.50    10.3      0.65    1.0  8.3 (+733 %)  >= 0.6 ok", lines.get(3));
    }

    @Test
    void saysWhenATargetIsMissed() {
        Scores slow = ScoresTest.scores(ScoresTest.round(1000, 500, 100));

        assertTrue(new TextReport(slow, AROUND).text().contains(">= 0.6 missed"));
    }

    @Test
    void tellsWhatTheNumbersWereMeasuredOn() {
        String text = new TextReport(SCORES, AROUND).text();

        for (String fact : List.of(
                "50,000 jobs (seed 42), 2,900 bytes a document",
                "2 cores (Some Processor), 24,105 MB",
                "Elasticsearch 9.5.3, PostgreSQL 18.6",
                "load     0.25 before, 3.50 after",
                "posted jobs were deleted between the rounds")) {
            assertTrue(text.contains(fact), fact + " is not in\n" + text);
        }
        assertFalse(text.contains("INVALID"));
    }

    @Test
    void warnsLoudlyOfARunThatFailed() {
        Scores broken = ScoresTest.scores(ScoresTest.round(1000, 500, 100));
        Run cut = new Run(500, 499, 0, 0, 1, 1, 1, 1, Map.of());
        broken.add(Map.of("limit", cut, "ours", cut, "usual", cut));

        assertTrue(new TextReport(broken, AROUND)
                .text()
                .contains("INVALID: these numbers must not be used.\n  round 2, limit: only 499 of 500"));
    }

    @Test
    void writesEveryRoundIntoTheJsonFile() {
        JsonObject file;
        try (var reader = Json.createReader(
                new StringReader(ResultFile.of("reads", SCORES, AROUND).json()))) {
            file = reader.readObject();
        }
        JsonObject ours = file.getJsonArray("rows").getJsonObject(1);

        assertEquals("ours", ours.getJsonObject("contestant").getString("key"));
        assertEquals(3, ours.getJsonArray("rounds").size());
        assertEquals(800, ours.getJsonArray("rounds").getJsonObject(0).getInt("completed"));
        assertEquals(
                0.648, ours.getJsonObject("of_limit").getJsonNumber("median").doubleValue(), 0.001);
        assertTrue(ours.getBoolean("reaches_target"));
        assertEquals(
                50_000,
                file.getJsonObject("circumstances").getJsonObject("figures").getInt("jobs"));
        assertEquals(0, file.getJsonArray("faults").size());
    }

    @Test
    void drawsABarForEachValueInWellFormedXml() throws Exception {
        List<BarChart.Bar> bars = List.of(
                new BarChart.Bar("plain <b> & more", new Spread(100, 90, 200), "100", false),
                new BarChart.Bar("half", new Spread(50, 50, 50), "50", true));
        String svg = new BarChart("Requests & replies", bars, "2 cores").svg();

        var document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        var rectangles = document.getElementsByTagName("rect");
        assertEquals(3, rectangles.getLength(), "the ground and two bars");
        assertEquals(
                "215.0",
                rectangles.item(1).getAttributes().getNamedItem("width").getNodeValue());
        assertEquals(
                "107.5",
                rectangles.item(2).getAttributes().getNamedItem("width").getNodeValue());
        assertTrue(svg.contains("plain &lt;b&gt; &amp; more"));
    }
}
