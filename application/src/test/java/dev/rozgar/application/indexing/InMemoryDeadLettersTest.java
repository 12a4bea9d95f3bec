package dev.rozgar.application.indexing;

import java.time.Instant;

class InMemoryDeadLettersTest extends DeadLettersContract {
    private final InMemoryLedger ledger = new InMemoryLedger();

    @Override
    protected IndexLedger open() {
        return ledger;
    }

    @Override
    protected DeadLetters deadLetters() {
        return ledger.deadLetters();
    }

    @Override
    protected void change(long id, String title) {
        ledger.change(id, title);
    }

    @Override
    protected Instant now() {
        return ledger.now();
    }
}
