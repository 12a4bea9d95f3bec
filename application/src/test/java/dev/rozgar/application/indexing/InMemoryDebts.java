package dev.rozgar.application.indexing;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// What an [InMemoryLedger] owes, by document, and what indexes that were retired have missed of it. The ledger
/// guards it and tells the time.
final class InMemoryDebts {
    private final Map<Long, InMemoryDebt> debts = new HashMap<>();
    private final Map<String, Retired> retired = new HashMap<>();
    private long changes;

    /// @param floor   versions from here on were written to another index alone
    /// @param pending what was owed when the index was live for the last time
    private record Retired(long floor, Set<Long> pending) {}

    InMemoryDebt of(long id) {
        return debts.getOrDefault(id, InMemoryDebt.NONE);
    }

    void owe(long id, int lane, long now) {
        debts.put(id, of(id).changed(now, ++changes, lane));
    }

    /// Does nothing to a document that was never owed.
    void update(long id, UnaryOperator<InMemoryDebt> how) {
        debts.computeIfPresent(id, (_, debt) -> how.apply(debt));
    }

    /// The numbers of the newest changes of those that are owed.
    Map<Long, Long> owed(Collection<Long> ids) {
        Map<Long, Long> owed = new HashMap<>();
        for (long id : ids) {
            InMemoryDebt debt = of(id);
            if (debt.isOwed()) owed.put(id, debt.wanted());
        }
        return owed;
    }

    /// The oldest first.
    List<Long> due(int lane, int most, long now) {
        return debts.entrySet().stream()
                .filter(entry ->
                        entry.getValue().lane() == lane && entry.getValue().isDue(now))
                .sorted(Comparator.comparingLong(entry -> entry.getValue().made()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    /// How many are owed of a lane.
    long pending(int lane) {
        return debts.values().stream()
                .filter(debt -> debt.isOwed() && debt.lane() == lane)
                .count();
    }

    IndexLedger.Backlog backlog() {
        long due = debts.values().stream()
                .filter(debt -> debt.isOwed() && !debt.isAside())
                .count();
        return new IndexLedger.Backlog(due, Duration.ZERO, aside().size());
    }

    /// In the order of their ids.
    SortedMap<Long, InMemoryDebt> aside() {
        SortedMap<Long, InMemoryDebt> aside = new TreeMap<>(debts);
        aside.values().removeIf(debt -> !debt.isAside());
        return aside;
    }

    void retire(String index, long floor) {
        Set<Long> pending = new HashSet<>();
        debts.forEach((id, debt) -> {
            if (debt.isOwed()) pending.add(id);
        });
        retired.put(index, new Retired(floor, pending));
    }

    boolean isRetired(String index) {
        return retired.containsKey(index);
    }

    /// In the order of their ids.
    List<Long> missedBy(String index) {
        Retired since = Objects.requireNonNull(retired.get(index));
        return debts.entrySet().stream()
                .filter(entry -> entry.getValue().isOwed()
                        || entry.getValue().version() >= since.floor()
                        || since.pending().contains(entry.getKey()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    boolean isUnsettled(long mark, long id) {
        return Optional.ofNullable(debts.get(id))
                .filter(debt -> debt.isOwed() || debt.version() >= mark)
                .isPresent();
    }

    long unsettled(long mark) {
        return debts.keySet().stream().filter(id -> isUnsettled(mark, id)).count();
    }
}
