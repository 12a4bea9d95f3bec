package dev.rozgar.bootstrap.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.bootstrap.Board;
import dev.rozgar.bootstrap.demo.DemoData;
import dev.rozgar.bootstrap.demo.DemoPlan;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.engines.Database;
import dev.rozgar.engines.TestEngines;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Text becomes the same words in PostgreSQL (`search_words`) and in Elasticsearch (the analyzer `words`).
class WordsAgreeTest {
    private static final JsonProvider JSON = JsonProvider.provider();
    private static final Path POSTINGS = Path.of("shared", "data", "nyc-jobs.csv");

    private static Board board;
    private static Connection connection;
    private static HttpClient client;
    private static URI analyze;

    @BeforeAll
    static void open() throws SQLException, InterruptedException {
        Database database = TestEngines.freshDatabase();
        board = Board.on(database, TestEngines.elasticsearch(), Map.of());
        board.awaitIndex();
        connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        client = HttpClient.newHttpClient();
        String index =
                board.wiring().copy().orElseThrow().index().status().live().orElseThrow();
        analyze = TestEngines.elasticsearch().uri().resolve("/" + index + "/_analyze");
    }

    @AfterAll
    static void close() throws SQLException {
        client.close();
        connection.close();
        board.close();
    }

    @Test
    void awkwardWordsAreTheSame() throws Exception {
        agree(List.of(
                "C# and C++ developers, .net or ASP.NET, ci/cd, c-körkort, F#, A+",
                "Café CAFÉ Cafe\u0301 naïve Straße İstanbul ISTANBUL ıstanbul ﬁtter Ǆ Åland Łódź Ørsted þorn",
                "डिलीवरी राइडर की तुरंत आवश्यकता है। एसी टेक्नीशियन / ஏசி டெக்னீஷியன்",
                "درزی (Tailor) کی ضرورت ہے",
                "🚚 Driver wanted 👩🏽‍🔧🇮🇳 join today 🙏",
                "running runs ran runner's workers' welding welders electricians' dogs’ boss's",
                "it's rock'n'roll “quoted” «guillemets» 'single' – dash — em-dash… ellipsis",
                "-leading trailing- --both-- a--b .5 1.5 10,000 ₹18,000/month 50% 24x7 9-to-5 a/b/c /root/ ./x ...",
                "e-mail me@example.org http://example.org/a?b=c#d C:\\Drivers\\HMV \\n [a-z]+ (x|y) {z} _under_score_",
                "a\u00a0b\u2003c\u200bd\ufeffe\u2028f\u3000g\th\ni\rj\u0085k\u000bl\u000cm\u001fn\u0000o"
                        .replace("\u0000", ""),
                "generously generate general skies dying lying tied news innings proceed skis exceed succeed",
                "½ ² ³ № ™ © ª º Ⅷ ① ㈱ ﷺ ﬃ K Å Ω µ",
                "ΣΊΣΥΦΟΣ Σίσυφος ЁЖИК ёжик й и\u0306 漢字 かな カナ 한국어 ไทย",
                "'' '' - . / + # ++ ## +x #y x+y x#y x+ y# +# . x. .x x.y. -x- /x/",
                "...and -.net ./run /.a+ x.-+ .+ +. -#.x --x-y-- a...b ..... \ufdd0 x\ufdd0y \ufffe",
                "ʀ ǧ ɪ ᴀ ⑴ （x） " + "running".repeat(40) + " " + "ß".repeat(200) + "ing " + "é-".repeat(200)));
    }

    @Test
    void theWordsOfTheDemoAreTheSame() throws Exception {
        DemoData demo = new DemoData(new DemoPlan(DemoPlan.USUAL_SEED, 1_200, Instant.now()));
        Set<String> texts = new LinkedHashSet<>();
        for (int which = 0; which < demo.plan().jobs(); which++) {
            Job job = demo.job(which, new JobId(which + 1), new CompanyId(1));
            texts.add(job.content().title().value());
            texts.add(start(job.content().description().text()));
        }
        assertTrue(texts.size() > 1_000, () -> "only " + texts.size());
        agree(texts);
    }

    @Test
    void theWordsOfRealPostingsAreTheSame() throws Exception {
        Path file = postings();
        Assumptions.assumeTrue(Files.exists(file), () -> "the real postings are not here: " + file);
        Set<String> texts = new LinkedHashSet<>();
        try (CSVParser rows = CSVParser.parse(
                file,
                StandardCharsets.UTF_8,
                CSVFormat.DEFAULT.builder().setHeader().get())) {
            for (CSVRecord row : rows) texts.add(String.join(" ", row.toList()).replace("\u0000", ""));
        }
        assertTrue(texts.size() > 3_000, () -> "only " + texts.size());
        agree(texts);
    }

    /// Beside the repository.
    private static Path postings() {
        Path root = Path.of("").toAbsolutePath();
        while (root.getParent() != null && !Files.exists(root.resolve("domain"))) root = root.getParent();
        return root.resolve("..").resolve(POSTINGS).normalize();
    }

    /// Elasticsearch tells the words of a text up to a number.
    private static String start(String text) {
        return text.substring(0, Math.min(text.length(), 20_000));
    }

    private static void agree(Collection<String> texts) throws Exception {
        Map<String, String> differences = new LinkedHashMap<>();
        List<String> asked = texts.stream().filter(text -> !text.isBlank()).toList();
        List<List<String>> here = postgres(asked);
        assertEquals(List.of(), otherVectors(asked));
        List<List<String>> there = elastic(asked);
        for (int i = 0; i < asked.size(); i++) {
            if (!here.get(i).equals(there.get(i))) differences.put(asked.get(i), here.get(i) + " but " + there.get(i));
        }
        assertEquals(Map.of(), differences);
    }

    private static List<List<String>> postgres(List<String> texts) throws SQLException {
        List<List<String>> all = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "select search_words(t) from unnest(?) with ordinality as x (t, n) order by n")) {
            statement.setArray(1, connection.createArrayOf("text", texts.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) all.add(List.of((String[]) rows.getArray(1).getArray()));
            }
        }
        return all;
    }

    /// Texts that an index of PostgreSQL knows by other words than they have.
    private static List<String> otherVectors(Collection<String> texts) throws SQLException {
        List<String> others = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "select t from unnest(?) as t where tsvector_to_array(search_vector(t)) is distinct from"
                        + " array(select distinct word collate \"C\" from unnest(search_words(t)) as word order by 1)")) {
            statement.setArray(1, connection.createArrayOf("text", texts.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) others.add(rows.getString(1));
            }
        }
        return others;
    }

    /// Words of one text end where the position leaps: Elasticsearch keeps the values of a list a hundred apart.
    private static List<List<String>> elastic(List<String> texts) throws IOException, InterruptedException {
        List<List<String>> all = new ArrayList<>();
        for (String text : texts) all.add(analyzed(text));
        return all;
    }

    private static List<String> analyzed(String text) throws IOException, InterruptedException {
        String body = JSON.createObjectBuilder()
                .add("analyzer", "words")
                .add("text", text)
                .build()
                .toString();
        var response = client.send(
                HttpRequest.newBuilder(analyze)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofByteArray());
        assertEquals(200, response.statusCode(), () -> new String(response.body(), StandardCharsets.UTF_8));
        Stream<JsonValue> tokens =
                JSON
                        .createReader(new ByteArrayInputStream(response.body()))
                        .readObject()
                        .getJsonArray("tokens")
                        .stream();
        return tokens.map(token -> token.asJsonObject().getString("token")).toList();
    }
}
