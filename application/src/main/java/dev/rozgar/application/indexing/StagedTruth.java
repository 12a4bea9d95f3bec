package dev.rozgar.application.indexing;

import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Workspace;
import dev.rozgar.application.posting.JobRepository.Receipt;
import dev.rozgar.domain.job.Job;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/// The truth with a stop between its writes and its commit, for the write policy `strict`. What is at such a stop holds
/// row locks and a connection out of a small set that nothing else needs.
///
/// Throws [PortFailure], as [Transactions] and the repository do.
public interface StagedTruth {
    /// Commits, alone and at once, that these documents may come to differ from the truth: a debt, which relays leave
    /// alone for so long and pay if nobody else does.
    void intend(Collection<Long> ids, Duration leaveAlone);

    /// [Transactions#run] with stops. Work that is only to be validated, or that has decided to write nothing, meets
    /// none.
    <R> Answer<R> run(Terms<R> terms, Function<Workspace, Answer<R>> work, Stops stops);

    /// Saves all jobs or none.
    Receipt save(List<Job> jobs, Stops stops);

    /// What is done in between. Throwing rolls everything back but what was intended.
    interface Stops {
        /// It is decided what will be written, and nothing is.
        ///
        /// @return the jobs whose documents the other stop wants
        List<Long> decided();

        /// All is written and nothing committed. When this returns, the debt for the documents is paid in the commit;
        /// unless an index is being filled: then a relay pays it, since whoever fills it may have read the old
        /// rows under a later version.
        void written(Staged staged);
    }

    /// Documents as they will be once all is committed, under versions that were taken under the locks of their debts
    /// and before they were read.
    ///
    /// @param building whether an index is under construction, which must be written to as well
    record Staged(List<IndexEntry> entries, boolean building) {}
}
