package dev.rozgar.adapters.http.wire;

import io.helidon.http.Method;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// What is remembered of a request: a timer, and a line of the access log. Neither holds anything of a body.
public final class RequestLog {
    private static final Logger ACCESS = System.getLogger("dev.rozgar.access");
    private static final Set<Method> KNOWN =
            Set.of(Method.GET, Method.HEAD, Method.POST, Method.PUT, Method.PATCH, Method.DELETE, Method.OPTIONS);
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final MeterRegistry metrics;
    private final boolean lines;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    /// All requests of one timer; each part has few values, whatever callers send.
    private record Kind(String route, String method, int status, String readModel) {}

    public RequestLog(MeterRegistry metrics, boolean lines) {
        this.metrics = metrics;
        this.lines = lines;
    }

    void note(Exchange exchange) {
        long nanos = exchange.nanos();
        Method method = exchange.method();
        String name = KNOWN.contains(method) ? method.text() : "OTHER";
        time(new Kind(exchange.route(), name, exchange.status(), exchange.readModel()), nanos);
        if (lines && ACCESS.isLoggable(Level.INFO)) ACCESS.log(Level.INFO, line(exchange, nanos));
    }

    /// A request that never reached a route: what was sent was not HTTP.
    void noteUnread(int status, String traceId) {
        time(new Kind("none", "OTHER", status, "none"), 0);
        if (lines) ACCESS.log(Level.INFO, "- - " + status + " trace=" + traceId);
    }

    private void time(Kind kind, long nanos) {
        timers.computeIfAbsent(kind, this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Kind kind) {
        return Timer.builder("http.server.requests")
                .description("Requests by route, method, status and the read model that answered")
                .tag("route", kind.route)
                .tag("method", kind.method)
                .tag("status", Integer.toString(kind.status))
                .tag("read_model", kind.readModel)
                .serviceLevelObjectives(BUCKETS)
                .register(metrics);
    }

    /// The target is as it was sent, percent-encoded; what should have been encoded and was not is no part of
    /// it, so no caller can begin a line of the log.
    private static String line(Exchange exchange, long nanos) {
        var prologue = exchange.request().prologue();
        String raw = prologue.query().rawValue();
        String query = raw.isEmpty() ? "" : '?' + (QueryString.isGraphic(raw) ? raw : "…");
        return prologue.method().text() + ' ' + prologue.uriPath().rawPath() + query + ' ' + exchange.status() + ' '
                + exchange.bytes()
                + "B " + millis(nanos) + " read_model=" + exchange.readModel()
                + " trace="
                + exchange.traceId();
    }

    /// With one decimal, as in `12.3ms`; a format string costs more than the rest of the line.
    private static String millis(long nanos) {
        long tenths = (nanos + 50_000) / 100_000;
        return tenths / 10 + "." + tenths % 10 + "ms";
    }
}
