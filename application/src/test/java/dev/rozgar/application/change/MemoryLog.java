package dev.rozgar.application.change;

import java.util.List;

record MemoryLog(InMemoryTransactions transactions) implements TransitionLog {
    @Override
    public List<Transition> of(Subject subject, long after, int most) {
        return transactions.stored().log.stream()
                .filter(line -> line.subject().equals(subject) && line.sequence() > after)
                .limit(most)
                .toList();
    }
}
