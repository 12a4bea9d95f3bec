package dev.rozgar.application.change;

import java.util.function.Function;

/// Changes of the truth, all or nothing: rows, log, debt to the index, side effects and the stored reply of an attempt
/// are one transaction.
///
/// The work reads through the workspace, under locks, decides, and says what to write. What it says is collected and
/// written in one round trip before the commit. It may be run again from its beginning when the database could not
/// serialise it (SQLSTATE 40001, 40P01; at most three times), so it must not have effects of its own.
///
/// Throws [dev.rozgar.application.PortFailure] with these conflict codes:
///
/// | code | when |
/// |---|---|
/// | `STALE_VERSION` | a stored version is not the one that was read |
/// | `IDEMPOTENCY_KEY_IN_FLIGHT` | the same attempt is under way |
/// | `IDEMPOTENCY_KEY_REUSED` | the key belongs to another request |
/// | those of the repositories | a duplicate, or a reference that leads nowhere |
public interface Transactions {
    /// @param work whatever it answers but [Answer.Done] has nothing written
    <R> Answer<R> run(Terms<R> terms, Function<Workspace, Answer<R>> work);

    /// The change of an attempt has come further since its commit: whoever repeats it is told so. If that cannot be
    /// written, what is stored stays true: it says less.
    ///
    /// @param result what the work has answered
    <R> void amend(Attempt<R> attempt, R result, Sync reached);
}
