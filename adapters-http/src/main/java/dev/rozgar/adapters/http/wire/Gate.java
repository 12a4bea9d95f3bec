package dev.rozgar.adapters.http.wire;

import dev.rozgar.adapters.http.HttpSettings;
import dev.rozgar.adapters.http.problem.ProblemType;
import dev.rozgar.adapters.http.problem.Refusal;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerRequestHeaders;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Every request passes here, in and out: framing, the limit of requests at a time, the log, and the connection's
/// end.
public final class Gate implements Filter {
    /// One for all: its stack says nothing, and filling it in costs more than the routing.
    private static final CloseConnectionException END = new CloseConnectionException("the answer announced it");

    private final Manners manners;
    private final RequestLog log;
    private final int most;
    private final Semaphore places;
    private final Duration patience;
    private volatile boolean closing;

    public Gate(HttpSettings settings, Manners manners, RequestLog log) {
        this.manners = manners;
        this.log = log;
        this.most = settings.maxConcurrent();
        this.places = new Semaphore(most);
        this.patience = settings.patience();
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        Exchange exchange = Exchange.begin(request, response, manners);
        try {
            pass(exchange, chain);
        } finally {
            log.note(exchange);
        }
        // The server itself only says "close" and then reads on, which would leave HTTP/1.0 callers waiting
        // and take the bytes behind a request of unclear length for the next one.
        if (exchange.isClosing()) throw END;
    }

    /// How many requests are worked on.
    public int inFlight() {
        return most - places.availablePermits();
    }

    public boolean isClosing() {
        return closing;
    }

    /// Refuses new requests from now on and waits for those in flight.
    ///
    /// @return whether all came to their end in time
    public boolean close(Duration drain) {
        closing = true;
        try {
            return places.tryAcquire(most, drain.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void pass(Exchange exchange, FilterChain chain) {
        ServerRequestHeaders headers = exchange.request().headers();
        if (!isFramed(headers)) {
            exchange.fail(Refusal.closing(ProblemType.MALFORMED_REQUEST, "The length of the body is not clear."));
            return;
        }
        // The whole form of a target ("GET example.com:443") is for proxies; the server makes no path of it.
        @Nullable String path = exchange.request().path().path();
        if (path == null || !exchange.request().prologue().uriPath().rawPath().startsWith("/")) {
            exchange.fail(Refusal.closing(ProblemType.MALFORMED_REQUEST, "The target of the request must be a path."));
            return;
        }
        if (headers.contains(OldHttp.ONE_SHOT)) exchange.closeAfterwards();
        // Probes must see an overloaded or closing server as what it is, not as a dead one.
        // The path that routes see: /metrics/../api is none.
        if (isProbe(path)) chain.proceed();
        else passCounted(exchange, chain);
    }

    private void passCounted(Exchange exchange, FilterChain chain) {
        if (closing) {
            exchange.fail(Refusal.closing(ProblemType.SHUTTING_DOWN, "The server is shutting down."));
        } else if (!takePlace()) {
            exchange.fail(Refusal.of(ProblemType.OVERLOADED, "The server works on as many requests as it can."));
        } else {
            try {
                chain.proceed();
            } finally {
                places.release();
            }
        }
    }

    private boolean takePlace() {
        try {
            return places.tryAcquire() || places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isProbe(String path) {
        return path.startsWith("/health") || path.startsWith("/metrics");
    }

    /// Either a plain length or chunks, never both and never anything else (RFC 9112 §6.3): a proxy before us
    /// might see another end of the body, and what lies between the two ends would be a request of its own.
    private static boolean isFramed(ServerRequestHeaders headers) {
        if (headers.contains(HeaderNames.TRANSFER_ENCODING)) {
            return isSingle(headers, HeaderNames.TRANSFER_ENCODING, "chunked")
                    && !headers.contains(HeaderNames.CONTENT_LENGTH);
        }
        if (!headers.contains(HeaderNames.CONTENT_LENGTH)) return true;
        Header length = headers.get(HeaderNames.CONTENT_LENGTH);
        return length.valueCount() == 1 && length.get().chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isSingle(ServerRequestHeaders headers, HeaderName name, String value) {
        Header header = headers.get(name);
        return header.valueCount() == 1 && header.get().equals(value);
    }
}
