package dev.rozgar.bootstrap.prove.work;

import dev.rozgar.bootstrap.prove.stand.Eventually;
import dev.rozgar.bootstrap.prove.stand.ProvedBoard;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// A reader that lists jobs over and over from Elasticsearch and counts what is not a full answer.
public final class Reading implements AutoCloseable {
    private static final Duration PACE = Duration.ofMillis(50);
    private static final int FIRST = 60;
    private static final int SHOWN = 300;
    private static final String PATH = "/api/jobs?limit=5&read_model=elasticsearch";

    private final Caller caller;
    private final ProvedBoard board;
    private final Thread thread;
    private volatile boolean open = true;
    private volatile long answered;
    private volatile long errors;
    private volatile String lastError = "";

    private Reading(ProvedBoard board, Caller caller) {
        this.board = board;
        this.caller = caller;
        this.thread = Thread.ofVirtual().name("reading").unstarted(this::run);
    }

    /// Returns once a page is full: what was indexed last is found a refresh later.
    ///
    /// @param board that has five listed jobs at least
    public static Reading start(ProvedBoard board, Caller caller) {
        var reading = new Reading(board, caller);
        Eventually.within(FIRST, "a full page is found", () -> reading.fault().isEmpty());
        reading.thread.start();
        return reading;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread counts
    private void run() {
        while (open) {
            var fault = fault();
            if (fault.isEmpty()) answered++;
            else {
                errors++;
                lastError = fault.get();
            }
            Eventually.pause(PACE);
        }
    }

    /// What was got instead of a full page.
    private Optional<String> fault() {
        try {
            var reply = caller.get(board.nodes().getFirst(), PATH, "Accept", "application/json");
            boolean full = reply.statusCode() == 200
                    && Bodies.parsed(reply).getJsonArray("items").size() == 5;
            if (full) return Optional.empty();
            String got = reply.statusCode() + " " + new String(reply.body(), StandardCharsets.UTF_8);
            return Optional.of(got.substring(0, Math.min(got.length(), SHOWN)));
        } catch (RuntimeException torn) {
            return Optional.of(torn.toString());
        }
    }

    public long answered() {
        return answered;
    }

    public long errors() {
        return errors;
    }

    /// What was got instead of a page, the last time; empty as long as every answer is one.
    public String lastError() {
        return lastError;
    }

    @Override
    public void close() throws InterruptedException {
        open = false;
        thread.join();
    }
}
