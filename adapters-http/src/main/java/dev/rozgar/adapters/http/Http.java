package dev.rozgar.adapters.http;

import dev.rozgar.adapters.http.alerts.SavedQueries;
import dev.rozgar.adapters.http.alerts.SearchRoutes;
import dev.rozgar.adapters.http.alerts.WebhookRoutes;
import dev.rozgar.adapters.http.billing.InvoiceRoutes;
import dev.rozgar.adapters.http.company.CompanyRoutes;
import dev.rozgar.adapters.http.delivery.HttpWebhookSender;
import dev.rozgar.adapters.http.feed.ChangesRoutes;
import dev.rozgar.adapters.http.hiring.ApplicationRoutes;
import dev.rozgar.adapters.http.hiring.HiringRoutes;
import dev.rozgar.adapters.http.index.CheckRoutes;
import dev.rozgar.adapters.http.index.DeadLetterRoutes;
import dev.rozgar.adapters.http.index.ImpactRoutes;
import dev.rozgar.adapters.http.index.IndexRoutes;
import dev.rozgar.adapters.http.ops.OpenApi;
import dev.rozgar.adapters.http.ops.OpsRoutes;
import dev.rozgar.adapters.http.posting.ExportRoutes;
import dev.rozgar.adapters.http.posting.JobRoutes;
import dev.rozgar.adapters.http.posting.MatchRoutes;
import dev.rozgar.adapters.http.posting.SignalRoutes;
import dev.rozgar.adapters.http.posting.SimilarRoutes;
import dev.rozgar.adapters.http.posting.SuggestRoutes;
import dev.rozgar.adapters.http.posting.VerifyRoutes;
import dev.rozgar.adapters.http.route.Callers;
import dev.rozgar.adapters.http.route.Deprecation;
import dev.rozgar.adapters.http.route.Deprecations;
import dev.rozgar.adapters.http.route.KnownKeys;
import dev.rozgar.adapters.http.route.Operation;
import dev.rozgar.adapters.http.route.Routes;
import dev.rozgar.adapters.http.route.Tokens;
import dev.rozgar.adapters.http.route.Turnstile;
import dev.rozgar.adapters.http.wire.DirectProblems;
import dev.rozgar.adapters.http.wire.Exchange;
import dev.rozgar.adapters.http.wire.Gate;
import dev.rozgar.adapters.http.wire.Manners;
import dev.rozgar.adapters.http.wire.OldHttp;
import dev.rozgar.adapters.http.wire.RequestBody;
import dev.rozgar.adapters.http.wire.RequestLog;
import dev.rozgar.adapters.http.wire.Watchdog;
import dev.rozgar.application.Prefetch;
import dev.rozgar.application.alerts.StoredQuery;
import dev.rozgar.application.alerts.WebhookSender;
import dev.rozgar.application.words.Understand;
import io.github.bucket4j.TimeMeter;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.encoding.ContentEncodingContext;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.StandardSocketOptions;
import java.time.Duration;
import java.util.Map;

/// The door: a running server.
public final class Http implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Http.class.getName());
    /// A cursor and twenty filters fit in.
    private static final int LONGEST_LINE = 16_384;

    private static final int LARGEST_HEADERS = 16_384;
    private static final int RECEIVE_BUFFER = 65_536;

    private final WebServer server;
    private final Gate gate;
    private final Watchdog watchdog;
    private final ChangesRoutes changes;
    private final Duration drain;

    private Http(WebServer server, Gate gate, Watchdog watchdog, ChangesRoutes changes, Duration drain) {
        this.server = server;
        this.gate = gate;
        this.watchdog = watchdog;
        this.changes = changes;
        this.drain = drain;
    }

    /// Begins to serve.
    ///
    /// @throws IllegalStateException where the port is taken
    public static Http open(HttpSettings settings, HttpApplication application) {
        return open(settings, application, Deprecations.CURRENT);
    }

    static Http open(HttpSettings settings, HttpApplication application, Map<Operation, Deprecation> deprecated) {
        RequestLog log = new RequestLog(application.metrics(), settings.accessLog());
        Gate gate = new Gate(settings, new Manners(settings), log);
        Watchdog watchdog = new Watchdog(settings.silence());
        Deprecations deprecations = new Deprecations(deprecated, application.metrics());
        // Nobody waits for it at a start.
        Prefetch<byte[]> description = Prefetch.of(() -> OpenApi.of(application, deprecations));
        application.metrics().gauge("http.server.in.flight", gate, Gate::inFlight);
        ChangesRoutes changes = new ChangesRoutes(application, watchdog);
        WebServer server = server(settings, log, watchdog)
                .routing(routing -> {
                    Routes routes = new Routes(turnstile(settings, application), deprecations);
                    // Before the jobs, whose ids could else be called "export", "changes" and "suggest".
                    new ExportRoutes(application, watchdog).register(routes);
                    new SuggestRoutes(application).register(routes);
                    changes.register(routes);
                    register(routes, application, description, gate);
                    routes.mount(guarded(routing, gate));
                })
                .build();
        // A failed start is only logged.
        if (!server.start().isRunning()) {
            watchdog.close();
            throw new IllegalStateException(
                    "cannot serve on " + settings.host() + ':' + settings.port() + "; is the port taken?");
        }
        return new Http(server, gate, watchdog, changes, settings.drain());
    }

    /// Reads the queries of saved searches, by the rules by which they were saved.
    ///
    /// @param understand asked about the words of a query
    public static StoredQuery storedQuery(Understand understand) {
        return new SavedQueries(understand);
    }

    /// Sends events to webhooks.
    ///
    /// @param timeout for one try, from looking up the host to its answer
    public static WebhookSender webhookSender(WebhookTargets targets, Duration timeout) {
        return new HttpWebhookSender(targets, timeout);
    }

    /// The port it listens on, chosen by the system if 0 was asked for.
    public int port() {
        return server.port();
    }

    /// Lets the requests in flight come to their end, refuses new ones meanwhile, then stops. Who waits for
    /// changes is answered at once.
    @Override
    public void close() {
        if (!server.isRunning()) return;
        changes.close();
        if (!gate.close(drain)) LOG.log(Level.WARNING, "{0} requests were cut off at shutdown", gate.inFlight());
        server.stop();
        watchdog.close();
    }

    private static Turnstile turnstile(HttpSettings settings, HttpApplication application) {
        Identities identities = application.identities();
        var keys = new KnownKeys(identities.keys(), application.clock());
        var tokens = identities.tokens().map(issuer -> new Tokens(issuer, application.clock()));
        return new Turnstile(new Callers(keys, tokens), settings.limits(), TimeMeter.SYSTEM_NANOTIME);
    }

    private static void register(Routes routes, HttpApplication application, Prefetch<byte[]> description, Gate gate) {
        new JobRoutes(application).register(routes);
        new MatchRoutes(application).register(routes);
        new SignalRoutes(application).register(routes);
        new SimilarRoutes(application).register(routes);
        new CompanyRoutes(application).register(routes);
        new ApplicationRoutes(application).register(routes);
        new HiringRoutes(application).register(routes);
        new InvoiceRoutes(application).register(routes);
        new SearchRoutes(application).register(routes);
        new WebhookRoutes(application).register(routes);
        new IndexRoutes(application).register(routes);
        new CheckRoutes(application).register(routes);
        new VerifyRoutes(application).register(routes);
        new ImpactRoutes(application).register(routes);
        new DeadLetterRoutes(application).register(routes);
        new OpsRoutes(application, gate::isClosing).register(routes, description::get);
    }

    private static HttpRouting.Builder guarded(HttpRouting.Builder routing, Gate gate) {
        // Without this the server prints the message of whatever was thrown.
        return routing.addFilter(gate)
                .error(
                        Throwable.class,
                        (request, _, failure) -> Exchange.of(request).fail(failure));
    }

    private static WebServerConfig.Builder server(HttpSettings settings, RequestLog log, Watchdog watchdog) {
        // The server's own look at queries refuses a colon, which RFC 3986 allows and date-times have; QueryString
        // looks closer.
        Http1Config http1 = Http1Config.builder()
                .validatePrologue(false)
                .maxPrologueLength(LONGEST_LINE)
                .maxHeadersSize(LARGEST_HEADERS)
                .build();
        var selector =
                new OldHttp(Http1ConnectionSelector.builder().config(http1).build(), LONGEST_LINE, watchdog);
        DirectHandlers.Builder direct = DirectHandlers.builder();
        for (EventType event : EventType.values()) direct.addHandler(event, new DirectProblems(log));
        return WebServer.builder()
                .host(settings.host())
                .port(settings.port())
                .protocolsDiscoverServices(false)
                .addConnectionSelector(selector)
                // Or the end of a long reply waits for the caller to acknowledge what came before, which takes 40 ms.
                .connectionOptions(options -> options.tcpNoDelay(true))
                // The server's own 4 KiB make bodies crawl.
                .putListenerSocketOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER)
                .directHandlers(direct.build())
                .contentEncoding(ContentEncodingContext.builder()
                        .contentEncodingsDiscoverServices(false)
                        .build())
                // The routes allow less; this bounds what is read and thrown away of bodies that nobody asked for.
                .maxPayloadSize(16L * RequestBody.MOST_BYTES)
                // Requests in flight are waited for before; what is left by then are idle connections.
                .shutdownGracePeriod(Duration.ofMillis(100))
                .shutdownHook(false);
    }
}
