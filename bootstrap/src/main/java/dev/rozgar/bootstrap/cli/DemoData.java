package dev.rozgar.bootstrap.cli;

import dev.rozgar.application.indexing.IndexLedger;
import dev.rozgar.bootstrap.Wiring;
import dev.rozgar.bootstrap.terminal.Bar;
import java.util.concurrent.TimeUnit;

/// The demo's data on its way into an empty board.
final class DemoData {
    private static final long LOOK_MILLIS = 50;

    private DemoData() {}

    static void seedIfEmpty(Wiring wiring, int jobs, long seed) {
        if (wiring.postgres().indexLedger().listed() > 0) return;
        // the generator
    }

    /// Until the relay has paid what was owed when this began, and what came meanwhile.
    static void awaitIndex(Wiring wiring) throws InterruptedException {
        if (wiring.copy().isEmpty()) return;
        IndexLedger ledger = wiring.postgres().indexLedger();
        long owed = ledger.backlog().due();
        long total = owed;
        try (Bar bar = Bar.open("indexing")) {
            while (owed > 0) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
                owed = ledger.backlog().due();
                total = Math.max(total, owed);
                bar.at(total - owed, total);
            }
        }
    }
}
