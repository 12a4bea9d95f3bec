package dev.rozgar.application.indexing;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.rebuild.IndexContents;
import dev.rozgar.application.rebuild.IndexGenerations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A [JobIndex] in memory that keeps to the contract, with switches for what may go wrong.
public final class InMemoryJobIndex implements JobIndex, IndexGenerations, IndexContents {
    private final DocumentSchema schema;
    private final InMemoryMapping mapping = new InMemoryMapping();
    private final List<InMemoryIndex> kept = new ArrayList<>();
    private @Nullable InMemoryIndex live;
    private @Nullable InMemoryIndex building;
    private Runnable betweenSlots = () -> {};
    private boolean full;
    private boolean buildingFull;
    private boolean writesDown;
    private boolean down;
    private int looks;
    private int number;

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
        mapping.refuse(id);
    }

    /// From now on this id is judged like any other.
    public synchronized void accept(long id) {
        mapping.accept(id);
    }

    /// Runs once, in the next write, between its slots.
    public synchronized void betweenSlots(Runnable action) {
        betweenSlots = action;
    }

    /// The document of the live index; empty for a marker too.
    public synchronized Optional<Document> found(long id) {
        return Optional.ofNullable(live).flatMap(store -> store.document(id));
    }

    /// The version that the live index holds, markers included.
    public synchronized Optional<Long> version(long id) {
        return Optional.ofNullable(live).flatMap(store -> store.version(id));
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

    private void write(InMemoryIndex store, List<IndexEntry> entries, Map<Integer, IndexOutcome> told) {
        for (int i = 0; i < entries.size(); i++) told.merge(i, write(store, entries.get(i)), IndexOutcome::worse);
    }

    private IndexOutcome write(InMemoryIndex store, IndexEntry entry) {
        if (!mapping.takes(entry)) return new IndexOutcome.Refused("not acceptable");
        if ((full && store == live) || (buildingFull && store == building)) return new IndexOutcome.Busy("no room");
        return store.write(entry);
    }

    /// Sees everything at once, refreshed or not.
    @Override
    public HeldVersions held() {
        return new InMemoryHeldVersions(this::all);
    }

    private synchronized Stream<HeldVersions.Held> all() {
        requirePlugged();
        return Stream.of(Optional.ofNullable(live), Optional.ofNullable(building))
                .flatMap(Optional::stream)
                .flatMap(InMemoryIndex::versions)
                .toList()
                .stream();
    }

    @Override
    public synchronized void refresh() {
        requirePlugged();
        if (live != null) live.refresh();
        if (building != null) building.refresh();
    }

    @Override
    public synchronized Status status() {
        requirePlugged();
        Optional<InMemoryIndex> now = Optional.ofNullable(live);
        return new Status(
                now.map(InMemoryIndex::name),
                now.map(store -> store.generation().fingerprint()),
                now.map(InMemoryIndex::visible).orElse(0L),
                Optional.ofNullable(building).map(InMemoryIndex::name));
    }

    /// How often its state was asked for.
    public synchronized int looks() {
        return looks;
    }

    @Override
    public synchronized State state() {
        looks++;
        requirePlugged();
        return new State(
                Optional.ofNullable(live).map(InMemoryIndex::generation),
                Optional.ofNullable(building).map(InMemoryIndex::generation),
                kept.reversed().stream().map(InMemoryIndex::generation).toList());
    }

    @Override
    public synchronized String startBuilding() {
        requirePlugged();
        building = new InMemoryIndex("jobs-" + ++number, schema.declaration());
        return building.name();
    }

    @Override
    public synchronized void abandonBuilding() {
        requirePlugged();
        building = null;
    }

    @Override
    public synchronized void reopen(String index) {
        requirePlugged();
        InMemoryIndex store = keptStore(index);
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
        if (!require().name().equals(built)) throw PortFailure.broken(built + " is not under construction", null);
        if (live != null) kept.add(live);
        live = require();
        building = null;
    }

    @Override
    public synchronized void widen(String index) {
        requirePlugged();
        store(index).declare(schema.declaration());
    }

    @Override
    public synchronized void delete(String index) {
        requirePlugged();
        kept.remove(keptStore(index));
    }

    @Override
    public synchronized long count(String index) {
        requirePlugged();
        return store(index).visible();
    }

    @Override
    public synchronized List<IndexEntry> after(String index, long id, int most) {
        requirePlugged();
        return store(index).after(id, most);
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
        (building == null ? Objects.requireNonNull(live) : building).forget(id);
    }

    /// Puts a document into the index under construction that nothing will ever replace.
    public synchronized void falsify(long id, String text) {
        require().falsify(id, text);
    }

    private InMemoryIndex require() {
        if (building == null) throw PortFailure.broken("there is no index under construction", null);
        return building;
    }

    private InMemoryIndex keptStore(String index) {
        return kept.stream()
                .filter(store -> store.name().equals(index))
                .findFirst()
                .orElseThrow(() -> PortFailure.broken(index + " is not kept", null));
    }

    private InMemoryIndex store(String index) {
        return Stream.concat(Stream.of(live, building).filter(Objects::nonNull), kept.stream())
                .filter(store -> store.name().equals(index))
                .findFirst()
                .orElseThrow(() -> PortFailure.unavailable("no index " + index, null));
    }

    private void requirePlugged() {
        if (down) throw PortFailure.unavailable("unplugged", null);
    }
}
