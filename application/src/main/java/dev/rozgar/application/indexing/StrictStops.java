package dev.rozgar.application.indexing;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.indexing.JobIndex.Slot;
import dev.rozgar.application.indexing.StagedTruth.Staged;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// What `strict` does before a commit: intends, then indexes.
final class StrictStops implements StagedTruth.Stops {
    private final StagedTruth truth;
    private final JobIndex index;
    private final Duration leaveAlone;
    private final Supplier<List<Long>> ids;

    /// @param index that answers within a deadline
    /// @param leaveAlone longer than a write takes at the most: a relay that came earlier would do the work twice
    StrictStops(StagedTruth truth, JobIndex index, Duration leaveAlone, Supplier<List<Long>> ids) {
        this.truth = truth;
        this.index = index;
        this.leaveAlone = leaveAlone;
        this.ids = ids;
    }

    /// The index refuses a document as it is.
    static final class RefusedDocument extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private RefusedDocument(String reason) {
            super(reason, null, false, false);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    @Override
    public List<Long> decided() {
        List<Long> wanted = ids.get();
        if (!wanted.isEmpty()) truth.intend(wanted, leaveAlone);
        return wanted;
    }

    @Override
    public void written(Staged staged) {
        if (staged.entries().isEmpty()) return;
        Set<Slot> slots = staged.building() ? EnumSet.allOf(Slot.class) : EnumSet.of(Slot.LIVE);
        for (IndexOutcome outcome : answers(staged.entries(), slots)) {
            switch (outcome) {
                case IndexOutcome.Stored _ -> {}
                case IndexOutcome.Refused(String reason) -> throw new RefusedDocument(reason);
                case IndexOutcome.Busy(String reason) -> throw PortFailure.unavailable("strict: " + reason, null);
                // The intent brings it to a relay, which finds out what that means.
                case IndexOutcome.Superseded(long held) ->
                    throw PortFailure.unavailable("strict: the index holds version " + held, null);
            }
        }
    }

    /// Whatever is wrong with the index is an outage to whoever writes.
    private List<IndexOutcome> answers(List<IndexEntry> entries, Set<Slot> slots) {
        try {
            return index.write(entries, slots);
        } catch (PortFailure failure) {
            throw PortFailure.unavailable("strict: " + failure.getMessage(), failure);
        }
    }
}
