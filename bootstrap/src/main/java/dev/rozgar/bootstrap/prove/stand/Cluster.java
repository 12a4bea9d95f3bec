package dev.rozgar.bootstrap.prove.stand;

import dev.rozgar.engines.ElasticsearchCluster;
import dev.rozgar.engines.ElasticsearchEngine;
import java.util.List;

/// The Elasticsearch that a board uses: one node, or several.
public record Cluster(List<ElasticsearchEngine> nodes) {
    public Cluster {
        nodes = List.copyOf(nodes);
    }

    static Cluster of(ElasticsearchEngine alone) {
        return new Cluster(List.of(alone));
    }

    public static Cluster of(ElasticsearchCluster several) {
        return new Cluster(several.nodes());
    }
}
