package dev.rozgar.application.indexing;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/// What a relay has done since the process started, for metrics.
public final class RelayFigures {
    private final LagHistogram lag = new LagHistogram();
    private final LongAdder looks = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder contested = new LongAdder();
    private final LongAdder wentBack = new LongAdder();
    private final LongAdder paused = new LongAdder();

    /// The relay has asked the ledger for debts.
    void look() {
        looks.increment();
    }

    /// The index has acknowledged a document.
    ///
    /// @param owedFor from the oldest change that it brings until now
    void paid(Duration owedFor) {
        lag.record(owedFor);
    }

    /// The index has refused a document.
    void refuse() {
        refused.increment();
    }

    /// The index keeps versions as high as those of so many documents.
    void contest(int documents) {
        contested.add(documents);
    }

    /// PostgreSQL has gone back in time.
    void goBack() {
        wentBack.increment();
    }

    /// An engine is out of reach or has no room, and the relay waits for it.
    void pause() {
        paused.increment();
    }

    /// From the change of a document until the index has acknowledged it.
    public LagHistogram lag() {
        return lag;
    }

    public long looks() {
        return looks.sum();
    }

    public long refused() {
        return refused.sum();
    }

    public long contested() {
        return contested.sum();
    }

    public long wentBack() {
        return wentBack.sum();
    }

    public long paused() {
        return paused.sum();
    }
}
