package dev.rozgar.adapters.http.route;

import dev.rozgar.adapters.http.RateLimits;
import dev.rozgar.adapters.http.problem.ProblemType;
import dev.rozgar.adapters.http.problem.Refusal;
import dev.rozgar.adapters.http.wire.Exchange;
import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Role;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.util.Optional;

/// Who comes in: makes known who it is, and keeps count of what each asks. Operations that are open to whoever comes,
/// such as probes, are not counted.
public final class Turnstile {
    static final HeaderName LIMIT = HeaderNames.create("X-RateLimit-Limit");
    static final HeaderName REMAINING = HeaderNames.create("X-RateLimit-Remaining");
    static final HeaderName RESET = HeaderNames.create("X-RateLimit-Reset");
    private static final int LONGEST_ADDRESS = 64;
    private static final double SECOND = 1e9;

    private final Callers callers;
    private final Optional<Budget> reads;
    private final Optional<Budget> writes;
    private final Optional<HeaderName> clientHeader;

    public Turnstile(Callers callers, RateLimits limits, TimeMeter time) {
        this.callers = callers;
        this.reads = budget(limits.readsPerMinute(), limits, time);
        this.writes = budget(limits.writesPerMinute(), limits, time);
        this.clientHeader = Optional.of(limits.clientHeader())
                .filter(name -> !name.isEmpty())
                .map(HeaderNames::create);
    }

    private static Optional<Budget> budget(int perMinute, RateLimits limits, TimeMeter time) {
        return perMinute == 0 ? Optional.empty() : Optional.of(new Budget(perMinute, limits.maxCallers(), time));
    }

    /// @throws Refusal (401, 429)
    void pass(Exchange exchange, Operation operation) {
        if (operation.rights().isEmpty()) return;
        Optional<Budget> budget = operation.changes() ? writes : reads;
        Identity who = identify(exchange, budget);
        exchange.calledBy(who);
        budget.ifPresent(its -> count(exchange, its, who.role() == Role.ANONYMOUS ? address(exchange) : who.subject()));
    }

    /// Whoever tries keys is counted as well, by the address.
    private Identity identify(Exchange exchange, Optional<Budget> budget) {
        try {
            return callers.of(exchange.request().headers());
        } catch (Refusal stranger) {
            budget.ifPresent(its -> count(exchange, its, address(exchange)));
            throw stranger;
        }
    }

    private static void count(Exchange exchange, Budget budget, String caller) {
        ConsumptionProbe probe = budget.take(caller);
        exchange.bearing(HeaderValues.create(LIMIT, budget.perMinute()))
                .bearing(HeaderValues.create(REMAINING, probe.getRemainingTokens()))
                .bearing(HeaderValues.create(RESET, seconds(probe.getNanosToWaitForReset())));
        if (probe.isConsumed()) return;
        exchange.bearing(HeaderValues.create(HeaderNames.RETRY_AFTER, seconds(probe.getNanosToWaitForRefill())));
        throw Refusal.of(
                ProblemType.TOO_MANY_REQUESTS,
                "At most " + budget.perMinute() + " requests of this kind are answered in a minute.");
    }

    private static long seconds(long nanos) {
        return (long) Math.ceil(nanos / SECOND);
    }

    /// The last address of the proxy's list is the one that the proxy itself has seen; those before it anybody could
    /// have written.
    private String address(Exchange exchange) {
        return clientHeader
                .flatMap(name -> exchange.request().headers().first(name))
                .map(list -> list.substring(list.lastIndexOf(',') + 1).strip())
                .filter(address -> !address.isEmpty() && address.length() <= LONGEST_ADDRESS)
                .map(address -> "address:" + address)
                .orElseGet(() -> "address:" + exchange.request().remotePeer().host());
    }
}
