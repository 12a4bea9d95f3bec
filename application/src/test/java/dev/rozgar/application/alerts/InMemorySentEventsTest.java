package dev.rozgar.application.alerts;

import dev.rozgar.application.change.InMemoryTransactions;

class InMemorySentEventsTest extends SentEventsContract {
    private final InMemoryTransactions memory = new InMemoryTransactions();

    @Override
    protected Store store() {
        return new Store(memory, memory.alerts(), memory.deliveries(), memory.searchTurns());
    }
}
