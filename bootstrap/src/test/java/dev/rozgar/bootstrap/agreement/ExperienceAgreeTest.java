package dev.rozgar.bootstrap.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.document.Document;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// `experience_months` and `experience_max`: both stores find the jobs whose own words admit it.
///
/// `-Drozgar.test.seed=…` repeats a run.
class ExperienceAgreeTest {
    private static final int JOBS = 1_000;
    private static final List<String> STORES = List.of("postgres", "elasticsearch");
    private static final long SEED = Long.getLong("rozgar.test.seed", System.nanoTime());

    private static final Random RANDOM = new Random(SEED);
    private static final List<JsonObject> ALL = new ArrayList<>();
    private static TwoStores stores;

    @BeforeAll
    static void open() throws InterruptedException {
        System.err.println("Experience with -Drozgar.test.seed=" + SEED);
        stores = TwoStores.seeded(SEED, JOBS);
        for (Document document : stores.listed()) ALL.add(Cut.object(document));
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    @Test
    void whoHasSoMuchIsTaken() {
        for (int months : months()) {
            Set<Integer> taken = jobs(job -> least(job) <= months && months <= most(job));
            assertFalse(taken.isEmpty(), () -> months + " months");
            for (String store : STORES)
                assertEquals(taken, found(store, "experience_months=" + months), () -> "seed " + SEED + ": " + months);
        }
    }

    @Test
    void noMoreIsAsked() {
        for (int months : months()) {
            Set<Integer> easy = jobs(job -> least(job) <= months);
            assertTrue(easy.containsAll(jobs(job -> !asks(job).getBoolean("required"))), "what asks nothing");
            for (String store : STORES)
                assertEquals(easy, found(store, "experience_max=" + months), () -> "seed " + SEED + ": " + months);
        }
        assertTrue(jobs(job -> least(job) > 12).size() > 10);
    }

    private static List<Integer> months() {
        List<Integer> months = new ArrayList<>(List.of(0, 6, 12, 18, 600));
        for (int i = 0; i < 15; i++) months.add(RANDOM.nextInt(130));
        return months;
    }

    private static JsonObject asks(JsonObject job) {
        return job.getJsonObject("experience");
    }

    private static int least(JsonObject job) {
        return asks(job).getBoolean("fresher_ok") ? 0 : number(job, "months_min", 0);
    }

    private static int most(JsonObject job) {
        return number(job, "months_max", Integer.MAX_VALUE);
    }

    private static int number(JsonObject job, String name, int otherwise) {
        return asks(job).get(name) instanceof JsonNumber number ? number.intValueExact() : otherwise;
    }

    private static Set<Integer> jobs(Predicate<JsonObject> which) {
        Set<Integer> ids = new TreeSet<>();
        ALL.stream().filter(which).forEach(job -> ids.add(job.getInt("id")));
        return ids;
    }

    private static Set<Integer> found(String store, String query) {
        Set<Integer> ids = new TreeSet<>();
        String first = "/api/jobs?limit=100&count=none&fields=id&read_model=" + store + '&' + query;
        String page = first;
        while (true) {
            JsonObject told = stores.board().json(page);
            for (JsonObject job : told.getJsonArray("items").getValuesAs(JsonObject.class)) ids.add(job.getInt("id"));
            if (!(told.get("next") instanceof JsonString next)) return ids;
            page = first + "&cursor=" + next.getString();
        }
    }
}
