package dev.rozgar.application.indexing;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/// Counts what a relay tells of its work.
public final class RelayFigures implements RelayListener {
    private final LagHistogram lag = new LagHistogram();
    private final LongAdder refused = new LongAdder();
    private final LongAdder contested = new LongAdder();
    private final LongAdder wentBack = new LongAdder();
    private final LongAdder paused = new LongAdder();

    @Override
    public void paid(Duration owedFor) {
        lag.record(owedFor);
    }

    @Override
    public void refused(long id, String reason) {
        refused.increment();
    }

    @Override
    public void contested(int documents) {
        contested.add(documents);
    }

    @Override
    public void wentBack(long held, long newest) {
        wentBack.increment();
    }

    @Override
    public void paused(String reason) {
        paused.increment();
    }

    /// From the change of a document until the index has acknowledged it.
    public LagHistogram lag() {
        return lag;
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
