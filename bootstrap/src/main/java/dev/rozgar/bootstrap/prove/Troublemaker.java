package dev.rozgar.bootstrap.prove;

import dev.rozgar.bootstrap.prove.fault.FaultProxy;
import dev.rozgar.bootstrap.prove.report.Protocol;
import dev.rozgar.bootstrap.prove.stand.Eventually;
import dev.rozgar.bootstrap.prove.stand.Node;
import dev.rozgar.bootstrap.prove.stand.ProvedBoard;
import dev.rozgar.engines.ElasticsearchEngine;
import dev.rozgar.engines.PostgresEngine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/// Makes trouble, and finds out by other means than its own word whether it was felt.
final class Troublemaker {
    private static final int KILLED = 137;
    private static final int RESETS = 5;
    private static final Duration BETWEEN = Duration.ofMillis(150);
    private static final Duration PROBE = Duration.ofSeconds(1);
    private static final String OTHERS =
            " from pg_stat_activity where datname = current_database() and application_name <> 'proof'";

    private final ProvedBoard board;
    private final Protocol protocol;
    private final Random dice;

    Troublemaker(ProvedBoard board, Protocol protocol, Random dice) {
        this.board = board;
        this.protocol = protocol;
        this.dice = dice;
    }

    /// Makes it, lets what is `meanwhile` happen, and mends it. Returns when the engines and nodes answer again.
    void make(Trouble trouble, Runnable meanwhile) {
        double from = protocol.now();
        long seen = switch (trouble) {
            case NODE_KILLED -> nodeKilled(meanwhile);
            case ELASTICSEARCH_KILLED -> elasticsearchKilled(meanwhile);
            case ELASTICSEARCH_FROZEN -> elasticsearchFrozen(meanwhile);
            case BACKENDS_TERMINATED -> backendsTerminated(meanwhile);
            case POSTGRESQL_STOPPED -> postgresqlStopped(meanwhile);
            case CONNECTIONS_RESET -> connectionsReset(meanwhile);
            case TRAFFIC_LATE -> trafficLate(meanwhile);
            case ELASTICSEARCH_CUT_OFF -> cutOff(meanwhile);
            case INDEX_BLOCKED -> indexBlocked(meanwhile);
        };
        protocol.observed(trouble.toString(), seen);
        protocol.band(trouble.toString(), from, protocol.now());
    }

    private long nodeKilled(Runnable meanwhile) {
        Node victim = board.nodes().get(dice.nextInt(board.nodes().size()));
        OptionalInt exit = victim.kill();
        meanwhile.run();
        victim.start();
        return exit.orElse(0) == KILLED ? 1 : 0;
    }

    private long elasticsearchKilled(Runnable meanwhile) {
        ElasticsearchEngine engine = board.stand().elasticsearch();
        engine.kill();
        int exit = engine.lastExit().orElse(0);
        meanwhile.run();
        engine.start();
        return exit == KILLED ? 1 : 0;
    }

    private long elasticsearchFrozen(Runnable meanwhile) {
        ElasticsearchEngine engine = board.stand().elasticsearch();
        engine.pause();
        try {
            long silent = isSilent(engine.uri().resolve("/_cluster/health")) ? 1 : 0;
            meanwhile.run();
            return silent;
        } finally {
            engine.resume();
        }
    }

    private static void askForAList(Node node) {
        isSilent(node.at("/api/jobs?limit=1&read_model=elasticsearch"));
    }

    private static boolean isSilent(URI address) {
        var request = HttpRequest.newBuilder(address).timeout(PROBE).build();
        try (var client = HttpClient.newHttpClient()) {
            client.send(request, BodyHandlers.discarding());
            return false;
        } catch (HttpTimeoutException silent) {
            return true;
        } catch (IOException other) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private long backendsTerminated(Runnable meanwhile) {
        var victims = board.truth().text("select coalesce(string_agg(pid::text, ','), '0')" + OTHERS);
        board.truth().text("select count(pg_terminate_backend(pid))" + OTHERS);
        var left = "select count(*)" + OTHERS + " and pid in (" + victims + ")";
        Eventually.comes(5, () -> board.truth().number(left) == 0);
        meanwhile.run();
        return victims.split(",").length - board.truth().number(left) - (victims.equals("0") ? 1 : 0);
    }

    private long postgresqlStopped(Runnable meanwhile) {
        PostgresEngine engine = board.stand().postgres();
        var started = "select pg_postmaster_start_time()";
        var before = board.truth().text(started);
        engine.stopImmediately();
        boolean away = board.truth().debtsIfThere().isEmpty();
        meanwhile.run();
        engine.start();
        Eventually.within(
                30, "PostgreSQL answers", () -> board.truth().debtsIfThere().isPresent());
        return away && !board.truth().text(started).equals(before) ? 1 : 0;
    }

    private long connectionsReset(Runnable meanwhile) {
        long before = count(FaultProxy.Counts::reset);
        for (int i = 0; i < RESETS; i++) {
            proxies().forEach(FaultProxy::resetAll);
            Eventually.pause(BETWEEN);
        }
        meanwhile.run();
        return count(FaultProxy.Counts::reset) - before;
    }

    private long trafficLate(Runnable meanwhile) {
        long before = count(FaultProxy.Counts::delayed);
        var late = Duration.ofMillis(10 + dice.nextInt(40));
        proxies().forEach(proxy -> proxy.delay(late));
        meanwhile.run();
        proxies().forEach(FaultProxy::calm);
        return count(FaultProxy.Counts::delayed) - before;
    }

    private long cutOff(Runnable meanwhile) {
        long before = count(FaultProxy.Counts::held);
        board.elasticProxies().forEach(FaultProxy::blackHole);
        // There may be no write under way that could feel it; there is always a reader.
        board.nodes().forEach(Troublemaker::askForAList);
        meanwhile.run();
        board.elasticProxies().forEach(FaultProxy::calm);
        return count(FaultProxy.Counts::held) - before;
    }

    private long indexBlocked(Runnable meanwhile) {
        board.index().setting("{\"index.blocks.read_only_allow_delete\": true}");
        var probe =
                "{\"index\": {\"_id\": \"0\", \"version\": 1, \"version_type\": \"external\"}}\n{\"id\": 0, \"removed\": true}\n";
        var answer = board.index().send("POST", "/" + board.index().alias() + "/_bulk", probe);
        meanwhile.run();
        board.index().setting("{\"index.blocks.read_only_allow_delete\": null}");
        return new String(answer.body(), StandardCharsets.UTF_8).contains("\"status\":429") ? 1 : 0;
    }

    private List<FaultProxy> proxies() {
        return Stream.concat(board.postgresProxies().stream(), board.elasticProxies().stream())
                .toList();
    }

    private long count(ToLongFunction<FaultProxy.Counts> which) {
        return proxies().stream().map(FaultProxy::counts).mapToLong(which).sum();
    }
}
