package dev.rozgar.adapters.elasticsearch;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.indexing.HeldVersions;
import dev.rozgar.application.indexing.IndexEntry;
import dev.rozgar.application.indexing.IndexOutcome;
import dev.rozgar.application.indexing.JobIndex;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The searchable copy behind three aliases ([Names]). The aliases are all the state there is, so any node may do any
/// of this.
final class ElasticJobIndex implements JobIndex {
    private final Wire wire;
    private final Names names;
    private final Indexes indexes;
    private final BulkWrite bulk;

    ElasticJobIndex(Wire wire, Names names, Indexes indexes) {
        this.wire = wire;
        this.names = names;
        this.indexes = indexes;
        this.bulk = new BulkWrite(wire.writes());
    }

    @Override
    public List<IndexOutcome> write(List<IndexEntry> entries, Set<Slot> slots) {
        List<Optional<IndexOutcome>> told = new ArrayList<>(Collections.nCopies(entries.size(), Optional.empty()));
        for (Slot slot : List.of(Slot.BUILDING, Slot.LIVE)) {
            if (slots.contains(slot)) note(bulk.write(names.alias(slot), entries), told);
        }
        return told.stream().map(ElasticJobIndex::heard).toList();
    }

    private static void note(List<Optional<IndexOutcome>> more, List<Optional<IndexOutcome>> told) {
        for (int i = 0; i < more.size(); i++) {
            Optional<IndexOutcome> before = told.get(i);
            Optional<IndexOutcome> now = more.get(i);
            told.set(i, before.map(one -> now.map(one::worse).orElse(one)).or(() -> now));
        }
    }

    private static IndexOutcome heard(Optional<IndexOutcome> told) {
        return told.orElseThrow(() -> PortFailure.unavailable("bulk: there is no index to write to", null));
    }

    @Override
    public HeldVersions held() {
        return new ElasticHeldVersions(wire, names);
    }

    @Override
    public void refresh() {
        ElasticFailures.calling(
                "refresh",
                () -> wire.admin()
                        .indices()
                        .refresh(refresh ->
                                refresh.index(names.write(), names.building()).ignoreUnavailable(true)));
    }

    @Override
    public Status status() {
        Indexes.State state = indexes.state();
        Optional<String> fingerprint = state.live().flatMap(indexes::fingerprint);
        long documents = state.live().map(indexes::documents).orElse(0L);
        return new Status(state.live(), fingerprint, documents, state.building());
    }
}
