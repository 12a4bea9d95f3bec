package dev.rozgar.application.indexing;

class InMemoryFanOutsTest extends FanOutsContract {
    private final InMemoryLedger ledger = new InMemoryLedger();

    @Override
    protected IndexLedger open() {
        return ledger;
    }

    @Override
    protected IndexLedger another() {
        return ledger;
    }

    @Override
    protected FanOuts fanOuts() {
        return ledger;
    }

    @Override
    protected void change(long id, String title) {
        ledger.change(id, title);
    }

    @Override
    protected void rename(String name) {
        ledger.rename(name);
    }

    /// Of its company this ledger keeps the name only.
    @Override
    protected void changeUnseen() {}
}
