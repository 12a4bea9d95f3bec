package dev.rozgar.application.change;

class InMemoryTransactionsTest extends TransactionsContract {
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
