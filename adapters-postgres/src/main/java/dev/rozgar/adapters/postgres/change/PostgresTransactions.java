package dev.rozgar.adapters.postgres.change;

import dev.rozgar.adapters.postgres.session.DeskIds;
import dev.rozgar.adapters.postgres.session.Session;
import dev.rozgar.adapters.postgres.sql.PostgresFailures;
import dev.rozgar.adapters.postgres.sql.Writes;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Attempt;
import dev.rozgar.application.change.ConsistencyToken;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.application.change.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import javax.sql.DataSource;

/// Transactions of READ COMMITTED with row locks. A change is two round trips: lock and read, then everything
/// that is written together with the commit. BEGIN travels with the first of them, and so does the question
/// whether a request with a key was answered before; then the work ends there, and has only locked in vain.
///
/// | died or cut off | what is stored | who repairs |
/// |---|---|---|
/// | before the commit arrived | nothing | the caller repeats |
/// | after it, before its answer | all | the caller repeats with its key and is told the stored reply |
///
/// A connection that is given back unfinished is rolled back by the pool, which costs nothing after a commit.
public final class PostgresTransactions implements Transactions {
    /// How often work is run again that lost a deadlock or could not be serialised.
    static final int REPEATS = 3;

    private static final int LONGEST_PAUSE_MILLIS = 20;

    private final DataSource connections;
    private final DeskIds ids;

    public PostgresTransactions(DataSource connections, DeskIds ids) {
        this.connections = connections;
        this.ids = ids;
    }

    /// How what was decided is written and committed.
    @FunctionalInterface
    interface Writing {
        <R> Optional<ConsistencyToken> write(Connection connection, Terms<R> terms, R result, Session session)
                throws SQLException;
    }

    @Override
    public <R> Answer<R> run(Terms<R> terms, Function<Workspace, Answer<R>> work) {
        return run(terms, work, PostgresTransactions::write);
    }

    <R> Answer<R> run(Terms<R> terms, Function<Workspace, Answer<R>> work, Writing writing) {
        for (int left = REPEATS; ; left--) {
            try {
                return once(terms, work, writing);
            } catch (PortFailure failure) {
                if (left == 0 || !PostgresFailures.isWorthRepeating(failure)) throw failure;
                pause(failure);
            }
        }
    }

    private <R> Answer<R> once(Terms<R> terms, Function<Workspace, Answer<R>> work, Writing writing) {
        try (Connection connection = connections.getConnection()) {
            connection.setAutoCommit(false);
            return terms.validateOnly() ? validate(connection, work) : change(connection, terms, work, writing);
        } catch (SQLException failure) {
            throw PostgresFailures.of(failure);
        }
    }

    /// Writes as well, so that a broken constraint is found, but never commits. A key is neither asked nor kept.
    private <R> Answer<R> validate(Connection connection, Function<Workspace, Answer<R>> work) throws SQLException {
        Session session = Session.on(connection, ids);
        Answer<R> answer = work.apply(new PostgresWorkspace(session));
        return answer instanceof Answer.Done<R> done
                ? done.costing(session.writes().rehearse(connection))
                : answer;
    }

    private <R> Answer<R> change(
            Connection connection, Terms<R> terms, Function<Workspace, Answer<R>> work, Writing writing)
            throws SQLException {
        Session session = Session.on(connection, ids);
        terms.attempt().map(StoredReplies::question).ifPresent(session.reads()::precede);
        try {
            Answer<R> answer = work.apply(new PostgresWorkspace(session));
            return answer instanceof Answer.Done<R> done
                    ? done.with(writing.write(connection, terms, done.result(), session))
                    : answer;
        } catch (AlreadyAnswered earlier) {
            return new Answer.Replayed<>(earlier.reply());
        }
    }

    private static <R> Optional<ConsistencyToken> write(
            Connection connection, Terms<R> terms, R result, Session session) throws SQLException {
        session.reads().settle();
        terms.attempt().ifPresent(attempt -> keep(attempt, result, Sync.ACCEPTED, session.writes()));
        return session.writes().commit(connection);
    }

    @Override
    public <R> void amend(Attempt<R> attempt, R result, Sync reached) {
        try (Connection connection = connections.getConnection()) {
            StoredReplies.amend(attempt, attempt.reply().apply(result, reached), connection);
        } catch (SQLException failure) {
            throw PostgresFailures.of(failure);
        }
    }

    /// @param reached by the commit
    static <R> void keep(Attempt<R> attempt, R result, Sync reached, Writes writes) {
        StoredReplies.keep(attempt, attempt.reply().apply(result, reached), writes);
    }

    /// Whoever met in a deadlock should not meet again in the same step.
    private static void pause(PortFailure reason) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(1, LONGEST_PAUSE_MILLIS));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw reason;
        }
    }
}
