package dev.rozgar.adapters.http.ops;

import dev.rozgar.adapters.http.HttpApplication;
import dev.rozgar.adapters.http.HttpApplication.Health;
import dev.rozgar.adapters.http.json.Json;
import dev.rozgar.adapters.http.problem.ProblemType;
import dev.rozgar.adapters.http.problem.Refusal;
import dev.rozgar.adapters.http.route.Operation;
import dev.rozgar.adapters.http.route.Routes;
import dev.rozgar.adapters.http.wire.Exchange;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What operators and their machines ask: probes, metrics, the API's description, and where all that is.
public final class OpsRoutes {
    private static final Header PROMETHEUS =
            HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8");
    private static final Header NO_STORE = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");

    private final Health health;
    private final PrometheusMeterRegistry metrics;
    private final BooleanSupplier closing;

    /// @param status `up`, or `degraded` while the service answers without one of its engines
    @JsonbPropertyOrder({"status", "postgres", "elasticsearch"})
    public record Report(
            String status,
            @Nullable String postgres,
            @Nullable String elasticsearch) {}

    /// @param paths everything this server answers at
    @JsonbPropertyOrder({"name", "openapi", "paths"})
    public record Index(String name, String openapi, List<String> paths) {}

    /// @param closing whether the server is on its way out: alive, but not to be sent anything new
    public OpsRoutes(HttpApplication application, BooleanSupplier closing) {
        this.health = application.health();
        this.metrics = application.metrics();
        this.closing = closing;
    }

    /// To be called last: the index lists what was put up before it.
    ///
    /// @param openApi asked when somebody wants it
    public void register(Routes routes, Supplier<byte[]> openApi) {
        routes.on(Operation.LIVE, exchange -> report(exchange, new Report("up", null, null)))
                .on(Operation.READY, this::ready)
                .on(Operation.METRICS, this::metrics)
                .on(Operation.OPENAPI, exchange -> exchange.json(Status.OK_200, openApi.get()));
        byte[] index = Json.bytes(new Index("Rozgar", Operation.OPENAPI.template(), routes.templates()));
        routes.on(Operation.INDEX, exchange -> exchange.json(Status.OK_200, index));
    }

    /// PostgreSQL decides: without Elasticsearch everything still works, only slower.
    private void ready(Exchange exchange) {
        if (closing.getAsBoolean()) throw Refusal.of(ProblemType.SHUTTING_DOWN, "The server is shutting down.");
        if (!health.postgres().getAsBoolean()) throw Refusal.of(ProblemType.UNAVAILABLE, "PostgreSQL does not answer.");
        String index = health.elasticsearch()
                .map(up -> up.getAsBoolean() ? "up" : "down")
                .orElse(null);
        report(exchange, new Report("down".equals(index) ? "degraded" : "up", "up", index));
    }

    private void metrics(Exchange exchange) {
        exchange.with(NO_STORE).send(Status.OK_200, PROMETHEUS, metrics.scrape().getBytes(StandardCharsets.UTF_8));
    }

    private static void report(Exchange exchange, Report report) {
        exchange.with(NO_STORE).json(Status.OK_200, Json.bytes(report));
    }
}
