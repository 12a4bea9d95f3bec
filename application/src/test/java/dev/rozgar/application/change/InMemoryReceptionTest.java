package dev.rozgar.application.change;

class InMemoryReceptionTest extends ReceptionContract {
    private final InMemoryTransactions transactions = new InMemoryTransactions();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected TransitionLog log() {
        return transactions.log();
    }
}
