package dev.rozgar.adapters.elasticsearch;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/// The nodes of the cluster, asked in turn. One that could not be reached is asked last for a while.
final class Servers {
    private static final long REST = TimeUnit.SECONDS.toNanos(10);

    private final List<String> addresses;
    private final AtomicLongArray failedAt;
    private final AtomicInteger turn = new AtomicInteger();

    Servers(List<URI> servers) {
        addresses = servers.stream().map(Servers::address).toList();
        failedAt = new AtomicLongArray(addresses.size());
        for (int i = 0; i < addresses.size(); i++) rested(i);
    }

    private static String address(URI server) {
        String text = server.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    /// The address of something on a server, whose own address may have a path.
    static URI under(URI server, String path) {
        return URI.create(address(server) + path);
    }

    String address(int server) {
        return addresses.get(server);
    }

    /// All of them, in the order in which one call should try them.
    List<Integer> inTurn() {
        int count = addresses.size();
        if (count == 1) return List.of(0);
        int first = Math.floorMod(turn.getAndIncrement(), count);
        List<Integer> order = new ArrayList<>(count);
        List<Integer> resting = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int server = (first + i) % count;
            (System.nanoTime() - failedAt.get(server) < REST ? resting : order).add(server);
        }
        order.addAll(resting);
        return order;
    }

    void failed(int server) {
        failedAt.set(server, System.nanoTime());
    }

    void rested(int server) {
        failedAt.set(server, System.nanoTime() - REST);
    }
}
