package dev.rozgar.application.indexing;

import java.util.Collection;
import java.util.Optional;

/// The numbers under which documents are written: the upper bits are an epoch, the lower [#SEQUENCE_BITS] a sequence.
/// Each is larger than all that were handed out before, as long as PostgreSQL keeps its history. When it has lost a
/// part
/// of that (a restored backup, a promoted standby without the last writes), the index holds numbers of a past that
/// never was, and refuses what is written under lower ones. An epoch above them is the way out.
///
/// Throws [PortFailure] when PostgreSQL does not answer.
public interface Versions {
    int SEQUENCE_BITS = 40;
    /// The last epoch: its versions are still positive.
    long LAST_EPOCH = (1 << 22) - 1;

    /// Begins an epoch if this is another server, or another timeline of it, than at the last call of whatever process.
    ///
    /// @return whether it did
    boolean beginEpochIfMoved();

    /// The highest version handed out so far.
    long newest();

    /// Begins an epoch above a version that the index holds and that was never handed out, as far as PostgreSQL knows.
    ///
    /// @return false if versions as high have been handed out by now, so that there is nothing to begin
    boolean beginEpochAbove(long held);

    /// Which documents of the index may come from a history that is lost; empty once they have been looked through.
    Optional<Suspects> suspects();

    /// Has these documents written again, whether there are such jobs or not.
    void owe(Collection<Long> ids);

    /// All of them are owed. Changes nothing if another epoch has begun meanwhile.
    void cleared(Suspects suspects);

    /// Whether an epoch can begin above this version.
    static boolean isSurpassable(long held) {
        return held >> SEQUENCE_BITS < LAST_EPOCH;
    }

    /// Documents under versions strictly between these two.
    ///
    /// @param above what was handed out at the latest in the history that is kept
    /// @param below the first version of the present epoch
    record Suspects(long above, long below) {}
}
