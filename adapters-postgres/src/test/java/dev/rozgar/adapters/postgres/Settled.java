package dev.rozgar.adapters.postgres;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;

/// A server that other tests write to as well: what is committed can be read from the feed once their transactions,
/// too, that began before are over.
public final class Settled {
    private static final long MOST_NANOS = 60_000_000_000L;

    private Settled() {}

    /// Until the feed shows all that is committed by now.
    public static void await(TestDatabase database) {
        String mark =
                database.ask("select pg_snapshot_xmax(pg_current_snapshot())").getFirst();
        long deadline = System.nanoTime() + MOST_NANOS;
        while (!database.ask("select read_bound() >= '" + mark + "'::xid8").equals(List.of("t"))) {
            if (System.nanoTime() > deadline) fail("a transaction does not end");
        }
    }
}
