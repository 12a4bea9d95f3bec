package dev.rozgar.application.change;

class InMemoryHiringDeskTest extends HiringDeskContract {
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
