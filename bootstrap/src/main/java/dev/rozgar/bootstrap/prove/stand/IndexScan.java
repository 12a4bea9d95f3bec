package dev.rozgar.bootstrap.prove.stand;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Looks at the index past the service: everything that is in it, markers of removed jobs included.
public final class IndexScan implements AutoCloseable {
    private static final int OK = 200;
    private static final int PAGE = 1_000;
    private static final byte[] MARKER = "\"removed\":true".getBytes(StandardCharsets.UTF_8);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final URI server;
    private final String alias;

    /// @param alias leads to the live index, without a filter
    IndexScan(URI server, String alias) {
        this.server = server;
        this.alias = alias;
    }

    /// One document of the index.
    ///
    /// @param removed it is the marker that stands for a job which is not listed
    public record Held(long id, long version, boolean removed, byte[] json) {}

    /// Everything written so far is found from now on.
    public void refresh() {
        post("/" + alias + "/_refresh", "");
    }

    /// Documents with an id above `after` and up to `upTo`, in the order of their ids.
    List<Held> between(long after, long upTo) {
        List<Held> all = new ArrayList<>();
        long last = after;
        int found = PAGE;
        while (found == PAGE) {
            List<Held> page = page(last, upTo);
            all.addAll(page);
            found = page.size();
            if (found > 0) last = page.getLast().id();
        }
        return all;
    }

    private List<Held> page(long after, long upTo) {
        var body = """
                {"size": %d, "sort": [{"id": "asc"}], "version": true, "track_total_hits": false,
                 "query": {"range": {"id": {"gt": %d, "lte": %d}}}}
                """.formatted(PAGE, after, upTo);
        var hits = JsonSlices.of(post("/" + alias + "/_search", body))
                .member("hits")
                .member("hits");
        return hits.items().stream().map(IndexScan::held).toList();
    }

    private static Held held(JsonSlices hit) {
        Map<String, JsonSlices> members = hit.members();
        byte[] json = member(members, "_source").bytes();
        return new Held(
                Long.parseLong(member(members, "_id").text()),
                Long.parseLong(member(members, "_version").text()),
                contains(json, MARKER),
                json);
    }

    private static JsonSlices member(Map<String, JsonSlices> members, String name) {
        var found = members.get(name);
        if (found == null) throw new IllegalStateException("a hit without " + name);
        return found;
    }

    private static boolean contains(byte[] json, byte[] part) {
        return json.length < 100
                && new String(json, StandardCharsets.UTF_8).contains(new String(part, StandardCharsets.UTF_8));
    }

    /// Ids of the jobs that a search finds now and that were posted last.
    public Set<Long> newest(int most) {
        var body = """
                {"size": %d, "sort": [{"published_at": "desc"}, {"id": "desc"}], "_source": false, "track_total_hits": false}
                """.formatted(most);
        var hits = JsonSlices.of(post("/" + alias + "/_search", body))
                .member("hits")
                .member("hits");
        return hits.items().stream()
                .map(hit -> Long.parseLong(hit.member("_id").text()))
                .collect(Collectors.toSet());
    }

    /// A number of the live index's statistics, such as `indexing.index_total`; counted since its node started.
    public long statistic(String group, String name) {
        var all = JsonSlices.of(get("/" + alias + "/_stats/" + group));
        return Long.parseLong(all.member("_all")
                .member("primaries")
                .member(group)
                .member(name)
                .text());
    }

    /// What the process of Elasticsearch has used since it started.
    public long cpuMillis() {
        var nodes = JsonSlices.of(get("/_nodes/_local/stats/process")).member("nodes");
        return nodes.members().values().stream()
                .mapToLong(node -> Long.parseLong(node.member("process")
                        .member("cpu")
                        .member("total_in_millis")
                        .text()))
                .sum();
    }

    /// Writes to the live index behind everybody's back.
    public void bulk(String lines) {
        var reply = post("/" + alias + "/_bulk", lines);
        if (!JsonSlices.of(reply).member("errors").text().equals("false"))
            throw new IllegalStateException("not all was taken: " + new String(reply, StandardCharsets.UTF_8));
    }

    /// Changes a setting of the live index.
    public void setting(String json) {
        expect(send("PUT", "/" + alias + "/_settings", json));
    }

    /// Whether a search finds the job under this title now.
    public boolean finds(long id, String title) {
        var body = "{\"size\": 1, \"query\": {\"term\": {\"id\": %d}}}".formatted(id);
        var hits = JsonSlices.of(post("/" + alias + "/_search", body))
                .member("hits")
                .member("hits");
        return hits.items().stream()
                .anyMatch(hit -> hit.member("_source").member("title").text().equals(title));
    }

    /// The index that an alias leads to, empty if it leads nowhere.
    public String behind(String name) {
        var reply = send("GET", "/_alias/" + name, "");
        if (reply.statusCode() != OK) return "";
        return String.join(",", JsonSlices.of(reply.body()).members().keySet());
    }

    /// Whether every copy of the live index is where it should be.
    public boolean isGreen() {
        return JsonSlices.of(get("/_cluster/health/" + alias))
                .member("status")
                .text()
                .equals("green");
    }

    /// Whatever the server says to it.
    public HttpResponse<byte[]> send(String method, String path, String json) {
        var publisher = json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json);
        var request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .method(method, publisher)
                .build();
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    /// The name of the alias that writers use.
    public String alias() {
        return alias;
    }

    private byte[] get(String path) {
        return expect(send("GET", path, ""));
    }

    private byte[] post(String path, String json) {
        return expect(send("POST", path, json));
    }

    private static byte[] expect(HttpResponse<byte[]> reply) {
        if (reply.statusCode() == OK) return reply.body();
        throw new IllegalStateException("Elasticsearch answers " + reply.statusCode() + ": "
                + new String(reply.body(), StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        client.close();
    }
}
