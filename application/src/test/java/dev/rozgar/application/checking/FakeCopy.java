package dev.rozgar.application.checking;

import dev.rozgar.application.document.Document;
import dev.rozgar.application.indexing.IndexEntry;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// An index in memory; what is put is seen by searches after a refresh.
public final class FakeCopy implements CheckedCopy {
    private final NavigableMap<Long, Held> held = new TreeMap<>();
    private NavigableMap<Long, Held> found = new TreeMap<>();
    private Runnable beforeNextLook = () -> {};

    /// As an index under external versions does: the older loses.
    public void write(List<IndexEntry> entries) {
        entries.forEach(entry -> held.merge(
                entry.id(),
                new Held(entry.version(), entry.document()),
                (old, its) -> its.version() > old.version() ? its : old));
    }

    /// Behind everybody's back.
    public void put(long id, long version, Optional<Document> document) {
        held.put(id, new Held(version, document));
    }

    public void lose(long id) {
        held.remove(id);
    }

    public Held at(long id) {
        return Objects.requireNonNull(held.get(id));
    }

    /// Runs once, before the next time that somebody looks at single documents.
    public void beforeNextLook(Runnable action) {
        beforeNextLook = action;
    }

    @Override
    public void refresh() {
        found = new TreeMap<>(held);
    }

    @Override
    public Optional<Long> firstFrom(long id) {
        return Optional.ofNullable(found.ceilingKey(id));
    }

    private List<Print> listed(IdRange range, boolean hashed) {
        return found.subMap(range.first(), true, range.last(), true).entrySet().stream()
                .filter(entry -> entry.getValue().document().isPresent())
                .map(entry -> new Print(
                        entry.getKey(),
                        entry.getValue().version(),
                        hashed ? Print.hash(entry.getValue().document().orElseThrow()) : 0))
                .toList();
    }

    @Override
    public Digests digests(IdRange range, int bits) {
        Map<Long, Digest> digests = new HashMap<>();
        listed(range, false)
                .forEach(print -> digests.compute(
                        print.id() >> bits << bits,
                        (_, digest) ->
                                Objects.requireNonNullElse(digest, Digest.NONE).with(print.version())));
        long newest = found.subMap(range.first(), true, range.last(), true).values().stream()
                .mapToLong(Held::version)
                .max()
                .orElse(0);
        return new Digests(digests, newest);
    }

    @Override
    public List<Print> prints(IdRange range, boolean hashed, int most) {
        return listed(range, hashed).stream().limit(most).toList();
    }

    @Override
    public List<Long> above(IdRange range, long version, int most) {
        return found.subMap(range.first(), true, range.last(), true).entrySet().stream()
                .filter(entry -> entry.getValue().version() > version)
                .sorted(Comparator.comparing(entry -> -entry.getValue().version()))
                .map(Map.Entry::getKey)
                .limit(most)
                .toList();
    }

    @Override
    public Map<Long, Held> held(Collection<Long> ids) {
        Runnable action = beforeNextLook;
        beforeNextLook = () -> {};
        action.run();
        Map<Long, Held> these = new HashMap<>();
        for (long id : ids) {
            Held one = held.get(id);
            if (one != null) these.put(id, one);
        }
        return these;
    }

    @Override
    public Optional<Long> visible(long id) {
        return Optional.ofNullable(found.get(id)).map(Held::version);
    }
}
