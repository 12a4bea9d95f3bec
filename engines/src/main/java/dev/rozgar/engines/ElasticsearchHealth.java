package dev.rozgar.engines;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// Asks an Elasticsearch whether its indices can be used. Its front page would not do: the bare server answers
/// 405 there.
final class ElasticsearchHealth {
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    static URI uri(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    boolean answers(int port) {
        var health = uri(port).resolve("/_cluster/health?wait_for_status=yellow&timeout=1s");
        try {
            var request = HttpRequest.newBuilder(health)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineFailure("Interrupted while Elasticsearch started.", e);
        }
    }
}
