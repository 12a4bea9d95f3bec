package dev.rozgar.application.indexing;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.rebuild.IndexGenerations;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A [JobIndex] in memory that keeps to the contract, with switches for what may go wrong.
///
/// It knows no declaration: a member called `undeclared` stands for one that is not declared.
public final class InMemoryJobIndex implements JobIndex, IndexGenerations {
    private final Set<Long> refused = new HashSet<>();
    private @Nullable Store live;
    private @Nullable Store building;
    private Runnable betweenSlots = () -> {};
    private boolean full;
    private boolean down;
    private int number;

    private record Held(long version, Optional<Document> document) {}

    private static final class Store {
        private final String name;
        private final Map<Long, Held> held = new HashMap<>();
        private long visible;

        Store(String name) {
            this.name = name;
        }
    }

    /// Whether the live index has no room.
    public synchronized void congest(boolean without) {
        full = without;
    }

    /// Whether nothing answers at all.
    public synchronized void unplug(boolean out) {
        down = out;
    }

    /// As if somebody had deleted the live index.
    public synchronized void lose() {
        live = null;
    }

    /// Every document of this id is refused from now on.
    public synchronized void refuse(long id) {
        refused.add(id);
    }

    /// From now on this id is judged like any other.
    public synchronized void accept(long id) {
        refused.remove(id);
    }

    /// Runs once, in the next write, between its slots.
    public synchronized void betweenSlots(Runnable action) {
        betweenSlots = action;
    }

    /// The document of the live index; empty for a marker too.
    public synchronized Optional<Document> found(long id) {
        return Optional.ofNullable(live).map(store -> store.held.get(id)).flatMap(Held::document);
    }

    /// The version that the live index holds, markers included.
    public synchronized Optional<Long> version(long id) {
        return Optional.ofNullable(live).map(store -> store.held.get(id)).map(Held::version);
    }

    @Override
    public synchronized List<IndexOutcome> write(List<IndexEntry> entries, Set<Slot> slots) {
        requirePlugged();
        Map<Integer, IndexOutcome> told = new TreeMap<>();
        if (slots.contains(Slot.BUILDING) && building != null) write(building, entries, told);
        Runnable action = betweenSlots;
        betweenSlots = () -> {};
        action.run();
        if (slots.contains(Slot.LIVE) && live != null) write(live, entries, told);
        if (told.size() < entries.size()) throw PortFailure.unavailable("there is no index to write to", null);
        return told.values().stream().toList();
    }

    private void write(Store store, List<IndexEntry> entries, Map<Integer, IndexOutcome> told) {
        for (int i = 0; i < entries.size(); i++) told.merge(i, write(store, entries.get(i)), IndexOutcome::worse);
    }

    private IndexOutcome write(Store store, IndexEntry entry) {
        if (isUnacceptable(entry)) return new IndexOutcome.Refused("not acceptable");
        if (full && store == live) return new IndexOutcome.Busy("no room");
        Held held = store.held.get(entry.id());
        if (held != null && held.version >= entry.version()) return new IndexOutcome.Superseded(held.version);
        store.held.put(entry.id(), new Held(entry.version(), entry.document()));
        return new IndexOutcome.Stored();
    }

    private boolean isUnacceptable(IndexEntry entry) {
        String text = entry.document().map(Document::toString).orElse("");
        return refused.contains(entry.id()) || text.contains("\"undeclared\":") || text.indexOf('\n') >= 0;
    }

    /// Sees everything at once, refreshed or not.
    @Override
    public HeldVersions held() {
        return new HeldVersions() {
            @Override
            public long highest() {
                return all().mapToLong(HeldVersions.Held::version).max().orElse(0);
            }

            @Override
            public List<Held> after(long version, long id, int most) {
                var order = Comparator.comparingLong(Held::version).thenComparingLong(Held::id);
                return all().sorted(order)
                        .filter(held -> order.compare(held, new Held(id, version)) > 0)
                        .limit(most)
                        .toList();
            }
        };
    }

    private synchronized Stream<HeldVersions.Held> all() {
        requirePlugged();
        return Stream.of(Optional.ofNullable(live), Optional.ofNullable(building))
                .flatMap(Optional::stream)
                .flatMap(store -> store.held.entrySet().stream())
                .map(entry -> new HeldVersions.Held(entry.getKey(), entry.getValue().version))
                .toList()
                .stream();
    }

    @Override
    public synchronized void refresh() {
        requirePlugged();
        if (live != null) live.visible = documents(live);
        if (building != null) building.visible = documents(building);
    }

    private static long documents(Store store) {
        return store.held.values().stream()
                .filter(held -> held.document.isPresent())
                .count();
    }

    @Override
    public synchronized Status status() {
        requirePlugged();
        Optional<Store> now = Optional.ofNullable(live);
        return new Status(
                now.map(store -> store.name),
                now.map(_ -> JobFields.JOB.fingerprint()),
                now.map(store -> store.visible).orElse(0L),
                Optional.ofNullable(building).map(store -> store.name));
    }

    @Override
    public synchronized String startBuilding() {
        requirePlugged();
        building = new Store("jobs-" + ++number);
        return building.name;
    }

    @Override
    public synchronized long built() {
        requirePlugged();
        return require().visible;
    }

    @Override
    public synchronized void promote(String built) {
        requirePlugged();
        if (!require().name.equals(built)) throw PortFailure.broken(built + " is not under construction", null);
        live = require();
        building = null;
    }

    private Store require() {
        if (building == null) throw PortFailure.broken("there is no index under construction", null);
        return building;
    }

    @Override
    public synchronized void abandonBuilding() {
        requirePlugged();
        building = null;
    }

    private void requirePlugged() {
        if (down) throw PortFailure.unavailable("unplugged", null);
    }
}
