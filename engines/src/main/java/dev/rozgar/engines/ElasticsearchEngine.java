package dev.rozgar.engines;

import java.net.URI;

/// An Elasticsearch in use.
public final class ElasticsearchEngine extends Engine {
    private final URI uri;

    ElasticsearchEngine(Server server, URI uri) {
        super(server);
        this.uri = uri;
    }

    /// A server somebody else runs.
    public static ElasticsearchEngine at(URI uri) {
        return new ElasticsearchEngine(new ConfiguredServer(), uri);
    }

    /// Where it answers, e.g. `http://127.0.0.1:9200`.
    public URI uri() {
        return uri;
    }

    @Override
    public String describe() {
        return "Elasticsearch runs " + server().place() + " at " + withoutSecrets(uri) + ". To use your own, set "
                + Engines.ELASTICSEARCH_URL + ".";
    }

    private static String withoutSecrets(URI uri) {
        var secret = uri.getRawUserInfo();
        return secret == null ? uri.toString() : uri.toString().replace(secret + "@", "");
    }
}
