package dev.rozgar.bootstrap.prove.work;

import dev.rozgar.bootstrap.prove.stand.Eventually;
import dev.rozgar.bootstrap.prove.stand.ProvedBoard;
import java.time.Duration;

/// A reader that lists jobs over and over from Elasticsearch and counts what is not a full answer.
public final class Reading implements AutoCloseable {
    private static final Duration PACE = Duration.ofMillis(50);
    private static final String PATH = "/api/jobs?limit=5&read_model=elasticsearch";

    private final Caller caller;
    private final ProvedBoard board;
    private final Thread thread;
    private volatile boolean open = true;
    private volatile long answered;
    private volatile long errors;

    private Reading(ProvedBoard board, Caller caller) {
        this.board = board;
        this.caller = caller;
        this.thread = Thread.ofVirtual().name("reading").start(this::run);
    }

    public static Reading start(ProvedBoard board, Caller caller) {
        return new Reading(board, caller);
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread counts
    private void run() {
        while (open) {
            try {
                var reply = caller.get(board.nodes().getFirst(), PATH, "Accept", "application/json");
                boolean full = reply.statusCode() == 200
                        && Bodies.parsed(reply).getJsonArray("items").size() == 5;
                if (full) answered++;
                else errors++;
            } catch (RuntimeException torn) {
                errors++;
            }
            Eventually.pause(PACE);
        }
    }

    public long answered() {
        return answered;
    }

    public long errors() {
        return errors;
    }

    @Override
    public void close() throws InterruptedException {
        open = false;
        thread.join();
    }
}
