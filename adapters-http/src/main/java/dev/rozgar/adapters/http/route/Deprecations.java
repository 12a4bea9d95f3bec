package dev.rozgar.adapters.http.route;

import dev.rozgar.adapters.http.wire.Exchange;
import dev.rozgar.application.access.Identity;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Which operations are on their way out, and who still uses them.
public final class Deprecations {
    /// Those of this version.
    public static final Map<Operation, Deprecation> CURRENT = Map.of();

    /// Clients with a line of their own in the metrics; all others share one.
    static final int MOST_CLIENTS = 100;

    private final Map<Operation, Deprecation> deprecated;
    private final MeterRegistry metrics;
    private final Set<String> clients = ConcurrentHashMap.newKeySet();

    public Deprecations(Map<Operation, Deprecation> deprecated, MeterRegistry metrics) {
        this.deprecated = Map.copyOf(deprecated);
        this.metrics = metrics;
    }

    public Optional<Deprecation> of(Operation operation) {
        return Optional.ofNullable(deprecated.get(operation));
    }

    /// Says so in the answer, and remembers who it was that asked.
    void tell(Exchange exchange, Operation operation) {
        Deprecation its = deprecated.get(operation);
        if (its == null) return;
        its.headers().forEach(exchange::bearing);
        metrics.counter("http.deprecated.requests", "operation", operation.name(), "client", client(exchange.caller()))
                .increment();
    }

    private String client(Identity caller) {
        String name = caller.subject();
        if (clients.contains(name)) return name;
        return clients.size() < MOST_CLIENTS && clients.add(name) ? name : "other";
    }
}
