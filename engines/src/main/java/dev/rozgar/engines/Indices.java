package dev.rozgar.engines;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/// Removes indices from a server.
final class Indices {
    private Indices() {}

    /// Names each one: servers refuse a wildcard here.
    static void deleteAll(URI server, String prefix) {
        try (var http = HttpClient.newHttpClient()) {
            var list = server.resolve("/_cat/indices/" + prefix + "*?h=index");
            var names = http.send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString())
                    .body();
            for (var name : names.lines().toList()) {
                http.send(
                        HttpRequest.newBuilder(server.resolve("/" + name))
                                .DELETE()
                                .build(),
                        BodyHandlers.discarding());
            }
        } catch (IOException e) {
            throw new EngineFailure("Cannot delete the indices " + prefix + "* at the test server.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
