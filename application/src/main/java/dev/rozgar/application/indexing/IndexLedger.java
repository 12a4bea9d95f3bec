package dev.rozgar.application.indexing;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// What the index owes to the truth: one debt per changed document, written by the database itself in the transaction
/// of the change.
///
/// The order *claim, then version, then read* is the whole safety of the copy: a version taken after or with
/// the read could put a larger number on older text, and the index would keep that text for ever. Throws
/// [PortFailure] when PostgreSQL does not answer.
public interface IndexLedger {
    /// Takes on at most `most` debts that are due and that nobody else holds, oldest first; they are due
    /// again after `lease` unless they are settled. A lease that runs out costs a second write of the same
    /// text, never a wrong one.
    Claims claim(int most, Duration lease);

    /// Reads the claimed documents as they are committed now, in the order of the claims. To be called after [#claim]
    /// has returned.
    List<IndexEntry> entries(List<Claim> claims);

    /// [#claim] and [#entries] in their order, where the store can do both at once.
    default Taken take(int most, Duration lease) {
        Claims claims = claim(most, lease);
        return new Taken(claims, claims.claims().isEmpty() ? List.of() : entries(claims.claims()));
    }

    /// Marks the claims as paid. A document that changed meanwhile keeps its debt.
    void settle(List<Claim> claims);

    /// Gives claims back: due again after `delay`, with nothing counted against them. Those that another relay has
    /// taken
    /// on meanwhile are that one's.
    void postpone(List<Claim> claims, Duration delay);

    /// Notes that the index refused a document; after `maxTries` refusals it is set aside until it changes or is
    /// redriven.
    void refuse(Claim claim, String reason, int maxTries);

    Backlog backlog();

    /// The numbers that its claims bear.
    Versions versions();

    /// The number of the newest change of each of these documents that is still owed.
    Map<Long, Long> owed(Collection<Long> ids);

    /// @param building whether the index under construction must be written to as well
    record Claims(List<Claim> claims, boolean building) {}

    /// @param entries of the claims, in their order
    record Taken(Claims claims, List<IndexEntry> entries) {}

    /// @param due debts not yet paid, those set aside not counted
    /// @param oldest age of the oldest of them, zero if none
    /// @param setAside documents that the index refused for good
    record Backlog(long due, Duration oldest, long setAside) {}
}
