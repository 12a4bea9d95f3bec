package dev.rozgar.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.access.Role;
import dev.rozgar.engines.Database;
import dev.rozgar.engines.TestEngines;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/// Copies of the list that are kept by the feed of changes, while many write: over HTTP, on real engines.
@Isolated("judges by the clock")
class FeedOverHttpTest {
    private static final int WRITERS = 4;
    private static final int CHANGES = 60;

    @Test
    void copiesThatFollowTheFeedEndAsTheExport() throws Exception {
        try (Board board = Board.onSharedEngines(Map.of())) {
            board.awaitIndex();
            followUnderWrites(board, List.of("elasticsearch", "postgres", "auto"));
        }
    }

    @Test
    void renamedCompaniesAreToldWithoutARelay() throws Exception {
        try (Board board = Board.onSqlOnly(Map.of(
                "rozgar.server.access_log", "false",
                "rozgar.rate_limit.reads_per_minute", "0",
                "rozgar.rate_limit.writes_per_minute", "0"))) {
            followUnderWrites(board, List.of("postgres"));
        }
    }

    private static void followUnderWrites(Board board, List<String> readModels) throws Exception {
        List<Long> companies = List.of(board.company("feed-one"), board.company("feed-two"));
        String one = "&company.id=" + companies.getFirst();
        Work work = new Work(board, companies);
        for (int i = 0; i < 40; i++) work.post(new Random(i));
        List<FollowedCopy> copies = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                Random random = new Random(i);
                writers.add(threads.submit(() -> {
                    for (int n = 0; n < CHANGES; n++) work.change(random);
                }));
            }
            // Exported while the index is behind.
            for (String readModel : readModels) copies.add(new FollowedCopy(board, readModel, ""));
            copies.add(new FollowedCopy(board, readModels.getFirst(), one));
            copies.add(new FollowedCopy(board, "postgres", "&locations.region=-Goa"));
            List<Future<?>> followers = new ArrayList<>();
            for (FollowedCopy copy : copies)
                followers.add(threads.submit(() -> {
                    while (!writers.stream().allMatch(Future::isDone)) copy.follow(1);
                }));
            for (Future<?> each : writers) each.get();
            for (Future<?> each : followers) each.get();
        }
        copies.forEach(FollowedCopy::catchUp);

        Map<Long, JsonObject> listed = FollowedCopy.listed(board, "");
        assertTrue(listed.size() > 10, () -> "only " + listed.size() + " are left");
        for (FollowedCopy copy : copies.subList(0, readModels.size())) assertEquals(listed, copy.jobs());
        assertEquals(
                FollowedCopy.listed(board, one), copies.get(readModels.size()).jobs());
        assertEquals(
                FollowedCopy.listed(board, "&locations.region=-Goa"),
                copies.get(readModels.size() + 1).jobs());
        assertTrue(
                work.statuses.containsAll(Set.of("POST 201", "PATCH 200", "DELETE 200", "PAUSE 201", "RESUME 201")),
                work.statuses::toString);
        assertTrue(
                work.statuses.containsAll(Set.of("SUSPEND 201", "REINSTATE 201", "RENAME 200")),
                work.statuses::toString);
    }

    @Test
    @Timeout(180)
    void whoWaitsHearsOfAJobThatTheClockHasEnded() {
        Database database = TestEngines.freshDatabase();
        try (Board board = Board.on(database, TestEngines.elasticsearch(), Map.of())) {
            long company = board.company("feed-clock");
            long id = Board.parse(board.post("/api/jobs", Board.job(company, "Warden")))
                    .getJsonNumber("id")
                    .longValue();
            board.awaitReadable();
            String cursor = new FollowedCopy(board, "postgres", "").cursor();
            Sql.run(database, "update job set expires_at = clock_timestamp() + interval '300 ms' where id = " + id);

            JsonObject gone = null;
            while (gone == null) {
                var page = board.json("/api/jobs/changes?wait=60&cursor=" + cursor);
                cursor = page.getString("next");
                gone = page.getJsonArray("changes").stream()
                        .map(change -> change.asJsonObject())
                        .filter(change -> change.getString("kind").equals("remove"))
                        .findFirst()
                        .orElse(null);
            }

            assertEquals("EXPIRED", gone.getString("reason"));
            assertEquals(id, gone.getJsonNumber("id").longValue());
            assertEquals("Pune", gone.getJsonArray("locations").getJsonObject(0).getString("locality"));
            assertEquals(
                    company, gone.getJsonObject("company").getJsonNumber("id").longValue());
        }
    }

    /// Random changes by one of several writers; whatever another has done before may stand against it.
    private static final class Work {
        private final Board board;
        private final List<Long> companies;
        private final String key;
        private final List<Long> ids = Collections.synchronizedList(new ArrayList<>());
        private final Set<String> statuses = Collections.synchronizedSet(new java.util.TreeSet<>());

        Work(Board board, List<Long> companies) {
            this.board = board;
            this.companies = companies;
            this.key = board.key(Role.OPERATOR);
        }

        void change(Random random) {
            long id = ids.get(random.nextInt(ids.size()));
            String job = "/api/jobs/" + id;
            String company = "/api/companies/" + companies.get(random.nextInt(companies.size()));
            switch (random.nextInt(12)) {
                case 0, 1 -> post(random);
                case 2, 3 -> send("PATCH", "PATCH", job, "{\"title\": \"Title " + random.nextInt(1_000) + "\"}");
                case 4 -> send("PATCH", "PATCH", job, "{\"locations\": [" + place(random) + "]}");
                case 5, 6 -> send("PAUSE", "POST", job + "/transitions", move("PAUSE"));
                case 7, 8 -> send("RESUME", "POST", job + "/transitions", move("RESUME"));
                case 9 -> send("DELETE", "DELETE", job, "");
                case 10 -> send("RENAME", "PATCH", company, "{\"name\": \"Company " + random.nextInt(1_000) + "\"}");
                default -> {
                    String suspend = "{\"move\": \"SUSPEND\", \"reason\": \"papers\"}";
                    send("SUSPEND", "POST", company + "/transitions", suspend);
                    send("REINSTATE", "POST", company + "/transitions", move("REINSTATE"));
                }
            }
        }

        void post(Random random) {
            long company = companies.get(random.nextInt(companies.size()));
            String body = Board.job(company, "Job " + random.nextInt(1_000))
                    .replace(
                            "{\"locality\": \"Pune\", \"country\": \"IN\", \"precision\": \"LOCALITY\"}",
                            place(random));
            var response = send("POST", "POST", "/api/jobs", body);
            if (response.statusCode() == 201)
                ids.add(Board.parse(response).getJsonNumber("id").longValue());
        }

        private static String place(Random random) {
            String region = List.of("Goa", "Kerala", "Punjab").get(random.nextInt(3));
            return "{\"region\": \"" + region + "\", \"country\": \"IN\", \"precision\": \"REGION\"}";
        }

        private static String move(String move) {
            return "{\"move\": \"" + move + "\"}";
        }

        private HttpResponse<byte[]> send(String what, String method, String path, String body) {
            boolean made = path.equals("/api/jobs");
            var response =
                    made ? board.send(key, method, path, body) : board.send(key, method, path, body, "If-Match", "*");
            assertTrue(
                    response.statusCode() < 500 && response.statusCode() != 400 && response.statusCode() != 422,
                    () -> what + ": " + new String(response.body(), StandardCharsets.UTF_8));
            statuses.add(what + " " + response.statusCode());
            return response;
        }
    }
}
