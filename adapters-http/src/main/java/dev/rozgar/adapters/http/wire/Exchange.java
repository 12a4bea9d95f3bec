package dev.rozgar.adapters.http.wire;

import dev.rozgar.adapters.http.ReadModel;
import dev.rozgar.adapters.http.problem.Problem;
import dev.rozgar.adapters.http.problem.ProblemType;
import dev.rozgar.adapters.http.problem.Problems;
import dev.rozgar.adapters.http.problem.Refusal;
import dev.rozgar.application.access.Identity;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One request and its answer, from the gate to the log line. Confined to the request's own thread.
public final class Exchange {
    static final Header PROBLEM = HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "application/problem+json");
    static final Header RETRY = HeaderValues.createCached(HeaderNames.RETRY_AFTER, "2");
    private static final Header GZIP = HeaderValues.createCached(HeaderNames.CONTENT_ENCODING, "gzip");
    private static final Header JSON = HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "application/json");
    private static final Header NO_STORE = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");
    private static final Header CHALLENGE =
            HeaderValues.createCached(HeaderNames.WWW_AUTHENTICATE, "Bearer realm=\"rozgar\"");
    private static final Header INVALID_TOKEN =
            HeaderValues.createCached(HeaderNames.WWW_AUTHENTICATE, "Bearer realm=\"rozgar\", error=\"invalid_token\"");
    private static final HeaderName READ_MODEL = HeaderNames.create("X-Read-Model");
    private static final Logger LOG = System.getLogger(Exchange.class.getName());

    private final ServerRequest request;
    private final ServerResponse response;
    private final Manners manners;
    private final String traceId;
    private final long began = System.nanoTime();
    private String route = "none";
    private String readModel = "none";
    private final List<Header> borne = new ArrayList<>();
    private long bytes;
    private boolean closing;
    private boolean plain;
    private @Nullable QueryString query;
    private Identity caller = Identity.ANONYMOUS;

    private Exchange(ServerRequest request, ServerResponse response, Manners manners) {
        this.request = request;
        this.response = response;
        this.manners = manners;
        this.traceId = TraceId.of(request.headers().first(Manners.TRACEPARENT).orElse(null));
    }

    static Exchange begin(ServerRequest request, ServerResponse response, Manners manners) {
        Exchange exchange = new Exchange(request, response, manners);
        request.context().register(exchange);
        return exchange;
    }

    /// The exchange that the gate has begun.
    public static Exchange of(ServerRequest request) {
        return request.context()
                .get(Exchange.class)
                .orElseThrow(() -> new IllegalStateException("a request that passed no gate"));
    }

    public ServerRequest request() {
        return request;
    }

    public Method method() {
        return request.prologue().method();
    }

    /// The query string; read on first use, so that only routes that have one refuse a malformed one.
    public QueryString query() {
        if (query == null) query = QueryString.parse(request.prologue().query().rawValue());
        return query;
    }

    /// Who asks; nobody known until the routes have found out.
    public Identity caller() {
        return caller;
    }

    public void calledBy(Identity identity) {
        caller = identity;
    }

    /// The `{id}` of the path; what cannot be an id names nothing.
    public long id() {
        return number("id");
    }

    /// Another part of the path, as it was meant.
    public String place(String name) {
        return request.path().pathParameters().get(name);
    }

    /// Another number of the path.
    public long number(String name) {
        String text = request.path().pathParameters().get(name);
        boolean number =
                text.length() <= 18 && text.charAt(0) != '0' && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!number) throw Refusal.of(ProblemType.NOT_FOUND, "Ids are whole numbers above zero.");
        return Long.parseLong(text);
    }

    String traceId() {
        return traceId;
    }

    /// The template of the path, for metrics: as many values as there are routes.
    String route() {
        return route;
    }

    /// Which engine answered, or `none`.
    String readModel() {
        return readModel;
    }

    int status() {
        return response.status().code();
    }

    long bytes() {
        return bytes;
    }

    long nanos() {
        return System.nanoTime() - began;
    }

    public Exchange routedBy(String template) {
        route = template;
        return this;
    }

    /// @param lag how far the index was behind, if that is known
    public Exchange answeredBy(ReadModel model, Optional<Duration> lag) {
        readModel = model.text();
        String behind = lag.map(known -> "; lag=" + known.toMillis() + "ms").orElse("");
        return with(HeaderValues.create(READ_MODEL, readModel + behind));
    }

    public Exchange with(Header header) {
        response.header(header);
        return this;
    }

    /// A header of the answer even if that turns out a problem; there may be several of one name.
    public Exchange bearing(Header header) {
        borne.add(header);
        return this;
    }

    /// The connection ends with the answer, whatever that will be. (A header would be forgotten when the answer turns
    /// out a problem.)
    void closeAfterwards() {
        closing = true;
    }

    public void json(Status status, byte[] body) {
        send(status, JSON, body);
    }

    /// A status that has no content.
    public void empty(Status status) {
        beMannered();
        response.status(status).send();
    }

    /// To a HEAD the headers alone, the length included.
    public void send(Status status, Header type, byte[] body) {
        beMannered();
        response.status(status).header(type);
        byte[] sent = body;
        if (isCompressed(body.length)) {
            sent = Gzip.pack(body);
            response.header(GZIP);
        }
        bytes = sent.length;
        if (method().equals(Method.HEAD)) {
            response.header(HeaderValues.create(HeaderNames.CONTENT_LENGTH, Long.toString(bytes)));
            response.send();
        } else {
            response.send(sent);
        }
    }

    /// A body whose length nobody knows, written as it comes. From here on a failure can only be told by cutting the
    /// connection off: a caller sees that the last chunk is missing.
    ///
    /// @return empty where only the headers were asked for
    /// @throws Refusal to a caller who speaks HTTP/1.0
    public Optional<OutputStream> stream(Header type) {
        // The end of what has no length is told by chunks, which HTTP/1.0 does not know.
        if (request.headers().contains(OldHttp.ONE_SHOT))
            throw Refusal.of(ProblemType.MALFORMED_REQUEST, "What is streamed is sent over HTTP/1.1.");
        beMannered();
        response.status(Status.OK_200).header(type);
        if (method().equals(Method.HEAD)) {
            response.send();
            return Optional.empty();
        }
        boolean packed = isCompressed(Integer.MAX_VALUE);
        if (packed) response.header(GZIP);
        OutputStream plain = new Counting(response.outputStream());
        return Optional.of(packed ? Gzip.packing(plain) : plain);
    }

    private final class Counting extends FilterOutputStream {
        private Counting(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] some, int offset, int length) throws IOException {
            out.write(some, offset, length);
            bytes += length;
        }
    }

    /// The answer is sent as it is, so that a strong tag stays true of its bytes.
    public Exchange uncompressed() {
        plain = true;
        return this;
    }

    /// Whether a body of this length is compressed on its way to this caller.
    public boolean isCompressed(int length) {
        return manners.gzip() && !plain && Gzip.fits(request.headers(), length);
    }

    /// Answers with the problem that `cause` amounts to; what is our fault is logged with its trace.
    public void fail(Throwable cause) {
        Problem problem = Problems.of(cause);
        ProblemType type = problem.type();
        if (type == ProblemType.INTERNAL) LOG.log(Level.ERROR, "request " + traceId + " failed", cause);
        if (type == ProblemType.UNAVAILABLE) LOG.log(Level.WARNING, "request {0}: {1}", traceId, cause.getMessage());
        boolean worthRetrying =
                type.status() == Status.SERVICE_UNAVAILABLE_503.code() || type == ProblemType.IDEMPOTENCY_KEY_IN_FLIGHT;
        if (worthRetrying) response.header(RETRY);
        if (type == ProblemType.UNAUTHENTICATED) response.header(CHALLENGE);
        if (type == ProblemType.INVALID_CREDENTIALS) response.header(INVALID_TOKEN);
        if (cause instanceof Refusal refusal && refusal.isClosing()) closeAfterwards();
        response.header(NO_STORE);
        send(Status.create(type.status()), PROBLEM, problem.json(request.path().rawPath(), traceId));
    }

    private void beMannered() {
        manners.apply(request, response);
        for (Header header : borne) response.headers().add(header);
        if (closing) response.header(HeaderValues.CONNECTION_CLOSE);
    }

    /// Whether the connection ends with this answer.
    boolean isClosing() {
        return response.headers().contains(HeaderValues.CONNECTION_CLOSE);
    }
}
