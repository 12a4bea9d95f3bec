package dev.rozgar.bootstrap.agreement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.bootstrap.Board;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Jobs like a ladies' tailor in Pune, by hand, over HTTP and from both stores. What each shares stands beside
/// it.
class SimilarJobsTest {
    private static final int TAILOR = 5201;
    private static final int SEWING = 5202;
    private static final int FACTORY = 5304;
    private static final int ACCOUNTS = 6401;

    private static final String NONE = "";
    private static final String STITCHING = "Stitching";
    private static final String BOTH = "Stitching,Embroidery";

    private static Board board;
    private static long one;
    private static long other;
    private static final Map<String, Long> IDS = new HashMap<>();

    @BeforeAll
    static void open() throws InterruptedException {
        board = Board.onSharedEngines(Map.of());
        one = board.company("one");
        other = board.company("other");
        post("itself", one, "Ladies tailor", TAILOR, BOTH, "Pune", "Maharashtra");
        post("cleaner", one, "Tailor shop cleaner", 0, NONE, "Pune", "Maharashtra");
        post("accountant", one, "Accountant", ACCOUNTS, NONE, "Pune", "Maharashtra");
        post("in the same trade of work", one, "Helper", FACTORY, STITCHING, "Nashik", "Maharashtra");
        post("boutique", other, "Boutique helper", 0, BOTH, "Delhi", "Delhi");
        post("elsewhere", other, "Tailor", TAILOR, NONE, "Mumbai", "Maharashtra");
        post("in other words", other, "Ladies darzi", 0, STITCHING, "Delhi", "Delhi");
        post("elsewhere later", one, "Tailor", TAILOR, NONE, "Mumbai", "Maharashtra");
        post("helper who stitches", other, "Production helper to tailor", FACTORY, STITCHING, "Pune", "Maharashtra");
        post("senior", one, "Senior ladies tailor", 0, NONE, "Delhi", "Delhi");
        post("of its group", other, "Sewing machine operator", SEWING, NONE, "Pune", "Maharashtra");
        post("twin", other, "Ladies tailor", TAILOR, BOTH, "Pune", "Maharashtra");
        long hidden = post("hidden", other, "Ladies tailor", TAILOR, BOTH, "Pune", "Maharashtra");
        assertEquals(
                201,
                board.post("/api/jobs/" + hidden + "/transitions", "{\"move\":\"PAUSE\",\"from_state\":\"PUBLISHED\"}")
                        .statusCode());
        board.awaitIndex();
    }

    @AfterAll
    static void close() {
        board.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "elasticsearch"})
    void theLikestComeFirstAndEqualsByTheirDate(String store) {
        Map<String, Integer> expected = new LinkedHashMap<>();
        // Occupation, title, two words, two skills, locality.
        expected.put("twin", 64 + 16 + 16 + 24 + 6);
        // Occupation, a word, region.
        expected.put("elsewhere later", 64 + 8 + 3);
        expected.put("elsewhere", 64 + 8 + 3);
        // Group, locality.
        expected.put("of its group", 32 + 6);
        // Field, a word, a skill, locality.
        expected.put("helper who stitches", 8 + 8 + 12 + 6);
        // Its words side by side, two words.
        expected.put("senior", 12 + 16);
        // A word, what stands in for another, a skill.
        expected.put("in other words", 8 + 6 + 12);
        // Two skills.
        expected.put("boutique", 24);

        JsonObject page = board.json(like("itself") + "?read_model=" + store);

        assertEquals(expected, scores(page));
        assertEquals(List.copyOf(expected.keySet()), names(page));
        assertEquals(expected.size(), page.getJsonObject("total").getInt("value"));
        assertEquals("eq", page.getJsonObject("total").getString("relation"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "elasticsearch"})
    void filtersOfTheListNarrowIt(String store) {
        String target = like("itself") + "?read_model=" + store;

        assertEquals(
                List.of("twin", "of its group", "helper who stitches"),
                names(board.json(target + "&locations.locality=Pune")));
        assertEquals(
                List.of("elsewhere later", "senior"),
                names(board.json(target + "&company.id=" + one + "&published_after=P1D")));
        assertEquals(List.of(), names(board.json(target + "&locations.locality=Chennai")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "elasticsearch"})
    void onePerCompanyIsTheLikestAndTellsForHowManyItStands(String store) {
        JsonObject page = board.json(like("itself") + "?collapse=company&read_model=" + store);

        assertEquals(List.of("twin", "elsewhere later"), names(page));
        assertEquals(2, page.getJsonObject("total").getInt("value"));
        JsonArray hits = page.getJsonArray("hits");
        assertEquals(5, hits.getJsonObject(0).getInt("collapsed"));
        assertEquals(1, hits.getJsonObject(1).getInt("collapsed"));
    }

    @Test
    void aListBegunOnOneStoreGoesOnOnTheOther() {
        List<String> all = names(board.json(like("itself")));
        List<String> walked = new ArrayList<>();
        String next = like("itself") + "?limit=3&fields=id";
        for (int page = 0; !next.isEmpty(); page++) {
            JsonObject found = board.json(next.replaceAll("&read_model=[a-z]+", "") + "&read_model="
                    + (page % 2 == 0 ? "postgres" : "elasticsearch"));
            walked.addAll(names(found));
            next = found.getJsonObject("links").getString("next", "");
        }

        assertEquals(all, walked);
    }

    @Test
    void aJobThatSharesTheGroupAloneIsLikeAllOfIt() {
        assertEquals(
                List.of("twin", "itself", "elsewhere later", "elsewhere"), names(board.json(like("of its group"))));
        assertEquals(List.of(), names(board.json(like("accountant"))));
    }

    @Test
    void saysWhatItLookedFor() {
        JsonObject query = board.json(like("itself")).getJsonObject("query");

        assertEquals(24, query.getInt("least"));
        List<String> shared = query.getJsonArray("understood").getValuesAs(JsonObject.class).stream()
                .map(aspect ->
                        aspect.getString("shared") + ' ' + aspect.getString("text") + ' ' + aspect.getInt("points"))
                .toList();
        assertEquals(
                List.of(
                        "OCCUPATION Tailor 64",
                        "OCCUPATION Garments 32",
                        "OCCUPATION Factory work 8",
                        "TITLE Ladies tailor 16",
                        "TITLE ladi tailor 12",
                        "WORDS ladi 8",
                        "WORDS tailor 8",
                        "WORDS darzi, master ji 6",
                        "SKILL Stitching 12",
                        "SKILL Embroidery 12",
                        "PLACE Pune 6",
                        "PLACE Maharashtra 3"),
                shared);
    }

    @Test
    void ofAJobThatIsNotShownTheAnswerIsThatOfTheJobItself() {
        for (String name : List.of("itself", "hidden")) {
            long id = Objects.requireNonNull(IDS.get(name));
            for (String store : List.of("postgres", "elasticsearch"))
                assertEquals(
                        board.get("/api/jobs/" + id + "?read_model=" + store).statusCode(),
                        board.get("/api/jobs/" + id + "/similar?read_model=" + store)
                                .statusCode(),
                        name);
        }
        assertEquals(404, board.get("/api/jobs/987654321/similar").statusCode());
    }

    @Test
    void theJobPointsToThoseLikeIt() {
        long id = Objects.requireNonNull(IDS.get("itself"));
        assertEquals(
                "</api/jobs/" + id + "/similar>; rel=\"related\"",
                board.get("/api/jobs/" + id).headers().firstValue("Link").orElse(""));
    }

    private static String like(String name) {
        return "/api/jobs/" + Objects.requireNonNull(IDS.get(name)) + "/similar";
    }

    private static List<String> names(JsonObject page) {
        return page.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(job -> job.getJsonNumber("id").longValue())
                .map(SimilarJobsTest::name)
                .toList();
    }

    private static String name(long id) {
        return IDS.entrySet().stream()
                .filter(entry -> entry.getValue() == id)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private static Map<String, Integer> scores(JsonObject page) {
        Map<String, Integer> scores = new LinkedHashMap<>();
        List<String> names = names(page);
        for (int i = 0; i < names.size(); i++)
            scores.put(names.get(i), page.getJsonArray("hits").getJsonObject(i).getInt("score"));
        return scores;
    }

    private static long post(
            String name, long company, String title, int occupation, String skills, String locality, String region) {
        StringBuilder members = new StringBuilder("{");
        if (occupation > 0)
            members.append("\"occupation_id\":").append(occupation).append(',');
        if (!skills.isEmpty())
            members.append("\"skills\":[{\"label\":\"")
                    .append(skills.replace(",", "\"},{\"label\":\""))
                    .append("\"}],");
        String place = "\"locality\": \"" + locality + "\", \"region\": \"" + region + '"';
        var posted = board.post(
                "/api/jobs",
                Board.job(company, title)
                        .replace("\"locality\": \"Pune\"", place)
                        .replaceFirst("\\{", members.toString()));
        assertEquals(201, posted.statusCode(), () -> new String(posted.body(), UTF_8));
        long id = Board.parse(posted).getJsonNumber("id").longValue();
        assertTrue(IDS.put(name, id) == null, name);
        return id;
    }
}
