package dev.rozgar.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.access.Role;
import dev.rozgar.bootstrap.Listener.Heard;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A job is posted, and those who wait for such jobs hear of it; on a real PostgreSQL, over real HTTP.
class AlertsOverHttpTest {
    private final Listener listener = new Listener();
    private final Board board = Board.onSqlOnly(Map.of(
            "rozgar.alerts.every", "100ms",
            "rozgar.webhooks.targets", "any",
            "rozgar.rate_limit.writes_per_minute", "0"));
    private final String partner = board.key(Role.PARTNER);
    private long company;

    @BeforeEach
    void aCompanyPosts() throws InterruptedException {
        company = board.company("hooked-" + System.nanoTime());
        // From the first look at the feed on.
        Eventually.within(
                Duration.ofSeconds(60),
                "the feed is followed",
                () -> board.wiring()
                        .postgres()
                        .alerts()
                        .turns()
                        .claim(Duration.ofMillis(1), Instant.now())
                        .filter(turn -> turn.from().isPresent())
                        .isPresent());
    }

    @AfterEach
    void close() {
        board.close();
        listener.close();
    }

    @Test
    void aSavedSearchHearsOfAJobThatComesToMatchIt() throws Exception {
        JsonObject search = created(partner, "/api/searches", """
                {"name": "Riders \\"near\\" Pune", "query": "q=rider&locations.country=IN"}""");
        String secret = hook("search.matched").getString("secret");
        long other = posted("Cook");
        long job = posted("Night rider");

        Heard heard = listener.next();
        assertTrue(heard.body().startsWith("{\"type\":\"search.matched\",\"timestamp\":\""), heard.body());
        assertTrue(
                heard.body()
                        .endsWith("\"data\":{\"search_id\":" + search.getInt("id")
                                + ",\"name\":\"Riders \\\"near\\\" Pune\",\"jobs\":[" + job
                                + "],\"href\":\"/api/searches/"
                                + search.getInt("id") + "/found\"}}"),
                heard.body());
        assertEquals(signed(secret, heard), heard.headers().get("webhook-signature"));
        var found = board.parsed(partner, "/api/searches/" + search.getInt("id") + "/found");
        assertEquals(1, found.getJsonArray("items").size());
        assertEquals(job, found.getJsonArray("items").getJsonObject(0).getInt("job_id"));
        assertTrue(job != other);
    }

    @Test
    void aJobIsToldOnceHoweverOftenItChanges() throws Exception {
        created(partner, "/api/searches", """
                {"name": "Riders", "query": "q=rider", "scope": "CHANGED"}""");
        hook("search.matched");
        long first = posted("Rider of horses");
        listener.next();
        moved(first, "PAUSE", "PUBLISHED");
        moved(first, "RESUME", "PAUSED");
        long second = posted("Rider of camels");

        Heard heard = listener.next();
        assertTrue(heard.body().contains("\"jobs\":[" + second + "]"), heard.body());
        assertEquals(List.of(), listener.rest());
    }

    @Test
    void aCompanyHearsWhatBecomesOfItsJobs() throws Exception {
        String recruiter = board.recruitersKey(company);
        JsonObject hook = created(
                recruiter, "/api/webhooks", "{\"url\": \"" + listener.url() + "\", \"events\": [\"job.moved\"]}");
        long job = posted("Driver");
        Heard made = listener.next();
        assertTrue(made.body().contains("\"sequence\":1,\"move\":\"CREATE\",\"from_state\":null"), made.body());
        Heard shown = listener.next();
        while (!shown.body().contains("\"to_state\":\"PUBLISHED\"")) shown = listener.next();
        moved(job, "PAUSE", "PUBLISHED");

        Heard paused = listener.next();
        assertTrue(
                paused.body().contains("\"job_id\":" + job + ",\"company_id\":" + company)
                        && paused.body().contains("\"from_state\":\"PUBLISHED\",\"to_state\":\"PAUSED\""),
                paused.body());
        assertEquals(signed(hook.getString("secret"), paused), paused.headers().get("webhook-signature"));
    }

    @Test
    void whatAReceiverDidNotTakeCanBeSentAgain() throws Exception {
        listener.answering(500);
        long hook = hook("search.matched").getInt("id");
        created(partner, "/api/searches", """
                {"name": "Riders", "query": "q=rider"}""");
        posted("Rider");
        String id = listener.next().headers().get("webhook-id");
        String path = "/api/webhooks/" + hook + "/deliveries";
        Eventually.within(Duration.ofSeconds(60), "the try is booked", () -> tries(path) == 1);
        listener.answering(200);

        var replayed = board.send(partner, "POST", path + "/" + id + "/replay", "");
        assertEquals(2, replayed.statusCode() / 100, () -> new String(replayed.body(), UTF_8));
        assertEquals(id, listener.next().headers().get("webhook-id"));
        Eventually.within(
                Duration.ofSeconds(60),
                "it is delivered",
                () -> board.parsed(partner, path)
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getString("state")
                        .equals("DELIVERED"));
    }

    private int tries(String path) {
        return board.parsed(partner, path)
                .getJsonArray("items")
                .getJsonObject(0)
                .getJsonArray("tries")
                .size();
    }

    private JsonObject hook(String event) {
        return created(
                partner, "/api/webhooks", "{\"url\": \"" + listener.url() + "\", \"events\": [\"" + event + "\"]}");
    }

    private long posted(String title) {
        var response = board.post("/api/jobs", Board.job(company, title));
        assertEquals(201, response.statusCode(), () -> new String(response.body(), UTF_8));
        return Board.parse(response).getJsonNumber("id").longValue();
    }

    private void moved(long job, String move, String from) {
        var response = board.post(
                "/api/jobs/" + job + "/transitions", "{\"move\": \"" + move + "\", \"from_state\": \"" + from + "\"}");
        assertEquals(201, response.statusCode(), () -> new String(response.body(), UTF_8));
    }

    private JsonObject created(String who, String path, String body) {
        HttpResponse<byte[]> response = board.send(who, "POST", path, body);
        assertEquals(201, response.statusCode(), () -> new String(response.body(), UTF_8));
        return Board.parse(response);
    }

    private static String signed(String secret, Heard heard) throws Exception {
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        String text =
                heard.headers().get("webhook-id") + "." + heard.headers().get("webhook-timestamp") + "." + heard.body();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    }
}
