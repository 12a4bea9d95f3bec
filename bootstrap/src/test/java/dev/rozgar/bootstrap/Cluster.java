package dev.rozgar.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/// What an operator, or a disk that is nearly full, does to an index past the service.
record Cluster(URI uri) {
    /// What the server does to every index when its disk is nearly full, and undoes.
    void block(String index, boolean full) {
        put('/' + index + "/_settings", "{\"index.blocks.read_only_allow_delete\":" + (full ? "true" : "null") + '}');
    }

    void close(String index) {
        send("POST", '/' + index + "/_close", "");
    }

    void open(String index) {
        send("POST", '/' + index + "/_open", "");
    }

    /// The alias leads to two indexes, neither of which is said to take the writes; or to the live one again.
    void doubt(String prefix, String live, boolean begins) {
        String other = prefix + "-other";
        if (begins) put('/' + other, "{\"settings\": {\"number_of_replicas\": 0}}");
        send("POST", "/_aliases", """
                {"actions": [
                  {"%1$s": {"index": "%2$s", "alias": "%4$s-jobs-write"}},
                  {"add": {"index": "%3$s", "alias": "%4$s-jobs-write", "is_write_index": %5$s}}]}""".formatted(begins ? "add" : "remove", other, live, prefix, !begins));
        if (!begins) send("DELETE", '/' + other, "");
    }

    /// Writes go to an index whose mapping knows nothing but ids.
    void narrow(String prefix, String live) {
        String narrow = prefix + "-narrow";
        put('/' + narrow, """
                {"settings": {"number_of_replicas": 0},
                 "mappings": {"dynamic": "strict", "properties": {"id": {"type": "long"}, "removed": {"type": "boolean"}}}}""");
        aliases(prefix, live, narrow);
    }

    void widen(String prefix, String live) {
        aliases(prefix, prefix + "-narrow", live);
        send("DELETE", '/' + prefix + "-narrow", "");
    }

    private void aliases(String prefix, String from, String to) {
        send("POST", "/_aliases", """
                {"actions": [
                  {"remove": {"index": "%1$s", "alias": "%3$s-jobs-write"}},
                  {"add": {"index": "%2$s", "alias": "%3$s-jobs-write", "is_write_index": true}}]}""".formatted(from, to, prefix));
    }

    private void put(String path, String json) {
        send("PUT", path, json);
    }

    private void send(String method, String path, String json) {
        HttpRequest request = HttpRequest.newBuilder(uri.resolve(path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            var response = client.send(request, BodyHandlers.ofString());
            assertEquals(200, response.statusCode(), response::body);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
