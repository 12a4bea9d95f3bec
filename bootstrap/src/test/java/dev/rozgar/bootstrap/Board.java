package dev.rozgar.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.adapters.postgres.Postgres;
import dev.rozgar.application.access.IssueKey;
import dev.rozgar.application.access.NewKey;
import dev.rozgar.application.access.Role;
import dev.rozgar.bootstrap.settings.Settings;
import dev.rozgar.bootstrap.settings.SettingsSources;
import dev.rozgar.domain.Decision;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.CandidateId;
import dev.rozgar.engines.Database;
import dev.rozgar.engines.ElasticsearchEngine;
import dev.rozgar.engines.TestEngines;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The whole service in this JVM, on a database and an index of its own, and a client to speak with it.
public final class Board implements AutoCloseable {
    private static final JsonProvider JSON = JsonProvider.provider();

    /// No pause of the machine may end what is not about time.
    public static final Map<String, String> PATIENT = Map.of(
            "rozgar.elasticsearch.read_timeout", "60s",
            "rozgar.postgres.connect_timeout", "60s",
            "rozgar.postgres.list_timeout", "60s",
            "rozgar.postgres.statement_timeout", "60s");

    private final Opened opened = new Opened();
    private final HttpClient client = opened.add(HttpClient.newHttpClient());
    private final Database database;
    private final Wiring wiring;
    private final Service service;
    private final String key;

    private Board(Database database, Map<String, String> options) {
        this.database = database;
        Settings settings = Settings.read(SettingsSources.only(options));
        wiring = opened.add(Wiring.open(settings));
        wiring.postgres().migrate();
        wiring.postgres().checkDeclaration();
        key = operatorsKey(wiring.postgres());
        wiring.copy().ifPresent(SearchCopy::start);
        service = opened.add(Service.start(settings, wiring));
    }

    /// On the engines that all tests share.
    public static Board onSharedEngines(Map<String, String> options) {
        return on(TestEngines.freshDatabase(), TestEngines.elasticsearch(), options);
    }

    public static Board on(Database database, ElasticsearchEngine elasticsearch, Map<String, String> options) {
        Map<String, String> all = new HashMap<>(Map.of(
                "rozgar.server.port", "0",
                "rozgar.server.access_log", "false",
                "rozgar.trust_companies", "true",
                // Tests ask more than any caller may.
                "rozgar.rate_limit.reads_per_minute", "0",
                "rozgar.rate_limit.writes_per_minute", "0",
                "rozgar.elasticsearch.url", elasticsearch.uri().toString(),
                "rozgar.elasticsearch.prefix", TestEngines.freshIndexPrefix() + "b"));
        all.putAll(PATIENT);
        all.putAll(postgres(database));
        all.putAll(options);
        return new Board(database, all);
    }

    /// With no Elasticsearch at all.
    public static Board onSqlOnly() {
        return onSqlOnly(Map.of());
    }

    public static Board onSqlOnly(Map<String, String> more) {
        return onSqlOnly(TestEngines.freshDatabase(), more);
    }

    public static Board onSqlOnly(Database database, Map<String, String> more) {
        Map<String, String> options = new HashMap<>(Map.of(
                "rozgar.server.port", "0",
                "rozgar.trust_companies", "true",
                "rozgar.write_policy", "sql_only",
                // Nobody listens there, and nobody may notice.
                "rozgar.elasticsearch.url", "http://127.0.0.1:1"));
        options.putAll(PATIENT);
        options.putAll(postgres(database));
        options.putAll(more);
        return new Board(database, options);
    }

    public static Map<String, String> postgres(Database database) {
        return Map.of(
                "rozgar.postgres.url", database.jdbcUrl(),
                "rozgar.postgres.user", database.user(),
                "rozgar.postgres.password", database.password());
    }

    /// A key with which everything can be posted.
    public static String operatorsKey(Postgres postgres) {
        return key(
                postgres,
                new IssueKey.Command(
                        "test", Role.OPERATOR, Optional.empty(), Optional.empty(), Set.of(), Optional.empty()));
    }

    /// A key of somebody's.
    String key(Role role, Optional<CompanyId> company, Optional<CandidateId> candidate) {
        return key(
                wiring.postgres(), new IssueKey.Command("test", role, company, candidate, Set.of(), Optional.empty()));
    }

    private static String key(Postgres postgres, IssueKey.Command wanted) {
        if (new IssueKey(postgres.apiKeys(), Clock.systemUTC()).handle(wanted)
                instanceof Decision.Accepted<NewKey>(NewKey made, var _)) return made.text();
        throw new AssertionError("no key for " + wanted);
    }

    /// A key of a role that belongs to no company.
    public String key(Role role) {
        return key(role, Optional.empty(), Optional.empty());
    }

    public String recruitersKey(long company) {
        return key(Role.RECRUITER, Optional.of(new CompanyId(company)), Optional.empty());
    }

    public Wiring wiring() {
        return wiring;
    }

    public HttpResponse<byte[]> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service.address() + path));
        if (headers.length > 0) request.headers(headers);
        return send(request.build());
    }

    /// JSON with whatever key and headers.
    public HttpResponse<byte[]> send(String who, String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service.address() + path))
                .header("Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json")
                .header("Authorization", "Bearer " + who)
                .method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) request.headers(headers);
        return send(request.build());
    }

    public HttpResponse<byte[]> post(String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(service.address() + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + key)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    public JsonObject json(String path) {
        HttpResponse<byte[]> response = get(path);
        assertEquals(200, response.statusCode(), () -> path + ": " + new String(response.body(), UTF_8));
        return parse(response);
    }

    /// What a key is shown.
    public JsonObject parsed(String who, String path) {
        HttpResponse<byte[]> response = send(who, "GET", path, "");
        assertEquals(200, response.statusCode(), () -> path + ": " + new String(response.body(), UTF_8));
        return parse(response);
    }

    /// Which engine has given an answer.
    public static String readModel(HttpResponse<?> response) {
        return response.headers().firstValue("X-Read-Model").orElseThrow().split(";", 2)[0];
    }

    /// The word that makes reads as new as a write.
    public static String token(HttpResponse<?> written) {
        return written.headers().firstValue("Consistency-Token").orElseThrow();
    }

    public static JsonObject parse(HttpResponse<byte[]> response) {
        return JSON.createReader(new ByteArrayInputStream(response.body())).readObject();
    }

    /// Registers a verified company and answers its id.
    public long company(String slug) {
        HttpResponse<byte[]> response = post(
                "/api/companies",
                "{\"slug\":\"%s\",\"name\":\"%s\",\"locations\":[{\"locality\":\"Pune\",\"country\":\"IN\",\"is_hq\":true}]}"
                        .formatted(slug, slug));
        assertEquals(201, response.statusCode(), () -> new String(response.body(), UTF_8));
        return parse(response).getJsonNumber("id").longValue();
    }

    /// The body of a job to be posted.
    public static String job(long company, String title) {
        return """
            {"company_id": %d, "title": "%s", "description": {"text": "Ride. Deliver. Smile."},
             "locations": [{"locality": "Pune", "country": "IN", "precision": "LOCALITY"}],
             "employment_types": ["FULL_TIME"],
             "pay": {"min": 18000, "max": 24000, "currency": "INR", "period": "MONTH", "kind": "FIXED", "disclosed": true}}
            """.formatted(company, title);
    }

    public long owed() {
        return wiring.postgres().indexLedger().backlog().due();
    }

    /// Until the index owes nothing and may be read.
    public void awaitIndex() throws InterruptedException {
        SearchCopy copy = wiring.copy().orElseThrow();
        Eventually.within(
                Duration.ofSeconds(60),
                "the index is current and owes nothing",
                () -> copy.keeper().isCurrent() && owed() == 0);
        copy.index().refresh();
    }

    /// Until the feed of changes shows all that is committed by now: transactions of other tests hold it up,
    /// too, while they write.
    public void awaitReadable() {
        var feed = wiring.postgres().changeFeed();
        long mark = reserveTransaction();
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (feed.end().transaction() <= mark) {
            if (System.nanoTime() > deadline) throw new AssertionError("a transaction does not end");
        }
    }

    private long reserveTransaction() {
        return Sql.number(database, "select pg_current_xact_id()::text");
    }

    /// Fills in the words of all jobs. The service's own keeper, where it is at that, is waited for.
    public void fillWords() {
        Sql.run(database, "update search_vocabulary set filled_at = null");
        Sql.run(database, "select fill_vocabulary(interval '0')");
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        opened.close();
    }
}
