package dev.rozgar.application.rebuild;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.indexing.IndexEntry;
import dev.rozgar.application.indexing.IndexOutcome;
import dev.rozgar.application.indexing.IndexOutcome.Stored;
import dev.rozgar.application.indexing.IndexOutcome.Superseded;
import dev.rozgar.application.indexing.JobIndex;
import dev.rozgar.application.indexing.JobIndex.Slot;
import java.util.EnumSet;
import java.util.List;

/// Builds a complete new index beside the live one and makes it live in one step, while writes go on.
///
/// From the moment the ledger knows of the new index every relay writes to both. What was claimed before that
/// moment was committed before it too, and is read here afterwards; what comes later reaches the new index by
/// the relays. Both obey the version rule, so whichever arrives second changes nothing if it is older.
public final class RebuildIndex {
    private static final int CHUNK = 500;
    private static final double LEAST_SHARE = 0.8;

    private final ListedJobs jobs;
    private final JobIndex index;
    private final IndexGenerations generations;
    private final BuildLog log;

    public RebuildIndex(ListedJobs jobs, JobIndex index, IndexGenerations generations, BuildLog log) {
        this.jobs = jobs;
        this.index = index;
        this.generations = generations;
        this.log = log;
    }

    /// Told after each chunk.
    @FunctionalInterface
    public interface Progress {
        void at(long done, long total);
    }

    /// @param written documents that were sent to the new index
    /// @param promoted whether the new index is live; if not, it held too little of what it should and was given up
    public record Result(long written, long refused, boolean promoted) {}

    /// @param force promote however little the new index holds
    public Result handle(boolean force, Progress progress) {
        String built = generations.startBuilding();
        log.building(true);
        try {
            Result filled = fill(progress);
            index.refresh();
            // The live index may lag or be broken, so the measure is the truth.
            boolean enough = force || generations.built() >= LEAST_SHARE * jobs.count();
            if (enough) generations.promote(built);
            else generations.abandonBuilding();
            return new Result(filled.written(), filled.refused(), enough);
        } finally {
            log.building(false);
        }
    }

    private Result fill(Progress progress) {
        long total = jobs.count();
        long written = 0;
        long refused = 0;
        for (List<IndexEntry> chunk = jobs.after(0, CHUNK);
                !chunk.isEmpty();
                chunk = jobs.after(chunk.getLast().id(), CHUNK)) {
            for (IndexOutcome outcome : index.write(chunk, EnumSet.of(Slot.BUILDING))) {
                switch (outcome) {
                    case Stored _, Superseded _ -> written++;
                    case IndexOutcome.Refused _ -> refused++;
                    case IndexOutcome.Busy busy ->
                        throw PortFailure.unavailable("the new index is busy: " + busy.reason(), null);
                }
            }
            progress.at(written + refused, total);
        }
        return new Result(written, refused, false);
    }
}
