package dev.rozgar.adapters.postgres;

import dev.rozgar.application.document.Document;
import dev.rozgar.application.indexing.Claim;
import dev.rozgar.application.indexing.IndexEntry;
import dev.rozgar.application.indexing.IndexLedger;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;

/// The ledger in the table `index_ledger`. Each statement is a transaction of its own (autocommit, READ COMMITTED):
/// a claim is committed, with its versions, before the documents are read by the next statement, and holds no lock
/// meanwhile.
final class PostgresIndexLedger implements IndexLedger {
    /// Read in batches of hundreds of rows, so by plain JDBC: DbClient asks for the columns' types in every row.
    private static final String CLAIM = """
            with due as (
                select doc_type, doc_id from index_ledger
                where doc_type = 'job' and owed and next_try <= statement_timestamp()
                order by since limit ? for update skip locked),
            taken as (
                update index_ledger l set
                    next_try = statement_timestamp() + ? * interval '1 millisecond',
                    version = s.epoch << 40 | nextval('index_version')
                from due, index_state s where l.doc_type = due.doc_type and l.doc_id = due.doc_id
                returning l.doc_id, l.wanted, l.version, l.tries, s.building)
            select doc_id, wanted, version, tries, building from taken
            """;

    private static final String SPREAD = "select spread_change(?)";

    private static final String TAKE = "select * from take_debts(?, ?)";

    private static final String DOCUMENTS = "select id, document from job_documents(?)";

    /// A row that somebody is writing to is passed over: the change under way will owe it anyway, and waiting for it
    /// would hold up all the others. In the order of the ids, as the writers lock them.
    private static final String SETTLE = """
            update index_ledger l set
                indexed = held.paid, tries = 0, error = null,
                since = case when l.wanted > held.paid then statement_timestamp() else l.since end
            from (
                select i.doc_id, paid.wanted as paid
                from unnest(?, ?) as paid (id, wanted)
                join index_ledger i on i.doc_type = 'job' and i.doc_id = paid.id
                order by i.doc_id for update of i skip locked) as held
            where l.doc_type = 'job' and l.doc_id = held.doc_id and l.indexed < held.paid
            """;

    private static final String POSTPONE = """
            update index_ledger l set next_try = statement_timestamp() + ? * interval '1 millisecond'
            from unnest(?, ?) as held (id, wanted)
            where l.doc_type = 'job' and l.doc_id = held.id and l.wanted = held.wanted
            """;

    private static final String REFUSE = """
            update index_ledger set
                tries = tries + 1, error = left(?, 1000), set_aside = tries + 1 >= ?,
                next_try = statement_timestamp() + least(300, power(2, tries)) * interval '1 second'
            where doc_type = 'job' and doc_id = ? and wanted = ?
            """;

    /// A change that still has to be spread counts as one.
    private static final String BACKLOG = """
            select
                (select count(*) from index_ledger where doc_type = 'job' and owed) + (select count(*) from index_fanout),
                coalesce((select extract(epoch from statement_timestamp() - min(since)) * 1000
                    from index_ledger where doc_type = 'job' and owed)::bigint, 0),
                (select count(*) from index_ledger where doc_type = 'job' and set_aside)
            """;

    private static final String OWED =
            "select doc_id, wanted from index_ledger where doc_type = 'job' and doc_id = any (?) and owed";

    private final DataSource pool;

    PostgresIndexLedger(DataSource pool) {
        this.pool = pool;
    }

    @Override
    public Claims claim(int most, Duration lease) {
        Claims claims = claimOwed(most, lease);
        // A change that many documents show is one row until it is spread over them, chunk by chunk, behind the single
        // changes.
        boolean spread = claims.claims().size() < most && spread(most);
        return spread && claims.claims().isEmpty() ? claimOwed(most, lease) : claims;
    }

    @Override
    public Taken take(int most, Duration lease) {
        Harvest first = takeOwed(most, lease);
        int claimed = first.taken().entries().size();
        boolean spread = first.spreadable() && claimed < most && spread(most);
        return spread && claimed == 0 ? takeOwed(most, lease).taken() : first.taken();
    }

    /// @param spreadable whether a change of many documents waits
    private record Harvest(Taken taken, boolean spreadable) {}

    private Harvest takeOwed(int most, Duration lease) {
        return run(TAKE, statement -> {
            statement.setInt(1, most);
            statement.setLong(2, lease.toMillis());
            List<Claim> claims = new ArrayList<>();
            List<IndexEntry> entries = new ArrayList<>();
            boolean building = false;
            boolean spreadable = false;
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    spreadable = rows.getBoolean(6);
                    long id = rows.getLong(1);
                    if (rows.wasNull()) continue;
                    building = rows.getBoolean(5);
                    Claim claim = new Claim(id, rows.getLong(2), rows.getLong(3), rows.getInt(4));
                    Optional<Document> document =
                            Optional.ofNullable(rows.getBytes(7)).map(Document::of);
                    claims.add(claim);
                    entries.add(new IndexEntry(id, claim.version(), document));
                }
            }
            return new Harvest(new Taken(new Claims(claims, building), entries), spreadable);
        });
    }

    private Claims claimOwed(int most, Duration lease) {
        return run(CLAIM, statement -> {
            statement.setInt(1, most);
            statement.setLong(2, lease.toMillis());
            List<Claim> claims = new ArrayList<>();
            boolean building = false;
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    claims.add(new Claim(rows.getLong(1), rows.getLong(2), rows.getLong(3), rows.getInt(4)));
                    building = rows.getBoolean(5);
                }
            }
            return new Claims(claims, building);
        });
    }

    private boolean spread(int chunk) {
        return run(SPREAD, statement -> {
            statement.setInt(1, chunk);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        });
    }

    @Override
    public List<IndexEntry> entries(List<Claim> claims) {
        Map<Long, Document> documents = documents(claims.stream().map(Claim::id).toList());
        return claims.stream()
                .map(claim ->
                        new IndexEntry(claim.id(), claim.version(), Optional.ofNullable(documents.get(claim.id()))))
                .toList();
    }

    private Map<Long, Document> documents(List<Long> ids) {
        return run(DOCUMENTS, statement -> {
            statement.setArray(1, longs(statement, ids, id -> id));
            Map<Long, Document> documents = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                // A text column's bytes come as they are on the wire: UTF-8.
                while (rows.next()) documents.put(rows.getLong(1), Document.of(rows.getBytes(2)));
            }
            return documents;
        });
    }

    @Override
    public void settle(List<Claim> claims) {
        run(SETTLE, statement -> {
            statement.setArray(1, longs(statement, claims, Claim::id));
            statement.setArray(2, longs(statement, claims, Claim::wanted));
            return statement.executeUpdate();
        });
    }

    @Override
    public void postpone(List<Claim> claims, Duration delay) {
        run(POSTPONE, statement -> {
            statement.setLong(1, delay.toMillis());
            statement.setArray(2, longs(statement, claims, Claim::id));
            statement.setArray(3, longs(statement, claims, Claim::wanted));
            return statement.executeUpdate();
        });
    }

    @Override
    public void refuse(Claim claim, String reason, int maxTries) {
        run(REFUSE, statement -> {
            // PostgreSQL's text holds no NUL.
            statement.setString(1, reason.replace("\u0000", ""));
            statement.setInt(2, maxTries);
            statement.setLong(3, claim.id());
            statement.setLong(4, claim.wanted());
            return statement.executeUpdate();
        });
    }

    @Override
    public Backlog backlog() {
        return run(BACKLOG, statement -> {
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Backlog(row.getLong(1), Duration.ofMillis(row.getLong(2)), row.getLong(3));
            }
        });
    }

    @Override
    public Map<Long, Long> owed(Collection<Long> ids) {
        return run(OWED, statement -> {
            statement.setArray(1, longs(statement, List.copyOf(ids), id -> id));
            Map<Long, Long> owed = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) owed.put(rows.getLong(1), rows.getLong(2));
            }
            return owed;
        });
    }

    private <T> T run(String sql, Work<T> work) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.on(statement);
        } catch (SQLException failure) {
            throw PostgresFailures.of(failure);
        }
    }

    private static <T> Array longs(PreparedStatement statement, List<T> items, ToLongFunction<T> number)
            throws SQLException {
        Long[] numbers = items.stream().mapToLong(number).boxed().toArray(Long[]::new);
        return statement.getConnection().createArrayOf("bigint", numbers);
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }
}
