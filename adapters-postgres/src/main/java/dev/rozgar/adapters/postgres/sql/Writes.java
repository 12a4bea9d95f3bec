package dev.rozgar.adapters.postgres.sql;

import dev.rozgar.application.change.ConsistencyToken;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/// What a transaction is going to write, in this order, and in one round trip with its commit: the driver sends
/// statements that are joined by `;` together, and the server leaves out all that follow one that failed, the commit
/// included. So every check is the server's: nobody could look at a count in between.
///
/// Texts must not depend on values: each short combination of them is prepared once per connection and kept.
/// A long one is hardly ever the same twice, and keeping it would fill the server's memory with plans.
public final class Writes {
    private static final String COMMIT = "commit";
    private static final String CHANGES = "select changes_of(?, ?)";

    /// What this transaction has come to owe, and what it will when it is spread.
    private static final String IMPACT = """
            select (select count(*) from index_ledger l
                    where l.doc_type = 'job' and l.owed and l.xmin = pg_current_xact_id()::xid)
                + (select count(*) from index_fanout f, job_documents_showing(f.source, f.key, f.after_id, null)
                    where f.xmin = pg_current_xact_id()::xid)
            """;

    /// A move with all its side effects is well below.
    static final int LONGEST_KEPT = 16;

    private final List<String> statements = new ArrayList<>();
    private final List<@Nullable Object> values = new ArrayList<>();
    private final Set<Long> jobs = new TreeSet<>();
    private final Set<Long> companies = new TreeSet<>();

    /// @param sql    one statement without `;`; what it answers is ignored
    /// @param values see [Binding]
    public void add(String sql, @Nullable Object... values) {
        statements.add(sql);
        this.values.addAll(Arrays.asList(values));
    }

    /// Of any other number of rows than one all is rolled back: `STALE_VERSION`.
    ///
    /// @param sql an insert, update or delete without `returning`
    public void addExpectingOne(String sql, @Nullable Object... values) {
        add("with written as (" + sql + " returning 1) select expect_one(count(*)) from written", values);
    }

    /// One of the statements changes this job.
    public void changesJob(long id) {
        jobs.add(id);
    }

    /// One of the statements changes this company.
    public void changesCompany(long id) {
        companies.add(id);
    }

    public Long[] changedJobs() {
        return jobs.toArray(Long[]::new);
    }

    public Long[] changedCompanies() {
        return companies.toArray(Long[]::new);
    }

    /// Writes all and commits.
    ///
    /// @return what was changed of that which an index shows
    public Optional<ConsistencyToken> commit(Connection connection) throws SQLException {
        return tell(connection, true);
    }

    /// Writes all; the commit is another's to do.
    ///
    /// @return the same as [#commit]
    public Optional<ConsistencyToken> stage(Connection connection) throws SQLException {
        return tell(connection, false);
    }

    private Optional<ConsistencyToken> tell(Connection connection, boolean last) throws SQLException {
        int question = statements.size();
        boolean shown = !jobs.isEmpty() || !companies.isEmpty();
        if (shown) add(CHANGES, changedJobs(), changedCompanies());
        if (last) statements.add(COMMIT);
        if (statements.isEmpty()) return Optional.empty();
        Optional<String> told =
                send(connection, statement -> shown ? changes(statement, question) : Optional.<String>empty());
        return told.map(ConsistencyToken::of);
    }

    /// Writes all, to see whether it can be written. To be rolled back.
    ///
    /// @return of a company's change, how many documents the index would have to take again
    public OptionalLong rehearse(Connection connection) throws SQLException {
        int question = statements.size();
        if (question == 0) return OptionalLong.empty();
        boolean shared = !companies.isEmpty();
        if (shared) add(IMPACT);
        return send(connection, statement -> shared ? impact(statement, question) : OptionalLong.empty());
    }

    private static OptionalLong impact(PreparedStatement statement, int question) throws SQLException {
        for (int i = 0; i < question; i++) statement.getMoreResults();
        try (ResultSet row = statement.getResultSet()) {
            return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
        }
    }

    private static Optional<String> changes(PreparedStatement statement, int question) throws SQLException {
        for (int i = 0; i < question; i++) statement.getMoreResults();
        try (ResultSet row = statement.getResultSet()) {
            return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
        }
    }

    @FunctionalInterface
    private interface Hearing<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    private <T> T send(Connection connection, Hearing<T> hearing) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(String.join(";\n", statements))) {
            if (statements.size() > LONGEST_KEPT)
                statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            Binding.bind(statement, values);
            statement.execute();
            return hearing.of(statement);
        }
    }
}
