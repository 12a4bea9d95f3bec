package dev.rozgar.bootstrap.prove.stand;

import dev.rozgar.bootstrap.prove.fault.FaultProxy;
import dev.rozgar.engines.Database;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The ways of one node to its engines, each through a proxy of its own: so one node can be cut off while the others go
/// on, and what each of them sends can be told apart.
public record Door(String database, FaultProxy postgres, List<FaultProxy> elastic) implements AutoCloseable {
    static Door to(Database database, Cluster cluster) {
        var jdbc = URI.create(database.jdbcUrl().substring("jdbc:".length()));
        return new Door(
                jdbc.getPath(),
                FaultProxy.to(local(jdbc.getPort())),
                cluster.nodes().stream()
                        .map(node -> FaultProxy.to(local(node.uri().getPort())))
                        .toList());
    }

    private static InetSocketAddress local(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    Map<String, String> settings() {
        return Map.of(
                "rozgar.postgres.url",
                "jdbc:postgresql://127.0.0.1:" + postgres.port() + database,
                "rozgar.elasticsearch.url",
                elastic.stream()
                        .map(proxy -> "http://127.0.0.1:" + proxy.port())
                        .collect(Collectors.joining(",")));
    }

    /// Bytes that went between the node and Elasticsearch.
    public long elasticBytes() {
        return elastic.stream().mapToLong(proxy -> proxy.counts().bytes()).sum();
    }

    @Override
    public void close() {
        postgres.close();
        elastic.forEach(FaultProxy::close);
    }
}
