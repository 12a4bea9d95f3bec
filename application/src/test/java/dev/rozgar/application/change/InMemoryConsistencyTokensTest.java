package dev.rozgar.application.change;

class InMemoryConsistencyTokensTest extends ConsistencyTokensContract {
    // Made by the first use, which is that of the contract's own fields.
    private static final InMemoryTransactions STORE = new InMemoryTransactions();

    @Override
    protected Transactions transactions() {
        return STORE;
    }

    @Override
    protected TransitionLog log() {
        return STORE.log();
    }
}
