package dev.rozgar.bootstrap.prove.work;

import dev.rozgar.bootstrap.prove.stand.Eventually;
import dev.rozgar.bootstrap.prove.stand.Node;
import dev.rozgar.bootstrap.prove.stand.ProvedBoard;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// An integration that wants every request done exactly once: it sends each under an Idempotency-Key of its own, and
/// again, to the next node, until there is an answer.
public final class Caller implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration GIVING_UP = Duration.ofSeconds(120);
    private static final int SERVER_ERROR = 500;
    private static final int CONFLICT = 409;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final List<Node> nodes;
    private final String key;
    private final LongAdder lost = new LongAdder();
    private final LongAdder unavailable = new LongAdder();
    private final Map<Integer, LongAdder> statuses = new ConcurrentHashMap<>();

    public Caller(ProvedBoard board) {
        this.nodes = List.copyOf(board.nodes());
        this.key = board.key();
    }

    /// What is to be done.
    ///
    /// @param once the Idempotency-Key
    public record Request(String method, String path, String body, String once) {}

    /// Registers a company whose jobs are shown at once.
    ///
    /// @return its id
    public long company(String slug) {
        return Bodies.id(done(new Request("POST", "/api/companies", Bodies.company(slug), "company-" + slug), 0));
    }

    /// Posts a job.
    ///
    /// @return its id
    public long job(long company, String requisition) {
        var body = Bodies.job(company, "Rider " + requisition, requisition);
        return Bodies.id(done(new Request("POST", "/api/jobs", body, "job-" + requisition), 0));
    }

    /// Renames a job.
    public void rename(long job, String title) {
        done(
                new Request("PATCH", "/api/jobs/" + job, Bodies.title(title), "rename-" + job + "-" + title.hashCode()),
                0);
    }

    /// Renames a company.
    public void name(long company, String name) {
        done(
                new Request(
                        "PATCH",
                        "/api/companies/" + company,
                        Bodies.name(name),
                        "name-" + company + "-" + name.hashCode()),
                0);
    }

    /// Reads, once. An empty value leaves the header away.
    ///
    /// @throws IllegalStateException if there is no answer
    public HttpResponse<byte[]> get(Node node, String path, String header, String value) {
        var builder = HttpRequest.newBuilder(node.at(path)).timeout(PATIENCE);
        if (!value.isEmpty()) builder.header(header, value);
        try {
            return client.send(builder.build(), BodyHandlers.ofByteArray());
        } catch (IOException torn) {
            throw new IllegalStateException("no answer to GET " + path, torn);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    Node node(int turn) {
        return nodes.get(Math.floorMod(turn, nodes.size()));
    }

    /// Replies that never came: nobody knew whether the request was done.
    public long lost() {
        return lost.sum();
    }

    /// Answers that said "not now".
    public long unavailable() {
        return unavailable.sum();
    }

    /// How often each status was answered.
    public long answered(int status) {
        return Optional.ofNullable(statuses.get(status)).map(LongAdder::sum).orElse(0L);
    }

    /// Asks until it is done.
    ///
    /// @param first the node that is asked first
    /// @throws IllegalStateException if it is refused, or nobody answers for two minutes
    public HttpResponse<byte[]> done(Request request, int first) {
        long until = System.nanoTime() + GIVING_UP.toNanos();
        for (int turn = first; System.nanoTime() < until; turn++) {
            var reply = ask(request, node(turn));
            if (reply.isPresent() && !isToBeRepeated(reply.get())) return successful(request, reply.get());
            Eventually.pause(PAUSE);
        }
        throw new IllegalStateException("nobody answers " + request.method() + " " + request.path());
    }

    /// One try; empty if the reply was lost.
    public Optional<HttpResponse<byte[]>> ask(Request request, Node node) {
        var builder = HttpRequest.newBuilder(node.at(request.path()))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + key)
                .header("Idempotency-Key", request.once())
                .header("Content-Type", mediaType(request.method()))
                .method(request.method(), BodyPublishers.ofString(request.body()));
        if (!request.method().equals("POST")) builder.header("If-Match", "*");
        try {
            var reply = client.send(builder.build(), BodyHandlers.ofByteArray());
            statuses.computeIfAbsent(reply.statusCode(), _ -> new LongAdder()).increment();
            return Optional.of(reply);
        } catch (IOException torn) {
            lost.increment();
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private static String mediaType(String method) {
        return method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
    }

    private boolean isToBeRepeated(HttpResponse<byte[]> reply) {
        boolean later = reply.statusCode() >= SERVER_ERROR
                || reply.statusCode() == CONFLICT && text(reply).contains("IDEMPOTENCY_KEY_IN_FLIGHT");
        if (later) unavailable.increment();
        return later;
    }

    private static HttpResponse<byte[]> successful(Request request, HttpResponse<byte[]> reply) {
        if (reply.statusCode() < 300) return reply;
        throw new IllegalStateException(
                request.method() + " " + request.path() + " is answered " + reply.statusCode() + ": " + text(reply));
    }

    private static String text(HttpResponse<byte[]> reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
