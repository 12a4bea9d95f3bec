package dev.rozgar.application.change;

import dev.rozgar.application.clock.PersonalData;
import dev.rozgar.application.hiring.Applications;

class InMemoryPersonalDataTest extends PersonalDataContract {
    private final InMemoryTransactions transactions = new InMemoryTransactions();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected TransitionLog log() {
        return transactions.log();
    }

    @Override
    protected PersonalData people() {
        return new InMemoryPersonalData(transactions);
    }

    @Override
    protected Applications applications() {
        return new InMemoryReading(transactions);
    }
}
