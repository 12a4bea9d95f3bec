package dev.rozgar.application.checking;

import dev.rozgar.application.document.Document;
import dev.rozgar.application.indexing.IndexEntry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Jobs and their ledger in memory; [#change], [#hide] and [#claim] are its writers.
public final class FakeTruth implements CheckedTruth, Debts {
    private final NavigableMap<Long, Row> rows = new TreeMap<>();
    private boolean spreading;
    private long newest;

    private static final class Row {
        private @Nullable String text;
        private long wanted;
        private long indexed;
        private long version;
        private boolean setAside;
        private Instant since = Instant.EPOCH;

        boolean isOwed() {
            return wanted > indexed && !setAside;
        }
    }

    /// Commits a listed job with this title, new or changed, and the debt.
    public void change(long id, String title, Instant at) {
        changeInSilence(id, title);
        owe(id, at);
    }

    /// Commits that it is no longer listed, and the debt.
    public void hide(long id, Instant at) {
        row(id).text = null;
        owe(id, at);
    }

    /// A change that owes nothing, which the real truth does not have.
    public void changeInSilence(long id, String title) {
        row(id).text = title;
    }

    /// Whether a change of many documents waits to be spread.
    public void spreading(boolean waits) {
        spreading = waits;
    }

    /// The next claims get versions above this.
    public void beginEpochAt(long version) {
        newest = version;
    }

    private Row row(long id) {
        return rows.computeIfAbsent(id, _ -> new Row());
    }

    private void owe(long id, Instant at) {
        Row row = row(id);
        if (!row.isOwed()) row.since = at;
        row.wanted++;
        row.setAside = false;
    }

    @Override
    public void owe(List<Long> ids) {
        ids.forEach(id -> owe(id, Instant.EPOCH));
    }

    /// What a relay would take on: everything owed, in the order of the ids.
    public List<IndexEntry> claim() {
        List<IndexEntry> entries = new ArrayList<>();
        rows.forEach((id, row) -> {
            if (!row.isOwed()) return;
            row.version = ++newest;
            entries.add(new IndexEntry(id, row.version, document(id)));
        });
        return entries;
    }

    public void settle(List<IndexEntry> entries) {
        entries.forEach(entry -> row(entry.id()).indexed = row(entry.id()).wanted);
    }

    public void setAside(long id) {
        row(id).setAside = true;
    }

    /// Of everything that is owed.
    public List<Long> owed() {
        return rows.entrySet().stream()
                .filter(entry -> entry.getValue().isOwed())
                .map(Map.Entry::getKey)
                .toList();
    }

    private Optional<Document> document(long id) {
        return Optional.ofNullable(row(id).text).map(title -> document(id, title));
    }

    /// As this truth builds it.
    public static Document document(long id, String title) {
        return Document.of(("{\"id\":" + id + ",\"title\":\"" + title + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    private List<Long> listed(IdRange range) {
        return rows.subMap(range.first(), true, range.last(), true).entrySet().stream()
                .filter(entry -> entry.getValue().text != null)
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public long listed() {
        return listed(IdRange.ALL).size();
    }

    @Override
    public Optional<Long> firstFrom(long id) {
        return listed(new IdRange(id, Long.MAX_VALUE)).stream().findFirst();
    }

    @Override
    public long newestVersion() {
        return newest;
    }

    @Override
    public Map<Long, Digest> digests(IdRange range, int bits) {
        Map<Long, Digest> digests = new HashMap<>();
        for (long id : listed(range)) {
            digests.compute(
                    id >> bits << bits,
                    (_, digest) ->
                            Objects.requireNonNullElse(digest, Digest.NONE).with(row(id).version));
        }
        return digests;
    }

    @Override
    public List<Print> prints(IdRange range, boolean hashed, int most) {
        return listed(range).stream()
                .limit(most)
                .map(id -> new Print(
                        id, row(id).version, hashed ? Print.hash(document(id).orElseThrow()) : 0))
                .toList();
    }

    @Override
    public Map<Long, Standing> standings(Collection<Long> ids, boolean built) {
        Map<Long, Standing> standings = new HashMap<>();
        for (long id : ids) {
            Optional<Document> document = rows.containsKey(id) ? document(id) : Optional.empty();
            Optional<Standing.Debt> debt = Optional.ofNullable(rows.get(id))
                    .filter(row -> row.wanted > 0)
                    .map(row -> new Standing.Debt(
                            row.wanted,
                            row.indexed,
                            row.version,
                            row.isOwed(),
                            row.since,
                            row.since,
                            row.setAside ? 5 : 0,
                            row.setAside ? Optional.of("no such field") : Optional.empty(),
                            row.setAside));
            standings.put(id, new Standing(document.isPresent(), debt, spreading, built ? document : Optional.empty()));
        }
        return standings;
    }

    @Override
    public List<Long> changedSince(Instant moment, long after, int most) {
        return rows.entrySet().stream()
                .filter(entry ->
                        entry.getKey() > after && !entry.getValue().since.isBefore(moment))
                .map(Map.Entry::getKey)
                .limit(most)
                .toList();
    }

    @Override
    public Optional<Facts> facts(long id) {
        return Optional.ofNullable(rows.get(id))
                .map(row -> new Facts(
                        row.text == null ? "PAUSED" : "PUBLISHED",
                        Optional.empty(),
                        Optional.of(row.since),
                        Optional.empty()));
    }
}
