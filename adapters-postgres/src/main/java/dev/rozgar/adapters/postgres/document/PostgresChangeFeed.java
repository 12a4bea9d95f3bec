package dev.rozgar.adapters.postgres.document;

import dev.rozgar.adapters.postgres.document.ChangesSql.Shared;
import dev.rozgar.adapters.postgres.document.ChangesSql.Wanted;
import dev.rozgar.adapters.postgres.sql.PostgresPool;
import dev.rozgar.adapters.postgres.sql.Reads;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.feed.Change;
import dev.rozgar.application.feed.ChangeFeed;
import dev.rozgar.application.feed.ChangeFilter;
import dev.rozgar.application.feed.ChangePage;
import dev.rozgar.application.feed.FeedCursor;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The feed as the log of changes that the triggers write. Its order is that of the transactions' numbers, and it is
/// read below the smallest number that still writes: see `read_bound`.
public final class PostgresChangeFeed implements ChangeFeed {
    private static final String END = "select epoch, read_bound()::text, 0 from index_state";

    private static final String NEWEST = """
            select epoch, coalesce(xid::text, '0'), coalesce(seq, 0) from index_state left join (
                select xid, seq from job_change where xid < read_bound() order by xid desc, seq desc limit 1) newest on true
            """;

    /// Before the first entry of that time; at the end where there is none. A transaction that is under way
    /// may write more of them, but none before the bound.
    private static final String SINCE = """
            select s.epoch, coalesce(first.xid, read_bound())::text, coalesce(first.seq - 1, 0), moment.at > f.made
            from index_state s cross join job_change_forgotten f cross join (%s) moment
            left join lateral (
                select xid, seq from job_change where at >= moment.at and xid < read_bound()
                order by xid, seq limit 1) first on true
            """;

    private static final String GIVEN = SINCE.formatted("select ?::timestamptz as at");

    /// The index lacks what is owed to it, whether it will ever take that or not, and what waits to be
    /// spread. What was spread and is still owed was changed before it was: no later than the oldest change
    /// that was spread since.
    private static final String LACKED = SINCE.formatted("""
            select least(
                clock_timestamp(), owed.since,
                (select min(since) from index_fanout),
                (select min(since) from index_fanout_spread where at >= owed.since)) as at
            from (select min(since) as since from (
                (select since from index_ledger where doc_type = 'job' and lane = 0 and owed order by since limit 1)
                union all
                (select since from index_ledger where doc_type = 'job' and lane = 1 and owed order by since limit 1)
                union all
                (select since from index_ledger where doc_type = 'job' and set_aside)) debts) owed
            """);

    private static final String SHARED =
            "select source, key from job_change where xid = ?::xid8 and seq = ? and source is not null";

    private static final String FORGET = "select forget_changes(?, ?)";

    private final PostgresPool pool;
    private final PostgresPool writer;

    /// @param pool   for reading
    /// @param writer for forgetting
    public PostgresChangeFeed(PostgresPool pool, PostgresPool writer) {
        this.pool = pool;
        this.writer = writer;
    }

    @Override
    public FeedCursor end() {
        return pool.rows(END, PostgresChangeFeed::cursor).getFirst();
    }

    @Override
    public FeedCursor newest() {
        return pool.rows(NEWEST, PostgresChangeFeed::cursor).getFirst();
    }

    @Override
    public Optional<FeedCursor> since(Instant moment) {
        return pool.rows(GIVEN, PostgresChangeFeed::keptCursor, moment).getFirst();
    }

    @Override
    public Optional<FeedCursor> beforeWhatTheIndexLacks() {
        return pool.rows(LACKED, PostgresChangeFeed::keptCursor).getFirst();
    }

    @Override
    public int forget(Instant before, int most) {
        return writer.changing(FORGET, row -> row.getInt(1), before, most).getFirst();
    }

    @Override
    public Optional<ChangePage> after(FeedCursor cursor, ChangeFilter filter, int most, Instant now) {
        return part(cursor, new Wanted(filter, most, now, true), PostgresChangeFeed::change)
                .map(part -> new ChangePage(part.told(), part.next(), part.more()));
    }

    @Override
    public Optional<ListedJobs> listedAfter(FeedCursor cursor, int most, Instant now) {
        return part(cursor, new Wanted(ChangeFilter.NONE, most, now, false), PostgresChangeFeed::listed)
                .map(part -> new ListedJobs(
                        part.told().stream().flatMap(Optional::stream).toList(), part.next(), part.more()));
    }

    private <T> Optional<Part<T>> part(FeedCursor cursor, Wanted wanted, Reads.Row<T> row) {
        if (cursor.within() > 0) return shared(cursor).flatMap(its -> showing(its, wanted, row));
        Answer<T> answer = ask(ChangesSql.behind(cursor, wanted), cursor, row);
        return answer.shared().map(its -> showing(its, wanted, row)).orElseGet(answer::part);
    }

    private <T> Optional<Part<T>> showing(Shared shared, Wanted wanted, Reads.Row<T> row) {
        return ask(ChangesSql.showing(shared, wanted), shared.cursor(), row).part();
    }

    /// What the change is that a cursor is in the midst of; empty where it is forgotten.
    private Optional<Shared> shared(FeedCursor cursor) {
        return pool
                .rows(
                        SHARED,
                        row -> new Shared(row.getString(1), row.getString(2), cursor),
                        Long.toString(cursor.transaction()),
                        cursor.sequence())
                .stream()
                .findFirst();
    }

    private record Part<T>(List<T> told, FeedCursor next, boolean more) {}

    /// @param shared what the page has to be asked of instead
    private record Answer<T>(Optional<Part<T>> part, Optional<Shared> shared) {}

    private <T> Answer<T> ask(SqlText sql, FeedCursor cursor, Reads.Row<T> row) {
        return pool.read(sql.text(), statement -> {
            for (int i = 0; i < sql.values().size(); i++)
                statement.setString(i + 1, sql.values().get(i));
            return answer(statement, cursor, row);
        });
    }

    private static <T> Answer<T> answer(PreparedStatement statement, FeedCursor cursor, Reads.Row<T> row)
            throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            if (!rows.getBoolean(1)) return new Answer<>(Optional.empty(), Optional.empty());
            String source = rows.getString(6);
            if (source != null) {
                var at = new FeedCursor(cursor.epoch(), Long.parseLong(rows.getString(8)), rows.getLong(9));
                return new Answer<>(Optional.empty(), Optional.of(new Shared(source, rows.getString(7), at)));
            }
            FeedCursor next = next(rows, cursor);
            boolean more = rows.getBoolean(5);
            List<T> told = new ArrayList<>();
            do {
                if (rows.getObject(10) != null) told.add(row.read(rows));
            } while (rows.next());
            return new Answer<>(Optional.of(new Part<>(told, next, more)), Optional.empty());
        }
    }

    private static FeedCursor next(ResultSet rows, FeedCursor cursor) throws SQLException {
        String transaction = rows.getString(2);
        return new FeedCursor(
                cursor.epoch(),
                transaction == null ? cursor.transaction() : Long.parseLong(transaction),
                transaction == null ? cursor.sequence() : rows.getLong(3),
                rows.getLong(4));
    }

    private static Optional<Long> listed(ResultSet row) throws SQLException {
        return row.getBoolean(12) ? Optional.of(row.getLong(10)) : Optional.empty();
    }

    private static Change change(ResultSet row) throws SQLException {
        long id = row.getLong(10);
        Instant at = row.getObject(11, OffsetDateTime.class).toInstant();
        return row.getBoolean(12)
                ? new Change.Upsert(id, at, Document.of(row.getBytes(15)))
                : new Change.Remove(id, at, row.getString(13), Document.of(row.getBytes(14)));
    }

    private static FeedCursor cursor(ResultSet row) throws SQLException {
        return new FeedCursor(row.getLong(1), Long.parseLong(row.getString(2)), row.getLong(3));
    }

    private static Optional<FeedCursor> keptCursor(ResultSet row) throws SQLException {
        return row.getBoolean(4) ? Optional.of(cursor(row)) : Optional.empty();
    }
}
