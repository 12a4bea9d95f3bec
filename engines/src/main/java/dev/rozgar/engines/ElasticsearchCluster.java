package dev.rozgar.engines;

import dev.rozgar.engines.EmbeddedElasticsearch.Seat;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Several nodes of one Elasticsearch, as child processes on this machine: each can be killed, frozen and started again
/// while the others go on.
public final class ElasticsearchCluster implements AutoCloseable {
    private final List<ElasticsearchEngine> nodes;

    private ElasticsearchCluster(List<ElasticsearchEngine> nodes) {
        this.nodes = List.copyOf(nodes);
    }

    /// Returns once the cluster answers.
    ///
    /// @param size 3 or more, so that a majority is left when one is gone
    public static ElasticsearchCluster open(int size, EngineOptions options) {
        if (size < 3) {
            throw new IllegalArgumentException("A cluster that outlives a node has three at least, not " + size + ".");
        }
        var doors = IntStream.range(0, size)
                .mapToObj(_ -> Ports.take(0, "Elasticsearch"))
                .toList();
        var starts = IntStream.range(0, size)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> EmbeddedElasticsearch.join(options, seat(number, doors)), Thread::startVirtualThread))
                .toList();
        var opened = new ArrayList<ElasticsearchEngine>();
        try {
            starts.forEach(start -> opened.add(start.join()));
            return new ElasticsearchCluster(opened);
        } catch (CompletionException e) {
            starts.forEach(start -> start.thenAccept(ElasticsearchEngine::close));
            throw e.getCause() instanceof RuntimeException why ? why : e;
        }
    }

    /// In the order of their numbers.
    public List<ElasticsearchEngine> nodes() {
        return nodes;
    }

    /// They find each other by ports that stay theirs over restarts.
    private static Seat seat(int number, List<Integer> doors) {
        var hosts = doors.stream().map(door -> "\"127.0.0.1:" + door + "\"").collect(Collectors.joining(", "));
        var names = IntStream.range(0, doors.size())
                .mapToObj(ElasticsearchCluster::name)
                .collect(Collectors.joining(", "));
        return new Seat("""
                node.name: %s
                transport.port: %d
                discovery.seed_hosts: [%s]
                cluster.initial_master_nodes: [%s]
                """.formatted(name(number), doors.get(number), hosts, names));
    }

    private static String name(int number) {
        return "rozgar-" + (number + 1);
    }

    @Override
    public void close() {
        nodes.forEach(ElasticsearchEngine::close);
    }
}
