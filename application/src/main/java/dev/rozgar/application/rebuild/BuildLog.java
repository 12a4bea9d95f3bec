package dev.rozgar.application.rebuild;

import dev.rozgar.application.rebuild.Build.End;
import dev.rozgar.application.rebuild.Build.Outcome;
import dev.rozgar.application.rebuild.Build.Plan;
import dev.rozgar.application.rebuild.Build.Position;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// What is known, by every node, of the building of indexes. It stands in PostgreSQL, so that a build outlives whoever
/// is at it, and each step of one obeys only the latest who took it up. Throws [dev.rozgar.application.PortFailure]
/// when
/// PostgreSQL does not answer.
public interface BuildLog {
    /// A conflict's code where somebody else has taken the build up since, or it has ended.
    String TAKEN_OVER = "BUILD_TAKEN_OVER";

    /// A conflict's code where another build has not ended.
    String UNDER_WAY = "BUILD_UNDER_WAY";

    /// The build that has not ended. At most one is there at any time.
    Optional<Build> underWay();

    /// The newest build, ended or not.
    Optional<Build> latest();

    /// Notes a build, and from now on every claim of every relay knows that its index receives every write as well;
    /// not so a back-fill, whose index is the live one. Conflict [#UNDER_WAY] if there is one.
    Build begin(Plan plan, long total, String owner);

    /// Goes on with a build that its owner has left.
    Build takeUp(Build left, Plan plan, long total, String owner);

    /// Notes how far the build is, with documents that were refused since. Also a sign of life.
    ///
    /// Conflict [#TAKEN_OVER] if it is not its owner's any more.
    Build advance(Build build, Position position, Collection<Long> refused);

    /// From here on nothing but the live index gets what is written. What was refused is owed, so that the ledger says
    /// of each document why it is not there; and once an index is done, whatever was set aside is owed once more,
    /// since this one may take it.
    ///
    /// Conflict [#TAKEN_OVER] if it is not its owner's any more.
    Build end(Build build, Outcome outcome, List<String> remarks);

    /// To be called just before `live` is swapped for another: notes from which version on it will lack writes, and
    /// which debts are being paid at this moment.
    void retire(String live);

    /// Whether it is known what this index has missed since it was live.
    boolean isRetired(String index);

    /// How a build ended, in words.
    static String words(End end) {
        return end.outcome() + (end.remarks().isEmpty() ? "" : ": " + String.join("; ", end.remarks()));
    }
}
