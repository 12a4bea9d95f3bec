package dev.rozgar.adapters.http.wire;

import dev.rozgar.adapters.http.problem.Problem;
import dev.rozgar.adapters.http.problem.ProblemType;
import dev.rozgar.adapters.http.problem.Problems;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import org.jspecify.annotations.Nullable;

/// Answers what never becomes a request: the server could not read it as HTTP. Its own answers are plain text.
public final class DirectProblems implements DirectHandler {
    private final RequestLog log;

    public DirectProblems(RequestLog log) {
        this.log = log;
    }

    @Override
    public TransportResponse handle(
            TransportRequest request,
            EventType event,
            Status status,
            ServerResponseHeaders headers,
            Throwable thrown,
            System.@Nullable Logger logger) {
        // Oversized headers have no type of their own in the server: they come as a bad request for this cause.
        boolean longHeaders = thrown.getCause() instanceof IllegalStateException && status.code() == 400;
        return answer(
                request,
                Problems.ofStatus(longHeaders ? ProblemType.HEADERS_TOO_LARGE.status() : code(request, status, thrown)),
                headers);
    }

    /// What the server takes for its own failure may be the caller's: a method with signs that no method has.
    private static int code(TransportRequest request, Status status, Throwable thrown) {
        boolean encoded = status.code() == 400 && request.headers().contains(HeaderNames.CONTENT_ENCODING);
        if (encoded) return ProblemType.UNSUPPORTED_MEDIA_TYPE.status();
        boolean unread = status.code() == 500
                && (thrown instanceof IllegalArgumentException
                        || thrown.getCause() instanceof IllegalArgumentException);
        return unread ? ProblemType.MALFORMED_REQUEST.status() : status.code();
    }

    @Override
    public TransportResponse handle(
            TransportRequest request, EventType event, Status status, ServerResponseHeaders headers, String message) {
        return answer(request, Problems.ofStatus(status.code()), headers);
    }

    private TransportResponse answer(TransportRequest request, Problem problem, ServerResponseHeaders headers) {
        String traceId = TraceId.of(request.headers().first(Manners.TRACEPARENT).orElse(null));
        int status = problem.type().status();
        log.noteUnread(status, traceId);
        headers.set(Exchange.PROBLEM);
        headers.set(HeaderValues.CONNECTION_CLOSE);
        headers.set(Manners.NO_SNIFF);
        if (status == 503) headers.set(HeaderNames.RETRY_AFTER, Exchange.RETRY.get());
        byte[] body = problem.json(request.path(), traceId);
        var response = TransportResponse.builder()
                .status(Status.create(status))
                .headers(headers)
                .keepAlive(false);
        return (request.method().equals("HEAD") ? response : response.entity(body)).build();
    }
}
