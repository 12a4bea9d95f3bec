package dev.rozgar.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.adapters.http.HttpApplication.Health;
import dev.rozgar.adapters.http.HttpApplication.QueryDesk;
import dev.rozgar.adapters.http.HttpApplication.Reader;
import dev.rozgar.adapters.http.route.Deprecation;
import dev.rozgar.adapters.http.route.Operation;
import dev.rozgar.adapters.http.wire.Exchange;
import dev.rozgar.application.access.Role;
import dev.rozgar.application.billing.PriceList;
import dev.rozgar.application.change.ConsistencyToken;
import dev.rozgar.application.change.InMemoryReading;
import dev.rozgar.application.change.InMemoryTransactions;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.feed.FollowChanges;
import dev.rozgar.application.feed.InMemoryFeed;
import dev.rozgar.application.hiring.HiringPlan;
import dev.rozgar.application.listing.CompanyFields;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.listing.ListedSuggestions;
import dev.rozgar.application.listing.SuggestJobs;
import dev.rozgar.application.listing.Suggestions.Candidate;
import dev.rozgar.application.matching.LikenJob;
import dev.rozgar.application.matching.MatchJob;
import dev.rozgar.application.posting.Grace;
import dev.rozgar.application.shadow.KnownSuspects;
import dev.rozgar.application.shadow.ShadowCompare.Stores;
import dev.rozgar.application.shadow.VerifyQueries;
import dev.rozgar.application.shadow.VerifyQueries.Asked;
import dev.rozgar.application.shadow.Waivers;
import dev.rozgar.application.words.PlainDictionary;
import dev.rozgar.application.words.Understand;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// A live server on a free port with fakes behind it.
public final class Board implements AutoCloseable {
    public static final Instant NOW = Instant.parse("2026-03-01T09:30:00.123Z");

    /// The header of the operator, whose key is the first that a board makes.
    public static final String OPERATOR = "Authorization: Bearer " + InMemoryApiKeys.text(1) + "\r\n";

    /// Who wait for changes, and how long a stream of them is silent.
    public static final int MOST_WAITING = 3;
    private static final Duration HEARTBEAT = Duration.ofMillis(200);
    private static final FollowChanges.Pace QUICK = new FollowChanges.Pace(Duration.ofMillis(5), Duration.ofMillis(20));
    private static final InMemoryTransactions EMPTY = new InMemoryTransactions();
    private static final HiringPlan NO_PLANS = new InMemoryReading(EMPTY);

    /// Failures that tests provoke would drown the ones they find.
    private static final Logger LOUD = Logger.getLogger(Exchange.class.getName());

    static {
        LOUD.setLevel(Level.OFF);
    }

    public final FakeReadModel elastic = FakeReadModel.of(JobFields.JOB, 25);
    public final FakeReadModel postgres = FakeReadModel.of(JobFields.JOB, 25);
    public final FakeReadModel companies = FakeReadModel.of(CompanyFields.COMPANY, 3);
    public final FakeCompanions companions = new FakeCompanions();
    public final List<Candidate> suggestions = new CopyOnWriteArrayList<>();
    public final InMemoryFeed feed = new InMemoryFeed();
    /// Of the index, before an export that may come from it.
    public final AtomicInteger refreshes = new AtomicInteger();
    public final FakeStore store = new FakeStore();
    public final FakeIndex index = new FakeIndex();
    public final InMemoryApiKeys keys = new InMemoryApiKeys();
    public final String operator = keys.make(Role.OPERATOR, Optional.empty(), Optional.empty());
    /// What the index shows, of which writes it was asked, and how far it is behind.
    public volatile boolean showing = true;

    public final List<String> awaited = new CopyOnWriteArrayList<>();
    public volatile @Nullable Duration lag = Duration.ofMillis(340);
    public final AtomicBoolean postgresUp = new AtomicBoolean(true);
    public final AtomicBoolean elasticUp = new AtomicBoolean(true);
    public final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    public final Http http;
    private @Nullable Description description;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Board(
            UnaryOperator<HttpSettings> settings,
            Optional<UseCases.Stores> stores,
            TokenSettings tokens,
            Map<Operation, Deprecation> deprecated) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Map<ReadModel, Reader> jobs = Map.of(
                ReadModel.ELASTICSEARCH, Reader.of(ReadModel.ELASTICSEARCH, elastic),
                ReadModel.POSTGRES, Reader.of(ReadModel.POSTGRES, postgres),
                ReadModel.AUTO, new EitherEngine(elastic, elasticUp::get));
        HttpApplication application = new HttpApplication(
                jobs,
                ReadModel.AUTO,
                companies,
                companions,
                new Understand(PlainDictionary.EMPTY),
                new SuggestJobs(new ListedSuggestions(suggestions)),
                new MatchJob(new FakeJudge(postgres)),
                new LikenJob(new FakeJudge(postgres), new Understand(PlainDictionary.EMPTY)),
                new FakeSignals(postgres),
                UseCases.over(
                        stores.orElseGet(() -> new UseCases.Stores(
                                store, store, store, NO_PLANS, store, EMPTY.alerts(), EMPTY.deliveries())),
                        clock,
                        new UseCases.Policy(true, PriceList.USUAL, Grace.USUAL)),
                new Identities(keys, Optional.of(tokens)),
                new Freshness(this::shows, () -> Optional.ofNullable(lag)),
                new HttpApplication.Changes(
                        new FollowChanges(feed, refreshes::incrementAndGet, clock, QUICK), MOST_WAITING, HEARTBEAT),
                WebhookTargets.PUBLIC,
                new Health(postgresUp::get, Optional.of(elasticUp::get)),
                Optional.of(index.desk(store, queries())),
                metrics,
                clock);
        http = Http.open(settings.apply(quiet()), application, deprecated);
    }

    private QueryDesk queries() {
        var stores = new Stores(postgres, elastic, new KnownSuspects(), () -> {});
        return new QueryDesk(
                new VerifyQueries(stores, Waivers.read(), 0),
                (count, seed, now) -> Collections.nCopies(
                        count,
                        new Asked("of seed " + seed, DocumentQuery.of(JobFields.JOB, JobFields.NEWEST_FIRST, now))));
    }

    private boolean shows(ConsistencyToken token, Sync level) {
        awaited.add(token.text() + ' ' + level);
        return showing;
    }

    private static HttpSettings quiet() {
        HttpSettings s = HttpSettings.on("127.0.0.1", 0);
        return new HttpSettings(
                s.host(),
                s.port(),
                s.maxConcurrent(),
                s.patience(),
                s.silence(),
                s.drain(),
                false,
                s.gzip(),
                s.corsOrigins(),
                s.limits());
    }

    public static Board open() {
        return believing(TestTokens.SETTINGS);
    }

    /// With operations that are on their way out.
    public static Board open(Map<Operation, Deprecation> deprecated) {
        return new Board(UnaryOperator.identity(), Optional.empty(), TestTokens.SETTINGS, deprecated);
    }

    public static Board open(UnaryOperator<HttpSettings> settings) {
        return new Board(settings, Optional.empty(), TestTokens.SETTINGS, Map.of());
    }

    /// Over a memory that holds whatever there is.
    public static Board over(InMemoryTransactions store) {
        var reading = new InMemoryReading(store);
        return over(
                new UseCases.Stores(store, store.log(), reading, reading, reading, store.alerts(), store.deliveries()));
    }

    private static Board over(UseCases.Stores stores) {
        return new Board(UnaryOperator.identity(), Optional.of(stores), TestTokens.SETTINGS, Map.of());
    }

    public static Board believing(TokenSettings tokens) {
        return new Board(UnaryOperator.identity(), Optional.empty(), tokens, Map.of());
    }

    /// As it was when it was opened, metrics excepted.
    public void reset() {
        for (FakeReadModel model : List.of(elastic, postgres, companies)) model.reset();
        companions.reset();
        store.reset();
        index.reset();
        keys.failure = null;
        showing = true;
        awaited.clear();
        lag = Duration.ofMillis(340);
        postgresUp.set(true);
        elasticUp.set(true);
    }

    public HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http.port() + target));
    }

    public Reply get(String target) {
        return send(request(target));
    }

    public HttpRequest.Builder as(String key, String target) {
        return request(target).header("Authorization", "Bearer " + key);
    }

    public Reply post(String target, String json) {
        return send(json(as(operator, target), "POST", json));
    }

    public static HttpRequest.Builder json(HttpRequest.Builder request, String method, String json) {
        return request.header(
                        "Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json));
    }

    /// Every reply is held to the description that the server gives of itself.
    public Reply send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        Reply reply = exchange(request);
        if (description == null)
            description = Description.of(exchange(request("/openapi").build()).bytes());
        if (reply.header("content-encoding").isEmpty()) {
            assertEquals(
                    List.of(),
                    description.faults(request.method(), request.uri().getRawPath(), reply),
                    reply::text);
        }
        return reply;
    }

    private Reply exchange(HttpRequest request) {
        try {
            return new Reply(client.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    public record Reply(int status, Map<String, List<String>> headers, byte[] bytes) {
        Reply(HttpResponse<byte[]> response) {
            this(response.statusCode(), response.headers().map(), response.body());
        }

        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        /// Empty where there is none.
        public String header(String name) {
            return String.join(", ", headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()));
        }
    }

    @Override
    public void close() {
        // In this order: whoever waits for changes is answered, and a client waits for all answers.
        http.close();
        client.close();
    }
}
