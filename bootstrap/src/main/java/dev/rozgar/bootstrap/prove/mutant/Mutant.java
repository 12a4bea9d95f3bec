package dev.rozgar.bootstrap.prove.mutant;

import dev.rozgar.application.indexing.IndexEntry;
import dev.rozgar.application.indexing.IndexLedger;
import dev.rozgar.application.indexing.IndexOutcome;
import dev.rozgar.application.indexing.JobIndex;
import dev.rozgar.application.indexing.JobIndex.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a hasty edit could make of the relay. Each goes by the relay's own code with one of its ports damaged.
public enum Mutant {
    /// Takes a version conflict for a document that is there.
    SKIPS_THE_CONFLICT_CHECK {
        @Override
        JobIndex index(JobIndex real, Bench bench) {
            return writing(
                    real,
                    (entries, slots) -> real.write(entries, slots).stream()
                            .map(told -> told instanceof IndexOutcome.Superseded ? new IndexOutcome.Stored() : told)
                            .toList());
        }
    },
    /// Reads the document first, and takes its version afterwards.
    READS_BEFORE_IT_TAKES_THE_VERSION {
        @Override
        IndexLedger ledger(IndexLedger real, Bench bench) {
            return bench.takingInSteps(real, true);
        }
    },
    /// Takes the status of the whole reply for that of each item.
    IGNORES_ITEM_ERRORS {
        @Override
        JobIndex index(JobIndex real, Bench bench) {
            return writing(
                    real,
                    (entries, slots) -> real.write(entries, slots).stream()
                            .<IndexOutcome>map(_ -> new IndexOutcome.Stored())
                            .toList());
        }
    },
    /// Deletes what is no longer listed, instead of leaving a marker.
    DELETES_FOR_GOOD {
        @Override
        JobIndex index(JobIndex real, Bench bench) {
            return writing(real, (entries, slots) -> {
                List<IndexEntry> kept = entries.stream()
                        .filter(entry -> entry.document().isPresent())
                        .toList();
                var told = new ArrayList<>(kept.isEmpty() ? List.<IndexOutcome>of() : real.write(kept, slots));
                List<IndexOutcome> all = new ArrayList<>();
                for (IndexEntry entry : entries) {
                    if (entry.document().isPresent()) all.add(told.removeFirst());
                    else all.add(bench.delete(entry));
                }
                return all;
            });
        }
    };

    @FunctionalInterface
    private interface Write {
        List<IndexOutcome> of(List<IndexEntry> entries, Set<Slot> slots);
    }

    @SuppressWarnings("unchecked") // these are the parameters of JobIndex#write
    private static JobIndex writing(JobIndex real, Write write) {
        return Altered.port(
                JobIndex.class,
                real,
                "write",
                arguments -> write.of((List<IndexEntry>) arguments[0], (Set<Slot>) arguments[1]));
    }

    IndexLedger ledger(IndexLedger real, Bench bench) {
        return real;
    }

    JobIndex index(JobIndex real, Bench bench) {
        return real;
    }

    /// For people.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
