package dev.rozgar.adapters.postgres.change;

import dev.rozgar.adapters.postgres.posting.PostgresJobRepository;
import dev.rozgar.adapters.postgres.session.DeskIds;
import dev.rozgar.adapters.postgres.session.Session;
import dev.rozgar.adapters.postgres.sql.PostgresFailures;
import dev.rozgar.adapters.postgres.sql.PostgresPool;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.ConsistencyToken;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.change.Terms;
import dev.rozgar.application.change.Workspace;
import dev.rozgar.application.indexing.StagedTruth;
import dev.rozgar.application.posting.JobRepository.Receipt;
import dev.rozgar.domain.job.Job;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Transactions that stop before their commit, over connections of their own. Intents go over those that everybody
/// uses: a transaction at a stop must not need a second one of the few.
public final class PostgresStagedTruth implements StagedTruth {
    /// In the order of the ids, as the writers lock them.
    private static final String INTEND = "select intend(array(select distinct id from unnest(?) id order by id), ?)";

    private final PostgresPool usual;
    private final PostgresPool own;
    private final PostgresTransactions transactions;

    public PostgresStagedTruth(PostgresPool usual, PostgresPool own, DeskIds ids) {
        this.usual = usual;
        this.own = own;
        this.transactions = new PostgresTransactions(own.connections(), ids);
    }

    @Override
    public void intend(Collection<Long> ids, Duration leaveAlone) {
        usual.run(INTEND, statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("bigint", ids.toArray()));
            statement.setLong(2, leaveAlone.toMillis());
            return statement.execute();
        });
    }

    @Override
    public <R> Answer<R> run(Terms<R> terms, Function<Workspace, Answer<R>> work, Stops stops) {
        return transactions.run(terms, work, new Stopping(stops));
    }

    /// Writes, stops, commits.
    private record Stopping(Stops stops) implements PostgresTransactions.Writing {
        @Override
        public <R> Optional<ConsistencyToken> write(Connection connection, Terms<R> terms, R result, Session session)
                throws SQLException {
            session.reads().settle();
            List<Long> ids = stops.decided();
            Sync reached = ids.isEmpty() ? Sync.ACCEPTED : Sync.INDEXED;
            terms.attempt().ifPresent(attempt -> PostgresTransactions.keep(attempt, result, reached, session.writes()));
            Optional<ConsistencyToken> changes = session.writes().stage(connection);
            new Staging(connection, ids).end(stops);
            return changes;
        }
    }

    @Override
    public Receipt save(List<Job> jobs, Stops stops) {
        if (jobs.isEmpty()) return new Receipt(List.of(), Sync.INDEXED);
        try (Connection connection = own.connections().getConnection()) {
            connection.setAutoCommit(false);
            List<Long> ids = stops.decided();
            Receipt receipt = PostgresJobRepository.save(connection, jobs);
            new Staging(connection, ids).end(stops);
            return new Receipt(receipt.saved(), Sync.INDEXED);
        } catch (SQLException failure) {
            throw PostgresFailures.of(failure);
        }
    }
}
