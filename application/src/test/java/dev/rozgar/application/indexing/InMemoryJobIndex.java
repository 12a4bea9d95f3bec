package dev.rozgar.application.indexing;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.document.Declaration;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.rebuild.IndexContents;
import dev.rozgar.application.rebuild.IndexGenerations;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A [JobIndex] in memory that keeps to the contract, with switches for what may go wrong.
///
/// It knows no declaration: a member called `undeclared` stands for one that is not declared.
public final class InMemoryJobIndex implements JobIndex, IndexGenerations, IndexContents {
    private final DocumentSchema schema;
    private final Set<Long> refused = new HashSet<>();
    private final List<Store> kept = new ArrayList<>();
    private @Nullable Store live;
    private @Nullable Store building;
    private Runnable betweenSlots = () -> {};
    private boolean full;
    private boolean buildingFull;
    private boolean writesDown;
    private boolean down;
    private int number;

    private record Held(long version, Optional<Document> document) {}

    private static final class Store {
        private final String name;
        private final TreeMap<Long, Held> held = new TreeMap<>();
        private Declaration declaration;
        private long visible;

        Store(String name, Declaration declaration) {
            this.name = name;
            this.declaration = declaration;
        }

        Generation generation() {
            return new Generation(name, declaration.fingerprint(), Optional.of(declaration));
        }
    }

    public InMemoryJobIndex() {
        this(JobFields.JOB);
    }

    /// @param schema what a new index is made for
    public InMemoryJobIndex(DocumentSchema schema) {
        this.schema = schema;
    }

    /// The same indexes, as a version with another declaration would use them.
    public synchronized InMemoryJobIndex as(DocumentSchema other) {
        InMemoryJobIndex next = new InMemoryJobIndex(other);
        next.live = live;
        next.building = building;
        next.kept.addAll(kept);
        next.number = number;
        return next;
    }

    /// Whether the live index has no room.
    public synchronized void congest(boolean without) {
        full = without;
    }

    /// Whether the index under construction has no room.
    public synchronized void congestBuilding(boolean without) {
        buildingFull = without;
    }

    /// Whether no write is answered, while all else is.
    public synchronized void unplugWrites(boolean out) {
        writesDown = out;
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
        if (writesDown) throw PortFailure.unavailable("unplugged", null);
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
        if ((full && store == live) || (buildingFull && store == building)) return new IndexOutcome.Busy("no room");
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
                now.map(store -> store.declaration.fingerprint()),
                now.map(store -> store.visible).orElse(0L),
                Optional.ofNullable(building).map(store -> store.name));
    }

    @Override
    public synchronized State state() {
        requirePlugged();
        return new State(
                Optional.ofNullable(live).map(Store::generation),
                Optional.ofNullable(building).map(Store::generation),
                kept.reversed().stream().map(Store::generation).toList());
    }

    @Override
    public synchronized String startBuilding() {
        requirePlugged();
        building = new Store("jobs-" + ++number, schema.declaration());
        return building.name;
    }

    @Override
    public synchronized void abandonBuilding() {
        requirePlugged();
        building = null;
    }

    @Override
    public synchronized void reopen(String index) {
        requirePlugged();
        Store store = keptStore(index);
        kept.remove(store);
        building = store;
    }

    @Override
    public synchronized void putBack(String index) {
        requirePlugged();
        kept.add(require());
        building = null;
    }

    @Override
    public synchronized void promote(String built) {
        requirePlugged();
        if (!require().name.equals(built)) throw PortFailure.broken(built + " is not under construction", null);
        if (live != null) kept.add(live);
        live = require();
        building = null;
    }

    @Override
    public synchronized void widen(String index) {
        requirePlugged();
        store(index).declaration = schema.declaration();
    }

    @Override
    public synchronized void delete(String index) {
        requirePlugged();
        kept.remove(keptStore(index));
    }

    @Override
    public synchronized long count(String index) {
        requirePlugged();
        return store(index).visible;
    }

    @Override
    public synchronized List<IndexEntry> after(String index, long id, int most) {
        requirePlugged();
        return store(index).held.tailMap(id, false).entrySet().stream()
                .filter(entry -> entry.getValue().document().isPresent())
                .limit(most)
                .map(entry -> new IndexEntry(entry.getKey(), 0, entry.getValue().document()))
                .toList();
    }

    @Override
    public synchronized List<IndexEntry> of(String index, Collection<Long> ids) {
        requirePlugged();
        return after(index, Long.MIN_VALUE, Integer.MAX_VALUE).stream()
                .filter(entry -> ids.contains(entry.id()))
                .toList();
    }

    /// All documents in the order of their ids, whatever is asked for.
    @Override
    public synchronized DocumentPage search(String index, DocumentQuery query) {
        List<IndexEntry> all = after(index, Long.MIN_VALUE, Integer.MAX_VALUE);
        return DocumentPage.of(
                query,
                all.stream()
                        .limit(query.limit())
                        .flatMap(entry -> entry.document().stream())
                        .toList(),
                Optional.empty(),
                Optional.of(new DocumentPage.Total(all.size(), true)));
    }

    /// Loses a document of the index under construction, or of the live one if there is none.
    public synchronized void forget(long id) {
        Store store = building == null ? Objects.requireNonNull(live) : building;
        store.held.remove(id);
        store.visible = documents(store);
    }

    /// Puts a document into the index under construction that nothing will ever replace.
    public synchronized void falsify(long id, String text) {
        require()
                .held
                .put(id, new Held(Long.MAX_VALUE, Optional.of(Document.of(text.getBytes(StandardCharsets.UTF_8)))));
    }

    private Store require() {
        if (building == null) throw PortFailure.broken("there is no index under construction", null);
        return building;
    }

    private Store keptStore(String index) {
        return kept.stream()
                .filter(store -> store.name.equals(index))
                .findFirst()
                .orElseThrow(() -> PortFailure.broken(index + " is not kept", null));
    }

    private Store store(String index) {
        return Stream.concat(Stream.of(live, building).filter(Objects::nonNull), kept.stream())
                .filter(store -> store.name.equals(index))
                .findFirst()
                .orElseThrow(() -> PortFailure.unavailable("no index " + index, null));
    }

    private void requirePlugged() {
        if (down) throw PortFailure.unavailable("unplugged", null);
    }
}
