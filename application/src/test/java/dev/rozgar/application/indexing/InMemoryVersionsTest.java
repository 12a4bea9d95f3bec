package dev.rozgar.application.indexing;

class InMemoryVersionsTest extends VersionsContract {
    private final InMemoryLedger ledger = new InMemoryLedger();

    @Override
    protected IndexLedger open() {
        return ledger;
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
