package dev.rozgar.application.indexing;

import dev.rozgar.application.PortFailure;
import java.time.Duration;

/// One refresh of the index for all who wait for one. A refresh that began before a caller's document was written may
/// miss it, so each waits for one that begins after it came: at the most two run for any number of callers that come
/// together.
final class SharedRefresh {
    private final Runnable refresh;
    private long begun;
    private long ended;
    private long failed;
    private boolean running;

    /// @param refresh throws [PortFailure]
    SharedRefresh(Runnable refresh) {
        this.refresh = refresh;
    }

    /// Waits for a refresh that begins from now on; has it run, if none does.
    ///
    /// @return whether it has ended well and in time
    synchronized boolean await(Duration most) {
        long deadline = System.nanoTime() + most.toNanos();
        long mine = begun + 1;
        try {
            while (ended < mine && failed < mine) {
                if (!running) begin();
                long millis = (deadline - System.nanoTime()) / 1_000_000;
                if (millis <= 0) return false;
                wait(millis);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
        return ended >= mine;
    }

    /// On a thread of its own: whoever waits may give up, whatever the index does.
    private void begin() {
        running = true;
        begun++;
        Thread.ofVirtual().name("index-refresh").start(this::run);
    }

    private void run() {
        boolean well = false;
        try {
            refresh.run();
            well = true;
        } catch (PortFailure away) {
            // Nobody is told that it is visible.
        } finally {
            end(well);
        }
    }

    private synchronized void end(boolean well) {
        running = false;
        if (well) ended = begun;
        else failed = begun;
        notifyAll();
    }
}
