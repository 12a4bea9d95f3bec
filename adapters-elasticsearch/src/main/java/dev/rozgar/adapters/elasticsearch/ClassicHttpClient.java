package dev.rozgar.adapters.elasticsearch;

import co.elastic.clients.transport.TransportOptions;
import co.elastic.clients.transport.http.TransportHttpClient;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.EntityTemplate;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/// Carries calls on the caller's own (virtual) thread over Apache HttpClient's blocking half, which takes about half
/// the time per page of the official client's asynchronous transport.
///
/// A call ends within its deadline, whatever the server does. A server that cannot be reached is passed over. A
/// connection that breaks is replaced once, so everything may be sent twice: writes carry external versions, and an
/// administrative call at worst fails because it was done the first time.
final class ClassicHttpClient implements TransportHttpClient {
    private final Connections connections;
    private final Servers servers;
    private final Duration deadline;
    private final RequestConfig config;
    /// A little more than what replies have had of late. A buffer that is too large costs as much as copying one that
    /// is too small: it is cleared, and drives other things out of the processor's caches.
    private volatile int usual = HttpReply.FIRST_GUESS;

    ClassicHttpClient(Connections connections, Servers servers, Duration deadline) {
        this.connections = connections;
        this.servers = servers;
        this.deadline = deadline;
        Timeout most = Timeout.of(deadline);
        // Waiting for the answer itself ends with the call: a timeout of the socket would set an alarm for each read.
        this.config = RequestConfig.custom().setConnectionRequestTimeout(most).build();
    }

    /// The same with another deadline.
    ClassicHttpClient within(Duration other) {
        return new ClassicHttpClient(connections, servers, other);
    }

    @Override
    public HttpReply performRequest(
            String endpointId, @Nullable Node node, Request request, @Nullable TransportOptions options)
            throws IOException {
        long end = System.nanoTime() + deadline.toNanos();
        @Nullable IOException unreachable = null;
        for (int server : servers.inTurn()) {
            try {
                HttpReply reply = twice(server, request, end);
                servers.rested(server);
                return reply;
            } catch (ConnectException
                    | ConnectTimeoutException
                    | NoRouteToHostException
                    | UnknownHostException failure) {
                servers.failed(server);
                unreachable = failure;
            }
        }
        throw unreachable == null ? new ConnectException("no server") : unreachable;
    }

    private HttpReply twice(int server, Request request, long end) throws IOException {
        try {
            return once(server, request, end);
        } catch (SocketTimeoutException
                | ConnectException
                | NoRouteToHostException
                | UnknownHostException
                | HttpReply.TooLarge hopeless) {
            throw hopeless;
        } catch (IOException broken) {
            connections.dropIdle();
            try {
                return once(server, request, end);
            } catch (IOException again) {
                again.addSuppressed(broken);
                throw again;
            }
        }
    }

    private HttpReply once(int server, Request request, long end) throws IOException {
        URI target = URI.create(servers.address(server) + request.path() + query(request));
        var message = new HttpUriRequestBase(request.method(), target);
        message.setConfig(config);
        request.headers().forEach(message::setHeader);
        if (request.body() != null) message.setEntity(entity(request.body()));
        var node = new Node(target);
        var call = new Connections.Call(message, end);
        try {
            HttpReply reply = connections.execute(call, response -> HttpReply.read(node, response, usual));
            int wanted = Math.max(reply.length() + 1 + reply.length() / 8, usual - usual / 16);
            // One huge reply must not make room for another with every call that follows.
            usual = Math.min(wanted, HttpReply.FIRST_GUESS);
            return reply;
        } catch (IOException | RuntimeException failure) {
            // A call that was ended may fail in one of many ways, one that waits for a connection as well.
            if (call.isLate()) throw late(failure);
            throw failure;
        }
    }

    private IOException late(Exception failure) {
        var late = new SocketTimeoutException("no answer within " + deadline.toMillis() + " ms");
        late.initCause(failure);
        return late;
    }

    private static String query(Request request) {
        if (request.queryParams().isEmpty()) return "";
        return request.queryParams().entrySet().stream()
                .map(ClassicHttpClient::parameter)
                .collect(Collectors.joining("&", "?", ""));
    }

    private static String parameter(Map.Entry<String, String> parameter) {
        return parameter.getKey() + '=' + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8);
    }

    private static HttpEntity entity(Iterable<ByteBuffer> pieces) {
        long length = 0;
        for (ByteBuffer piece : pieces) length += piece.remaining();
        // The content type stands among the request's own headers.
        return new EntityTemplate(length, null, null, out -> write(pieces, out));
    }

    private static void write(Iterable<ByteBuffer> pieces, OutputStream out) throws IOException {
        for (ByteBuffer piece : pieces) {
            if (!piece.hasArray()) throw new IllegalArgumentException("a body in an array was expected");
            out.write(piece.array(), piece.arrayOffset() + piece.position(), piece.remaining());
        }
    }

    /// Only there because the interface asks for it: a virtual thread that waits.
    @Override
    public CompletableFuture<Response> performRequestAsync(
            String endpointId, @Nullable Node node, Request request, @Nullable TransportOptions options) {
        CompletableFuture<Response> answer = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                answer.complete(performRequest(endpointId, node, request, options));
            } catch (IOException | RuntimeException failure) {
                answer.completeExceptionally(failure);
            }
        });
        return answer;
    }

    /// The connections belong to whoever opened them.
    @Override
    public void close() {}
}
