package dev.rozgar.application.alerts;

import dev.rozgar.application.change.InMemoryTransactions;

class InMemoryDeliveriesTest extends DeliveriesContract {
    private final InMemoryTransactions memory = new InMemoryTransactions();

    @Override
    protected Store store() {
        return new Store(memory, memory.alerts(), memory.deliveries(), memory.searchTurns());
    }
}
