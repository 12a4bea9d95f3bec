package dev.rozgar.engines;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Plain requests to an Elasticsearch.
record Rest(URI server, HttpClient http, Duration patience) {
    Rest(URI server) {
        this(server, HttpClient.newHttpClient(), Duration.ofSeconds(60));
    }

    Rest hasty() {
        return new Rest(server, http, Duration.ofSeconds(2));
    }

    int send(String method, String path, String json) throws IOException, InterruptedException {
        return answer(method, path, json).statusCode();
    }

    HttpResponse<String> answer(String method, String path, String json) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", "application/json")
                .timeout(patience)
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
