package dev.rozgar.bootstrap.prove.stand;

import dev.rozgar.bootstrap.prove.report.Protocol;
import java.time.Duration;

/// Takes down the lag of the index, several times a second, until it is closed. While PostgreSQL is away there is
/// nothing to take down.
public final class Sampler implements AutoCloseable {
    private static final Duration STEP = Duration.ofMillis(250);

    private final Truth truth;
    private final Protocol protocol;
    private final Thread thread;
    private volatile boolean open = true;

    private Sampler(Truth truth, Protocol protocol) {
        this.truth = truth;
        this.protocol = protocol;
        this.thread = Thread.ofVirtual().name("sampler").start(this::run);
    }

    public static Sampler start(Truth truth, Protocol protocol) {
        return new Sampler(truth, protocol);
    }

    private void run() {
        while (open) {
            truth.debtsIfThere().ifPresent(debts -> {
                protocol.point("lag of the index", "seconds", debts.oldestSeconds());
                protocol.point("owed", "documents", debts.documents());
            });
            Eventually.pause(STEP);
        }
    }

    @Override
    public void close() throws InterruptedException {
        open = false;
        thread.join();
    }
}
