package dev.rozgar.adapters.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.SimpleJsonpMapper;
import co.elastic.clients.transport.ElasticsearchTransportBase;
import co.elastic.clients.transport.http.TransportHttpClient;
import co.elastic.clients.transport.http.TransportHttpClient.Request;
import dev.rozgar.adapters.elasticsearch.ElasticsearchSettings.Timeouts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The ways to one cluster, over the same connections, each with its own deadline.
///
/// @param reads searches and documents, as bytes
/// @param writes bulk requests
/// @param admin whatever concerns whole indexes, typed
/// @param raw the same as `admin`, as bytes
record Wire(ClassicHttpClient reads, ElasticsearchClient writes, ElasticsearchClient admin, ClassicHttpClient raw) {
    private static final Map<String, String> HEADERS =
            Map.of("Content-Type", "application/json", "Accept", "application/json");

    static Wire over(Connections connections, ElasticsearchSettings settings) {
        return over(connections, new Servers(settings.servers()), settings.timeouts());
    }

    static Wire over(Connections connections, Servers servers, Timeouts most) {
        var raw = new ClassicHttpClient(connections, servers, most.manage());
        return new Wire(
                new ClassicHttpClient(connections, servers, most.read()),
                typed(new ClassicHttpClient(connections, servers, most.write())),
                typed(raw),
                raw);
    }

    /// Searches and documents with another deadline.
    ClassicHttpClient reading(Duration deadline) {
        return reads.within(deadline);
    }

    /// The official client, without any mapper of documents: they pass as bytes.
    static ElasticsearchClient typed(TransportHttpClient http) {
        return new ElasticsearchClient(new ElasticsearchTransportBase(http, null, SimpleJsonpMapper.INSTANCE) {});
    }

    static HttpReply get(ClassicHttpClient http, String path) throws IOException {
        return http.performRequest(path, null, new Request("GET", path, Map.of(), HEADERS, null), null);
    }

    static HttpReply send(ClassicHttpClient http, String method, String path, byte[] json) throws IOException {
        var request = new Request(method, path, Map.of(), HEADERS, List.of(ByteBuffer.wrap(json)));
        return http.performRequest(path, null, request, null);
    }
}
