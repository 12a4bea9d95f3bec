package dev.rozgar.application.intake;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.posting.JobRepository;
import dev.rozgar.domain.job.Job;
import java.util.ArrayList;
import java.util.List;

/// Jobs that are saved in one round trip, all or none; where the store refuses the whole for one of them, one by one,
/// so
/// that the others get in.
final class Portion {
    private final JobRepository jobs;
    private final List<Change> changes;
    private final List<Row.Rejected> rejected = new ArrayList<>();

    Portion(JobRepository jobs, List<Change> changes) {
        this.jobs = jobs;
        this.changes = changes;
    }

    /// A job to save, and the row it comes from.
    record Change(Row.Posting posting, Job job) {
        private boolean isNew() {
            return job.version() == 0;
        }
    }

    /// Saves them.
    ///
    /// @return how many are new and how many changed; what was refused is not in it
    Counts save() {
        return store(changes);
    }

    /// What the store refused, complete behind [#save].
    List<Row.Rejected> rejected() {
        return rejected;
    }

    private Counts store(List<Change> some) {
        if (some.isEmpty()) return Counts.NONE;
        try {
            jobs.save(some.stream().map(Change::job).toList(), Sync.ACCEPTED);
        } catch (PortFailure failure) {
            if (failure.kind() != PortFailure.Kind.CONFLICT) throw failure;
            return some.size() == 1 ? conflict(some.getFirst(), failure) : oneByOne(some);
        }
        long fresh = some.stream().filter(Change::isNew).count();
        return new Counts(fresh, some.size() - fresh, 0, 0);
    }

    private Counts oneByOne(List<Change> some) {
        var total = Counts.NONE;
        for (Change change : some) {
            total = total.plus(store(List.of(change)));
        }
        return total;
    }

    private Counts conflict(Change change, PortFailure failure) {
        rejected.add(change.posting().because(failure.code() + ": the store refuses this row"));
        return Counts.NONE;
    }
}
