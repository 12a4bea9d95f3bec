package dev.rozgar.bootstrap.bench;

import dev.rozgar.bootstrap.process.ServiceProcess;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The page that will be measured, as each of the three answers it: whoever shows less could be faster by that.
record Pages(byte[] elastic, byte[] database, byte[] baseline, int items) {
    static Pages fetch(ServiceProcess service, ServiceProcess slow, int page) {
        String query = "?limit=" + page;
        try (HttpClient client = HttpClient.newHttpClient()) {
            return new Pages(
                    fetch(client, service.at("/api/job/elastic/" + query)),
                    fetch(client, service.at("/api/job/database/" + query)),
                    fetch(client, slow.at("/api/job/database/" + query)),
                    page);
        }
    }

    /// Asks once. The load does not miss what an answer lacks, so that one which is cut off would pass for a fast one.
    ///
    /// @throws UncheckedIOException if it ends before its time
    static void requireWhole(URI uri) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            fetch(client, uri);
        }
    }

    private static byte[] fetch(HttpClient client, URI uri) {
        try {
            var reply = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
            if (reply.statusCode() != 200)
                throw new IllegalStateException(
                        uri + " answers " + reply.statusCode() + ": " + new String(reply.body()));
            return reply.body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    long pageBytes() {
        return elastic.length;
    }

    /// On average, without what the page puts around the documents.
    long documentBytes() {
        int found = Math.max(1, json(elastic).size());
        return (itemsOf(elastic).length - (found - 1)) / found;
    }

    /// Why the three must not be compared; empty if they may.
    List<String> differences() {
        List<String> differences = new ArrayList<>();
        int found = json(elastic).size();
        if (found != items) differences.add("a page holds " + found + " jobs, not " + items + ": load more");
        if (!Arrays.equals(itemsOf(elastic), itemsOf(database)))
            differences.add("Elasticsearch and PostgreSQL answer with different documents");
        // Other bytes, but the same objects.
        if (!json(elastic).equals(json(baseline)))
            differences.add("the baseline answers with other documents than Elasticsearch");
        return differences;
    }

    private static JsonArray json(byte[] page) {
        try (var reader = Json.createReader(new ByteArrayInputStream(page))) {
            return reader.readObject().getJsonArray("items");
        }
    }

    /// Without the moment of the answer and what follows from it.
    private static byte[] itemsOf(byte[] page) {
        String text = new String(page, StandardCharsets.UTF_8);
        int begin = text.indexOf('[') + 1;
        int end = text.lastIndexOf("],\"next\":");
        return text.substring(begin, end).getBytes(StandardCharsets.UTF_8);
    }
}
