package dev.rozgar.adapters.elasticsearch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Where Elasticsearch is and how to speak to it.
///
/// @param servers nodes of one cluster, `http` or `https`, asked in turn
/// @param prefix begins the name of every index and alias: lower case letters, digits, `-` and `_`
/// @param connections open at the same time, per server
/// @param timeouts how long anything may take
/// @param layout of a new index
public record ElasticsearchSettings(
        List<URI> servers,
        Optional<Credentials> credentials,
        String prefix,
        int connections,
        Timeouts timeouts,
        Layout layout) {
    private static final Pattern PREFIX = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");
    private static final Set<String> SCHEMES = Set.of("http", "https");

    /// Who we are to the servers. Never printed.
    ///
    /// @param header the value of the header `Authorization`
    public record Credentials(String header) {
        public static Credentials apiKey(String encoded) {
            return new Credentials("ApiKey " + encoded);
        }

        public static Credentials user(String name, String password) {
            byte[] pair = (name + ':' + password).getBytes(StandardCharsets.UTF_8);
            return new Credentials("Basic " + Base64.getEncoder().encodeToString(pair));
        }

        @Override
        public String toString() {
            return "Credentials[…]";
        }
    }

    /// @param connect until a connection stands
    /// @param read a search or a document, from the call to the last byte
    /// @param write one bulk request
    /// @param manage anything about whole indexes
    public record Timeouts(Duration connect, Duration read, Duration write, Duration manage) {
        public static final Timeouts USUAL = new Timeouts(
                Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(30));

        public Timeouts {
            for (Duration one : List.of(connect, read, write, manage)) {
                if (one.toMillis() < 1) throw new IllegalArgumentException("a timeout is at least a millisecond");
            }
        }
    }

    /// @param refreshEvery how long a change may stay invisible to searches
    public record Layout(int shards, int replicas, Duration refreshEvery) {
        public static final Layout USUAL = new Layout(1, 0, Duration.ofSeconds(1));

        public Layout {
            if (shards < 1 || replicas < 0)
                throw new IllegalArgumentException("at least one shard, no negative replicas");
            if (refreshEvery.toMillis() < 1)
                throw new IllegalArgumentException("a refresh interval is a millisecond or more");
        }
    }

    public ElasticsearchSettings {
        servers = List.copyOf(servers);
        if (servers.isEmpty()) throw new IllegalArgumentException("at least one server");
        servers.forEach(ElasticsearchSettings::check);
        if (!PREFIX.matcher(prefix).matches())
            throw new IllegalArgumentException("not a prefix of index names: " + prefix);
        if (connections < 1) throw new IllegalArgumentException("at least one connection");
    }

    /// One server without a password, and the usual everything else.
    public static ElasticsearchSettings of(URI server) {
        return new ElasticsearchSettings(List.of(server), Optional.empty(), "rozgar", 64, Timeouts.USUAL, Layout.USUAL);
    }

    public ElasticsearchSettings prefix(String other) {
        return new ElasticsearchSettings(servers, credentials, other, connections, timeouts, layout);
    }

    public ElasticsearchSettings timeouts(Timeouts other) {
        return new ElasticsearchSettings(servers, credentials, prefix, connections, other, layout);
    }

    private static void check(URI server) {
        boolean legal = server.getScheme() != null && SCHEMES.contains(server.getScheme()) && server.getHost() != null;
        // Without the address in the message: it could hold the password that is refused here.
        if (server.getRawUserInfo() != null)
            throw new IllegalArgumentException("credentials do not belong in a server's address");
        if (!legal) throw new IllegalArgumentException("not the address of a server: " + server);
    }
}
