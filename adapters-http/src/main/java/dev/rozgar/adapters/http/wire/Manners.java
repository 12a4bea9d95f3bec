package dev.rozgar.adapters.http.wire;

import dev.rozgar.adapters.http.HttpSettings;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Set;

/// Headers that every answer bears, whatever it is an answer to.
public final class Manners {
    static final HeaderName TRACEPARENT = HeaderNames.create("traceparent");
    static final Header NO_SNIFF = HeaderValues.createCached("X-Content-Type-Options", "nosniff");
    private static final Header ALLOW_METHODS =
            HeaderValues.createCached("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE");
    private static final Header ALLOW_HEADERS = HeaderValues.createCached(
            "Access-Control-Allow-Headers",
            "Authorization, Consistency-Token, Content-Type, Idempotency-Key, If-Match, If-None-Match, Last-Event-ID, On-Behalf-Of, Prefer, traceparent");
    private static final Header EXPOSE_HEADERS = HeaderValues.createCached(
            "Access-Control-Expose-Headers",
            "Changes-Cursor, Consistency-Token, Deprecation, ETag, Idempotency-Replayed, Link, Location, Preference-Applied, Retry-After, Sunset, WWW-Authenticate,"
                    + " X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, X-Read-Model");
    private static final Header MAX_AGE = HeaderValues.createCached("Access-Control-Max-Age", "600");

    private final Set<String> origins;
    private final Header vary;
    private final boolean gzip;

    public Manners(HttpSettings settings) {
        this.origins = settings.corsOrigins();
        this.gzip = settings.gzip();
        String encoding = gzip ? "Accept, Accept-Encoding, Consistency-Token" : "Accept, Consistency-Token";
        this.vary = HeaderValues.createCached(HeaderNames.VARY, origins.isEmpty() ? encoding : encoding + ", Origin");
    }

    /// Whether callers who accept it get their replies compressed.
    boolean gzip() {
        return gzip;
    }

    void apply(ServerRequest request, ServerResponse response) {
        response.header(NO_SNIFF);
        response.header(vary);
        if (!origins.isEmpty()) admitOrigin(request, response);
    }

    /// The Fetch standard's CORS protocol, without credentials: an origin that is not listed gets no header and its
    /// browser says no.
    private void admitOrigin(ServerRequest request, ServerResponse response) {
        String origin = request.headers().first(HeaderNames.ORIGIN).orElse("");
        if (!origins.contains(origin)) return;
        response.header(HeaderValues.create(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, origin));
        response.header(EXPOSE_HEADERS);
        if (request.prologue().method().equals(Method.OPTIONS)) {
            response.header(ALLOW_METHODS);
            response.header(ALLOW_HEADERS);
            response.header(MAX_AGE);
        }
    }
}
