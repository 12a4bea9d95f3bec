package dev.rozgar.application.indexing;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Versions of indexes in memory, all of them seen at once.
///
/// @param all in any order, read anew each time
record InMemoryHeldVersions(Supplier<Stream<Held>> all) implements HeldVersions {
    @Override
    public long highest() {
        return all.get().mapToLong(Held::version).max().orElse(0);
    }

    @Override
    public List<Held> after(long version, long id, int most) {
        var order = Comparator.comparingLong(Held::version).thenComparingLong(Held::id);
        return all.get()
                .sorted(order)
                .filter(held -> order.compare(held, new Held(id, version)) > 0)
                .limit(most)
                .toList();
    }
}
