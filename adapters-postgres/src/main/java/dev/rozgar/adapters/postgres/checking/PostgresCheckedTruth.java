package dev.rozgar.adapters.postgres.checking;

import dev.rozgar.adapters.postgres.sql.PostgresPool;
import dev.rozgar.application.checking.CheckedTruth;
import dev.rozgar.application.checking.Digest;
import dev.rozgar.application.checking.IdRange;
import dev.rozgar.application.checking.Print;
import dev.rozgar.application.checking.Standing;
import dev.rozgar.application.document.Document;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Jobs and their ledger as the checker reads them, by statements of their own: each sees one snapshot. Plain
/// JDBC, for rows by the thousand.
public final class PostgresCheckedTruth implements CheckedTruth {
    /// Shifting is dividing, rounded down for negative ids as well.
    private static final String DIGESTS = """
            select j.id >> ? << ?, count(*), sum(coalesce(l.version, 0)), min(coalesce(l.version, 0)),
                max(coalesce(l.version, 0))
            from job j left join index_ledger l on l.doc_type = 'job' and l.doc_id = j.id
            where j.listed and j.id between ? and ? group by 1
            """;

    private static final String PRINTS = """
            select j.id, coalesce(l.version, 0), 0
            from (select id from job where listed and id between ? and ? order by id limit ?) as j
            left join index_ledger l on l.doc_type = 'job' and l.doc_id = j.id order by 1
            """;

    private static final String HASHED_PRINTS = """
            select d.id, coalesce(l.version, 0), ('x' || left(md5(d.document), 16))::bit(64)::bigint
            from job_documents(array(
                select id from job where listed and id between ? and ? order by id limit ?)) as d
            left join index_ledger l on l.doc_type = 'job' and l.doc_id = d.id order by 1
            """;

    private static final String STANDINGS = """
            select i.id, coalesce(j.listed, false), l.wanted, l.indexed, l.version, l.owed, l.since, l.next_try,
                l.tries, l.error, l.set_aside,
                exists (select from index_fanout f where f.source <> 'company' or f.key = j.company_id::text),
                d.document
            from unnest(?) as i (id)
            left join job j on j.id = i.id
            left join index_ledger l on l.doc_type = 'job' and l.doc_id = i.id
            left join job_documents(?) d on d.id = i.id
            """;

    private static final String CHANGED = """
            select doc_id from index_ledger where doc_type = 'job' and since >= ? and doc_id > ? order by doc_id limit ?
            """;

    private static final String NEWEST = "select newest_version()";

    private static final String FIRST = "select id from job where listed and id >= ? order by id limit 1";

    private static final String COUNT = "select coalesce(sum(n), 0) from listed_count where doc_type = 'job'";

    private static final String FACTS = "select state, removed_at, published_at, expires_at from job where id = ?";

    private final PostgresPool pool;

    public PostgresCheckedTruth(PostgresPool pool) {
        this.pool = pool;
    }

    @Override
    public long listed() {
        return pool.rows(COUNT, row -> row.getLong(1)).getFirst();
    }

    @Override
    public Optional<Long> firstFrom(long id) {
        return pool.rows(FIRST, row -> row.getLong(1), id).stream().findFirst();
    }

    @Override
    public long newestVersion() {
        return pool.rows(NEWEST, row -> row.getLong(1)).getFirst();
    }

    private record Slice(long first, Digest digest) {}

    @Override
    public Map<Long, Digest> digests(IdRange range, int bits) {
        return pool.rows(DIGESTS, PostgresCheckedTruth::slice, bits, bits, range.first(), range.last()).stream()
                .collect(Collectors.toMap(Slice::first, Slice::digest));
    }

    private static Slice slice(ResultSet row) throws SQLException {
        return new Slice(row.getLong(1), new Digest(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)));
    }

    @Override
    public List<Print> prints(IdRange range, boolean hashed, int most) {
        return pool.rows(
                hashed ? HASHED_PRINTS : PRINTS,
                row -> new Print(row.getLong(1), row.getLong(2), row.getLong(3)),
                range.first(),
                range.last(),
                most);
    }

    private record Known(long id, Standing standing) {}

    @Override
    public Map<Long, Standing> standings(Collection<Long> ids, boolean built) {
        Long[] asked = ids.toArray(Long[]::new);
        Long[] wanted = built ? asked : new Long[0];
        return pool.rows(STANDINGS, row -> new Known(row.getLong(1), standing(row)), asked, wanted).stream()
                .collect(Collectors.toMap(Known::id, Known::standing));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        Optional<Document> document =
                Optional.ofNullable(row.getBytes("document")).map(Document::of);
        return new Standing(row.getBoolean(2), debt(row), row.getBoolean(12), document);
    }

    private static Optional<Standing.Debt> debt(ResultSet row) throws SQLException {
        long wanted = row.getLong("wanted");
        if (row.wasNull()) return Optional.empty();
        return Optional.of(new Standing.Debt(
                wanted,
                row.getLong("indexed"),
                row.getLong("version"),
                row.getBoolean("owed"),
                moment(row, "since").orElseThrow(),
                moment(row, "next_try").orElseThrow(),
                row.getInt("tries"),
                Optional.ofNullable(row.getString("error")),
                row.getBoolean("set_aside")));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    @Override
    public List<Long> changedSince(Instant moment, long after, int most) {
        return pool.rows(CHANGED, row -> row.getLong(1), moment, after, most);
    }

    @Override
    public Optional<Facts> facts(long id) {
        return pool.rows(FACTS, PostgresCheckedTruth::facts, id).stream().findFirst();
    }

    private static Facts facts(ResultSet row) throws SQLException {
        return new Facts(
                row.getString("state"),
                moment(row, "removed_at"),
                moment(row, "published_at"),
                moment(row, "expires_at"));
    }

    /// In the order of the ids, as the writers lock them.
    public void owe(List<Long> ids) {
        Long[] sorted = ids.stream().sorted().distinct().toArray(Long[]::new);
        pool.changing("select owe('job', ?)", _ -> sorted.length, (Object) sorted);
    }
}
