package dev.rozgar.application.rebuild;

import dev.rozgar.application.indexing.InMemoryLedger;

class InMemoryListedJobsTest extends ListedJobsContract {
    private final InMemoryLedger ledger = new InMemoryLedger();

    @Override
    protected Store open() {
        return new Store(ledger, ledger, new InMemoryBuildLog(ledger));
    }

    @Override
    protected void change(long id, String title) {
        ledger.change(id, title);
    }

    @Override
    protected void hide(long id) {
        ledger.hide(id);
    }
}
