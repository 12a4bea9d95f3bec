package dev.rozgar.bootstrap.bench;

import dev.rozgar.bootstrap.bench.BenchJob.Turn;
import dev.rozgar.bootstrap.process.ServiceProcess;
import jakarta.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A recruiter's integration: posts, moves and changes jobs over connections that it keeps.
final class JobClient implements AutoCloseable {
    private static final int CREATED = 201;
    private static final int OK = 200;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ServiceProcess service;
    private final String key;
    private final byte[] job;

    /// @param job the body of a job to be posted
    JobClient(ServiceProcess service, String key, byte[] job) {
        this.service = service;
        this.key = key;
        this.job = job.clone();
    }

    BenchJob post() {
        var reply = send(to("/api/jobs").POST(BodyPublishers.ofByteArray(job)), CREATED);
        try (var reader = Json.createReader(new ByteArrayInputStream(reply.body()))) {
            return new BenchJob(reader.readObject().getJsonNumber("id").longValue(), tag(reply));
        }
    }

    /// @return bytes of the answer
    int move(BenchJob of, Turn turn, Optional<String> idempotencyKey) {
        var request = to("/api/jobs/" + of.id() + "/transitions")
                .POST(text("{\"move\":\"" + turn + "\",\"from_state\":\"" + turn.from() + "\"}"));
        idempotencyKey.ifPresent(given -> request.header("Idempotency-Key", given));
        return send(request, CREATED).body().length;
    }

    /// @return bytes of the answer
    int patch(BenchJob of) {
        var request = to("/api/jobs/" + of.id())
                .setHeader("Content-Type", "application/merge-patch+json")
                .header("If-Match", of.tag())
                .method("PATCH", text("{\"title\":\"Delivery executive " + of.nextKey() + "\"}"));
        var reply = send(request, OK);
        of.isNow(tag(reply));
        return reply.body().length;
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(service.at(path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json");
    }

    private static HttpRequest.BodyPublisher text(String body) {
        return BodyPublishers.ofString(body, StandardCharsets.UTF_8);
    }

    private static String tag(HttpResponse<byte[]> reply) {
        return reply.headers().firstValue("ETag").orElse("*");
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request, int expected) {
        try {
            var reply = client.send(request.build(), BodyHandlers.ofByteArray());
            if (reply.statusCode() == expected) return reply;
            throw new IllegalStateException(request.build().uri().getPath() + " is answered " + reply.statusCode()
                    + ": " + new String(reply.body(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
