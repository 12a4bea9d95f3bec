package dev.rozgar.adapters.elasticsearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.elastic.clients.transport.TransportOptions;
import co.elastic.clients.transport.http.TransportHttpClient;
import dev.rozgar.application.indexing.IndexEntry;
import dev.rozgar.application.indexing.IndexOutcome.Stored;
import dev.rozgar.application.indexing.JobIndex;
import dev.rozgar.application.indexing.JobIndexContract;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.rebuild.IndexContents;
import dev.rozgar.application.rebuild.IndexGenerations;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ElasticJobIndexTest extends JobIndexContract {
    private final TestCluster cluster = TestCluster.open();
    private final Interrupted bulks = new Interrupted(cluster.wire.raw());
    private final Indexes indexes = new Indexes(cluster.wire, cluster.names, cluster.settings.layout(), JobFields.JOB);
    private final JobIndex index = new ElasticJobIndex(
            new Wire(cluster.wire.reads(), Wire.typed(bulks), cluster.wire.admin(), cluster.wire.raw()),
            cluster.names,
            indexes);
    private final IndexGenerations generations = new ElasticIndexGenerations(cluster.wire, cluster.names, indexes);

    @AfterEach
    void close() throws IOException {
        cluster.close();
    }

    @Override
    protected JobIndex index() {
        return index;
    }

    @Override
    protected IndexGenerations generations() {
        return generations;
    }

    @Override
    protected IndexContents contents() {
        return new ElasticIndexContents(cluster.wire, indexes, JobFields.JOB);
    }

    @Override
    protected Optional<String> found(long id) {
        HttpReply reply = cluster.get('/' + cluster.names.read() + "/_source/" + id);
        return Optional.of(TestCluster.text(reply))
                .filter(text -> reply.statusCode() == 200 && !text.contains("\"removed\":true"));
    }

    /// What the server does to every index when its disk is nearly full.
    @Override
    protected void congest(boolean full) {
        String live = index.status().live().orElseThrow();
        String block = full ? "true" : "null";
        HttpReply reply = cluster.send(
                "PUT", '/' + live + "/_settings", "{\"index.blocks.read_only_allow_delete\":" + block + '}');
        assertEquals(200, reply.statusCode(), () -> TestCluster.text(reply));
    }

    @Override
    protected void betweenSlots(Runnable action) {
        bulks.action = action;
    }

    @Test
    void showsMarkersToNoSearch() {
        live();
        write(LIVE, entry(1, 1, "a"), marker(2, 1));
        index.refresh();

        String hits = TestCluster.text(cluster.get('/' + cluster.names.read() + "/_search?filter_path=hits.hits._id"));

        assertEquals("{\"hits\":{\"hits\":[{\"_id\":\"1\"}]}}", hits);
    }

    @Test
    void sendsManyInTwoHalvesBesideEachOther() {
        live();
        var both = new CyclicBarrier(2);
        bulks.before = () -> met(both);
        IndexEntry[] many =
                LongStream.rangeClosed(1, 100).mapToObj(id -> entry(id, 1, "a")).toArray(IndexEntry[]::new);

        assertEquals(Collections.nCopies(100, new Stored()), write(LIVE, many));
    }

    private static void met(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
            throw new AssertionError("one half was sent by itself", alone);
        }
    }

    @Test
    void givesALiveIndexItsRefreshInterval() {
        live();

        String settings = TestCluster.text(
                cluster.get('/' + index.status().live().orElseThrow() + "/_settings/index.refresh_interval"));

        assertTrue(settings.contains("\"refresh_interval\":\"3600000ms\""), settings);
    }

    @Test
    void tellsItsOwnIndexesFromThoseOfALongerPrefix() {
        Names names = new Names("rozgar");

        assertTrue(names.isIndex("rozgar-jobs-0123abcd-12"));
        assertFalse(names.isIndex("rozgar-jobs-0123abcd-12-jobs-0123abcd-1"));
        assertFalse(names.isIndex("rozgar-jobs-write"));
        assertEquals("rozgar-jobs-ffff0000-13", names.next(List.of("rozgar-jobs-0123abcd-12"), "ffff00001111"));
    }

    /// Runs an action behind the next request, and another before each.
    private static final class Interrupted implements TransportHttpClient {
        private final TransportHttpClient http;
        private Runnable action = () -> {};
        private volatile Runnable before = () -> {};

        Interrupted(TransportHttpClient http) {
            this.http = http;
        }

        @Override
        public Response performRequest(
                String endpoint, @Nullable Node node, Request request, @Nullable TransportOptions options)
                throws IOException {
            before.run();
            Response response = http.performRequest(endpoint, node, request, options);
            Runnable now = action;
            action = () -> {};
            now.run();
            return response;
        }

        @Override
        public CompletableFuture<Response> performRequestAsync(
                String endpoint, @Nullable Node node, Request request, @Nullable TransportOptions options) {
            return http.performRequestAsync(endpoint, node, request, options);
        }

        @Override
        public void close() {}
    }
}
