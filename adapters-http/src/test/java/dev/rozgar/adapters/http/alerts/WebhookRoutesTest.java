package dev.rozgar.adapters.http.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.http.Board.Reply;
import dev.rozgar.adapters.http.Keeping;
import dev.rozgar.adapters.http.WebhookTargets;
import dev.rozgar.application.access.Identity;
import dev.rozgar.domain.alerts.DeliveryState.Outcome;
import dev.rozgar.domain.alerts.EventType;
import dev.rozgar.domain.alerts.Secret;
import dev.rozgar.domain.alerts.Webhook;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WebhookRoutesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String WEBHOOKS = "/api/webhooks";
    private static final String BOTH = """
            {"url": "https://other.example.in:8443/", "events": ["application.moved", "job.moved"]}""";

    private final Listening all = new Listening();

    @AfterEach
    void close() {
        all.close();
    }

    @Test
    void tellsTheSecretToWhoeverAddsAWebhookAndToNobodyAfterwards() {
        Reply added = all.post(all.candidate, WEBHOOKS, Keeping.WEBHOOK);

        assertEquals(201, added.status(), added::text);
        assertEquals("\"1\"", added.header("etag"));
        assertEquals("no-store", added.header("cache-control"));
        JsonNode receipt = JSON.readTree(added.bytes());
        assertEquals(32, new Secret(receipt.get("secret").asString()).key().length);
        assertEquals(WEBHOOKS + '/' + receipt.get("id").asLong(), added.header("location"));
        Reply read = all.keeping.get(all.candidate, added.header("location"));
        assertEquals("\"1\"", read.header("etag"));
        assertEquals(
                "{\"id\":" + receipt.get("id").asLong() + ",\"url\":\"https://hooks.example.in/rozgar?k=1\","
                        + "\"events\":[\"search.matched\"],\"state\":\"ACTIVE\",\"version\":1,"
                        + "\"created_at\":\"2026-03-01T09:30:00.123Z\"}",
                read.text());
        assertFalse(all.read(all.candidate, WEBHOOKS).contains("whsec_"));
    }

    @Test
    void aReplyThatIsKeptForAKeyHoldsNoSecret() {
        Reply first = all.post(all.candidate, WEBHOOKS, Keeping.WEBHOOK, "Idempotency-Key", "k");
        Reply again = all.post(all.candidate, WEBHOOKS, Keeping.WEBHOOK, "Idempotency-Key", "k");

        assertTrue(first.text().contains("whsec_"), first::text);
        assertEquals(201, again.status());
        assertEquals("true", again.header("idempotency-replayed"));
        assertEquals(first.header("location"), again.header("location"));
        assertFalse(again.text().contains("secret"), again::text);
    }

    @Test
    void whatIsOnlyTriedHasNeitherIdNorSecret() {
        Reply reply = all.post(all.candidate, WEBHOOKS + "?validate_only=true", Keeping.WEBHOOK);

        assertEquals(200, reply.status(), reply::text);
        assertFalse(reply.text().contains("\"id\"") || reply.text().contains("secret"), reply::text);
        assertEquals(0, items(all.candidate, WEBHOOKS).size());
    }

    @Test
    void companiesHearOfWhatMovesAndOthersDoNot() {
        assertEquals(201, all.post(all.keeping.recruiter, WEBHOOKS, BOTH).status());
        for (String key : List.of(all.candidate, all.partner)) {
            Reply reply = all.post(key, WEBHOOKS, BOTH);
            assertEquals(422, reply.status());
            assertTrue(reply.text().contains("\"pointer\":\"/events\",\"code\":\"NOT_ALLOWED\""), reply::text);
        }
    }

    @Test
    void listsTheCallersOwnPageByPage() {
        all.added(all.candidate);
        String second = all.added(all.candidate);
        all.added(all.partner);

        Reply page = all.keeping.get(all.candidate, WEBHOOKS + "?limit=1");
        String next = page.header("link").replaceFirst("<(.*)>; rel=\"next\"", "$1");
        JsonNode rest = items(all.candidate, next);
        assertEquals(1, rest.size());
        assertEquals(Listening.id(second), rest.get(0).get("id").asLong());
    }

    @Test
    void anothersWebhookIsNotThere() {
        String webhook = all.added(all.candidate);

        assertEquals(404, all.keeping.get(all.partner, webhook).status());
        assertEquals(404, all.keeping.get(all.partner, webhook + "/deliveries").status());
        assertEquals(404, all.ask(all.partner, "POST", webhook + "/secret").status());
        assertEquals(
                404,
                all.ask(all.partner, "POST", webhook + "/deliveries/msg_1/replay")
                        .status());
        assertEquals(
                404,
                all.keeping
                        .send(all.partner, "PUT", webhook, Keeping.WEBHOOK, "If-Match", "*")
                        .status());
        assertEquals(
                404, all.ask(all.partner, "DELETE", webhook, "If-Match", "*").status());
    }

    @Test
    void replacesAddressAndEventsInTheVersionThatWasSeen() {
        String webhook = all.added(all.keeping.recruiter);

        assertEquals(428, put(webhook, BOTH).status());
        assertEquals(412, put(webhook, BOTH, "If-Match", "\"2\"").status());
        Reply edited = put(webhook, BOTH, "If-Match", "\"1\"");
        assertEquals(200, edited.status(), edited::text);
        assertEquals("\"2\"", edited.header("etag"));
        assertTrue(edited.text().contains("\"events\":[\"application.moved\",\"job.moved\"]"), edited::text);
        assertFalse(edited.text().contains("secret"), edited::text);
        String read = all.read(all.keeping.recruiter, webhook);
        assertTrue(read.contains("\"url\":\"https://other.example.in:8443/\"") && read.contains("\"version\":2"), read);
    }

    @Test
    void startsAgainWhatWasStopped() {
        String webhook = all.added(all.keeping.recruiter);
        String search = all.saved(all.keeping.recruiter);
        all.find(search, 145);
        all.settle(all.due().getFirst(), new Outcome.NotTaken(Optional.of(410), "answered 410"), Optional.of("Gone."));
        String stopped = all.read(all.keeping.recruiter, webhook);
        assertTrue(stopped.contains("\"state\":\"STOPPED\",\"stopped\":\"Gone.\""), stopped);

        assertEquals(200, put(webhook, Keeping.WEBHOOK, "If-Match", "*").status());
        assertTrue(all.read(all.keeping.recruiter, webhook).contains("\"state\":\"ACTIVE\""));
    }

    @Test
    void removesAWebhook() {
        String webhook = all.added(all.candidate);

        assertEquals(428, all.ask(all.candidate, "DELETE", webhook).status());
        assertEquals(
                412,
                all.ask(all.candidate, "DELETE", webhook, "If-Match", "\"2\"").status());
        assertEquals(
                200,
                all.ask(all.candidate, "DELETE", webhook, "If-Match", "\"1\"").status());
        assertEquals(404, all.keeping.get(all.candidate, webhook).status());
    }

    @Test
    void keepsNoMoreThanAKeeperMayHave() {
        for (int i = 0; i < Webhook.MOST; i++) all.added(all.candidate);

        Reply reply = all.post(all.candidate, WEBHOOKS, Keeping.WEBHOOK);
        assertEquals(409, reply.status());
        assertTrue(reply.text().contains("TOO_MANY_WEBHOOKS"), reply::text);
    }

    @Test
    void anotherSecretSignsBesideTheOneBefore() {
        Reply added = all.post(all.candidate, WEBHOOKS, Keeping.WEBHOOK);
        String first = JSON.readTree(added.bytes()).get("secret").asString();
        Reply rotated = all.ask(all.candidate, "POST", added.header("location") + "/secret");

        assertEquals(200, rotated.status(), rotated::text);
        assertEquals("no-store", rotated.header("cache-control"));
        JsonNode told = JSON.readTree(rotated.bytes());
        assertEquals(
                "2026-03-02T09:30:00.123Z", told.get("previous_signs_until").asString());
        all.find(all.saved(all.candidate), 145);
        List<String> secrets =
                all.due().getFirst().secrets().stream().map(Secret::text).toList();
        assertEquals(List.of(told.get("secret").asString(), first), secrets);
    }

    @Test
    void aSecretIsRotatedAsOftenAsItIsAskedSoThatNoTermsAreTaken() {
        String webhook = all.added(all.candidate);
        int before = all.store.commits();
        Reply refused =
                all.ask(all.candidate, "POST", webhook + "/secret", "Idempotency-Key", "k", "If-Match", "\"1\"");

        assertEquals(400, refused.status());
        assertTrue(refused.text().contains("INVALID_HEADER"), refused::text);
        assertTrue(refused.text().contains("Idempotency-Key, If-Match"), refused::text);
        assertEquals(before, all.store.commits());
    }

    @Test
    void theSecretOfAReplyThatWasLostEndsNobodyElses() {
        Reply added = all.post(all.candidate, WEBHOOKS, Keeping.WEBHOOK);
        String rotation = added.header("location") + "/secret";
        Reply lost = all.ask(all.candidate, "POST", rotation);
        Reply again = all.ask(all.candidate, "POST", rotation);

        assertEquals(member(lost, "previous_signs_until"), member(again, "previous_signs_until"));
        all.find(all.saved(all.candidate), 145);
        assertEquals(
                List.of(member(again, "secret"), member(added, "secret")),
                all.due().getFirst().secrets().stream().map(Secret::text).toList());
    }

    private static String member(Reply reply, String name) {
        return JSON.readTree(reply.bytes()).get(name).asString();
    }

    @Test
    void tellsAllThatIsWrongWithAWebhookAtOnce() {
        Reply reply = all.post(all.candidate, WEBHOOKS, """
                        {"url": "https://u@x.example/", "events": ["job.moved", "job.moved"]}""");

        assertEquals(422, reply.status(), reply::text);
        for (String pointer : List.of("/url", "/events", "/events/1"))
            assertTrue(reply.text().contains("\"pointer\":\"" + pointer + '"'), reply::text);
    }

    @Test
    void takesNothingInABodyWhereASecretIsRotated() {
        String webhook = all.added(all.candidate);

        assertEquals(400, all.post(all.candidate, webhook + "/secret", "{}").status());
        assertEquals(
                400, all.ask(all.candidate, "POST", webhook + "/secret?x=1").status());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"job.lost\" | 400 | /events/0 | application.moved, job.moved, search.matched",
                "\"JOB_MOVED\" | 400 | /events/0 | must be one of",
                "1 | 400 | /events/0 | must be one of",
                "'' | 422 | /events | needs at least 1",
                "\"search.matched\", \"search.matched\" | 422 | /events/1 | appears before"
            })
    void saysWhichEventsThereAre(String events, int status, String pointer, String detail) {
        Reply reply = all.post(
                all.keeping.recruiter, WEBHOOKS, "{\"url\": \"https://x.example\", \"events\": [" + events + "]}");

        assertEquals(status, reply.status(), reply::text);
        assertTrue(reply.text().contains("\"pointer\":\"" + pointer + '"'), reply::text);
        assertTrue(reply.text().contains(detail), reply::text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.in/",
                "https://127.0.0.1/",
                "https://10.0.0.1:8443/x",
                "https://169.254.169.254/latest/meta-data",
                "https://[::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[fd00::1]/",
                "ftp://hooks.example.in/",
                "https://user@hooks.example.in/",
                "https://hooks.example.in/#x",
                "https:///x",
                "hooks.example.in",
                ""
            })
    void anAddressLeadsToThePublic(String url) {
        Reply reply = all.post(all.candidate, WEBHOOKS, "{\"url\": \"" + url + "\", \"events\": [\"search.matched\"]}");

        assertEquals(422, reply.status(), reply::text);
        assertTrue(reply.text().contains("\"pointer\":\"/url\""), reply::text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080/x", "https://127.0.0.1/", "http://[::1]:1/"})
    void anAddressLeadsAnywhereWhereThatIsAllowed(String url) {
        var command = new WebhookBody(url, List.of("search.matched")).toCommand(WebhookTargets.ANY, Identity.ANONYMOUS);

        assertEquals(url, command.url().text());
        assertEquals(Set.of(EventType.SEARCH_MATCHED), command.events());
    }

    private Reply put(String webhook, String body, String... headers) {
        return all.keeping.send(all.keeping.recruiter, "PUT", webhook, body, headers);
    }

    private JsonNode items(String key, String path) {
        return JSON.readTree(all.read(key, path)).get("items");
    }
}
