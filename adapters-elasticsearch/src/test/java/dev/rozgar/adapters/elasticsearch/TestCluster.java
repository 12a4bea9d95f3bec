package dev.rozgar.adapters.elasticsearch;

import dev.rozgar.adapters.elasticsearch.ElasticsearchSettings.Layout;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.engines.TestEngines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A corner of a real Elasticsearch under a prefix that nobody else uses; swept when closed.
final class TestCluster implements AutoCloseable {
    final ElasticsearchSettings settings;
    final Elasticsearch elasticsearch;
    final Connections connections;
    final Wire wire;
    final Names names;

    private TestCluster(DocumentSchema schema, int shards) {
        String prefix = TestEngines.freshIndexPrefix();
        var usual = ElasticsearchSettings.of(TestEngines.elasticsearch().uri());
        settings = new ElasticsearchSettings(
                usual.servers(),
                Optional.empty(),
                prefix,
                16,
                new ElasticsearchSettings.Timeouts(
                        Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(30), Duration.ofSeconds(60)),
                // Nothing becomes visible by itself, so that no fact hangs on the clock.
                new Layout(shards, 0, Duration.ofHours(1)));
        elasticsearch = Elasticsearch.open(settings, schema);
        connections = new Connections(settings);
        wire = Wire.over(connections, settings);
        names = new Names(prefix);
    }

    static TestCluster open() {
        return new TestCluster(JobFields.JOB, 1);
    }

    static TestCluster open(DocumentSchema schema, int shards) {
        return new TestCluster(schema, shards);
    }

    HttpReply get(String path) {
        return ElasticFailures.calling("test", () -> Wire.get(wire.raw(), path));
    }

    HttpReply send(String method, String path, String json) {
        return ElasticFailures.calling(
                "test", () -> Wire.send(wire.raw(), method, path, json.getBytes(StandardCharsets.UTF_8)));
    }

    static String text(HttpReply reply) {
        return new String(reply.buffer(), 0, reply.length(), StandardCharsets.UTF_8);
    }

    List<String> indexes() {
        return new Indexes(wire, names, settings.layout(), JobFields.JOB)
                .state()
                .all();
    }

    @Override
    public void close() throws IOException {
        Indexes indexes = new Indexes(wire, names, settings.layout(), JobFields.JOB);
        indexes.state().all().forEach(indexes::delete);
        elasticsearch.close();
        connections.close();
    }
}
