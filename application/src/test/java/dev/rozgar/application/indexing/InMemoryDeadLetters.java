package dev.rozgar.application.indexing;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/// The documents that a ledger in memory has set aside. It locks the ledger's debts with the ledger itself.
public final class InMemoryDeadLetters implements DeadLetters {
    private final Object lock;
    private final InMemoryDebts debts;
    private final LongConsumer owe;
    private final Map<Long, String> reasons = new HashMap<>();
    private Optional<String> mapping = Optional.empty();

    InMemoryDeadLetters(Object lock, InMemoryDebts debts, LongConsumer owe) {
        this.lock = lock;
        this.debts = debts;
        this.owe = owe;
    }

    /// What the index said of a document that is, or will be, set aside.
    void note(long id, String reason) {
        reasons.put(id, reason);
    }

    @Override
    public List<DeadLetter> page(long after, int most) {
        synchronized (lock) {
            return debts.aside().entrySet().stream()
                    .filter(entry -> entry.getKey() > after)
                    .map(entry -> letter(entry.getKey(), entry.getValue()))
                    .limit(most)
                    .toList();
        }
    }

    private DeadLetter letter(long id, InMemoryDebt debt) {
        return new DeadLetter(id, reasons.getOrDefault(id, ""), debt.tries(), Instant.EPOCH.plusNanos(debt.since()));
    }

    @Override
    public long redrive(Optional<Long> id) {
        synchronized (lock) {
            List<Long> aside = page(Long.MIN_VALUE, Integer.MAX_VALUE).stream()
                    .map(DeadLetter::id)
                    .filter(each -> id.isEmpty() || each.equals(id.get()))
                    .toList();
            aside.forEach(owe::accept);
            return aside.size();
        }
    }

    @Override
    public long redriveFor(String fingerprint) {
        synchronized (lock) {
            if (mapping.equals(Optional.of(fingerprint))) return 0;
            mapping = Optional.of(fingerprint);
            return redrive(Optional.empty());
        }
    }
}
