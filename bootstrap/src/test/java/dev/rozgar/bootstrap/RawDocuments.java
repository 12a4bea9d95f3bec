package dev.rozgar.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/// The documents of an index as its server keeps them, read and written past everybody.
///
/// @param prefix of the index that is written to
record RawDocuments(HttpClient http, URI server, String prefix) {
    /// Under a version that may be the one there is.
    void put(long id, long version, String document) {
        send("PUT", path("_doc", id) + "?refresh=true&version_type=external_gte&version=" + version, document);
    }

    String source(long id) {
        return send("GET", path("_source", id), "");
    }

    void delete(long id) {
        send("DELETE", path("_doc", id) + "?refresh=true", "");
    }

    void deleteIndex(String name) {
        send("DELETE", '/' + name, "");
    }

    private String path(String resource, long id) {
        return '/' + prefix + "-jobs-write/" + resource + '/' + id;
    }

    private String send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + path))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofString(UTF_8));
            assertTrue(response.statusCode() < 300 || response.statusCode() == 404, response::body);
            return response.body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
