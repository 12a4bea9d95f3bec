package dev.rozgar.adapters.postgres.indexing;

import dev.rozgar.adapters.postgres.sql.PostgresPool;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.indexing.Claim;
import dev.rozgar.application.indexing.IndexEntry;
import dev.rozgar.application.indexing.IndexLedger.Claims;
import dev.rozgar.application.indexing.IndexLedger.Taken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Debts as they are taken on, and what becomes of them. Rows come in batches of hundreds, so by plain JDBC: DbClient
/// asks
/// for the columns' types in every row.
final class Debts {
    private static final String CLAIM = "select * from claim_debts(?, ?)";

    private static final String SPREAD = "select spread_change(?)";

    private static final String TAKE = "select * from take_debts(?, ?)";

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
            from unnest(?, ?, ?) as held (id, wanted, version)
            where l.doc_type = 'job' and l.doc_id = held.id and l.wanted = held.wanted and l.version = held.version
            """;

    private static final String REFUSE = """
            update index_ledger set
                tries = tries + 1, error = left(?, 1000), set_aside = tries + 1 >= ?,
                next_try = statement_timestamp() + least(300, power(2, tries)) * interval '1 second'
            where doc_type = 'job' and doc_id = ? and wanted = ?
            """;

    private final PostgresPool pool;

    Debts(PostgresPool pool) {
        this.pool = pool;
    }

    Claims claim(int most, Duration lease) {
        Claims claims = claimOwed(most, lease);
        // A change that many documents show is one row until it is spread over them, chunk by chunk, in the lane behind
        // the single changes; however much is claimed, or it would wait for a pause that need not come.
        boolean spread = spread(most);
        return spread && claims.claims().isEmpty() ? claimOwed(most, lease) : claims;
    }

    private Claims claimOwed(int most, Duration lease) {
        List<Claims> rows =
                pool.changing(CLAIM, row -> new Claims(List.of(claim(row)), row.getBoolean(6)), most, lease.toMillis());
        return new Claims(
                rows.stream().flatMap(row -> row.claims().stream()).toList(),
                rows.stream().anyMatch(Claims::building));
    }

    Taken take(int most, Duration lease) {
        Harvest first = takeOwed(most, lease);
        boolean spread = first.spreadable() && spread(most);
        return spread && first.taken().entries().isEmpty()
                ? takeOwed(most, lease).taken()
                : first.taken();
    }

    /// @param spreadable whether a change of many documents waits
    private record Harvest(Taken taken, boolean spreadable) {}

    private Harvest takeOwed(int most, Duration lease) {
        return pool.run(TAKE, statement -> {
            statement.setInt(1, most);
            statement.setLong(2, lease.toMillis());
            List<Claim> claims = new ArrayList<>();
            List<IndexEntry> entries = new ArrayList<>();
            boolean building = false;
            boolean spreadable = false;
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    spreadable = rows.getBoolean(7);
                    rows.getLong(1);
                    if (rows.wasNull()) continue;
                    building = rows.getBoolean(6);
                    Claim claim = claim(rows);
                    claims.add(claim);
                    // A text column's bytes come as they are on the wire: UTF-8.
                    Optional<Document> document =
                            Optional.ofNullable(rows.getBytes(8)).map(Document::of);
                    entries.add(new IndexEntry(claim.id(), claim.version(), document));
                }
            }
            return new Harvest(new Taken(new Claims(claims, building), entries), spreadable);
        });
    }

    private static Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                row.getLong(1), row.getLong(2), row.getLong(3), row.getInt(4), Duration.ofMillis(row.getLong(5)));
    }

    private boolean spread(int chunk) {
        return pool.changing(SPREAD, row -> row.getBoolean(1), chunk).getFirst();
    }

    void settle(List<Claim> claims) {
        pool.write(SETTLE, ids(claims), wanted(claims));
    }

    void postpone(List<Claim> claims, Duration delay) {
        Long[] versions = claims.stream().map(Claim::version).toArray(Long[]::new);
        pool.write(POSTPONE, delay.toMillis(), ids(claims), wanted(claims), versions);
    }

    void refuse(Claim claim, String reason, int maxTries) {
        // PostgreSQL's text holds no NUL.
        pool.write(REFUSE, reason.replace("\u0000", ""), maxTries, claim.id(), claim.wanted());
    }

    private static Long[] ids(List<Claim> claims) {
        return claims.stream().map(Claim::id).toArray(Long[]::new);
    }

    private static Long[] wanted(List<Claim> claims) {
        return claims.stream().map(Claim::wanted).toArray(Long[]::new);
    }
}
