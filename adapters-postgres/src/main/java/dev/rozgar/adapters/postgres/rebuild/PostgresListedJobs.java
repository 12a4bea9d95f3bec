package dev.rozgar.adapters.postgres.rebuild;

import dev.rozgar.adapters.postgres.sql.PostgresPool;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.indexing.IndexEntry;
import dev.rozgar.application.rebuild.ListedJobs;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Listed jobs with their documents. Versions are handed out by one statement and the documents read by a later one,
/// each a transaction of its own.
public final class PostgresListedJobs implements ListedJobs {
    private static final String AFTER = """
            select id, epoch << 40 | nextval('index_version')
            from (select id from job where listed and id > ? order by id limit ?) as chunk cross join index_state order by id
            """;

    private static final String CLAIMED_AFTER = """
            select id, coalesce(l.version, 0)
            from (select id from job where listed and id > ? order by id limit ?) as chunk
            left join index_ledger l on l.doc_type = 'job' and l.doc_id = chunk.id order by id
            """;

    private static final String OF = """
            select id, epoch << 40 | nextval('index_version')
            from (select distinct id from unnest(?::bigint[]) as id) as wanted cross join index_state order by id
            """;

    /// A debt that was set aside is missed as well: what the live index has refused, this one may never have seen.
    private static final String MISSED = """
            from index_ledger l join index_retired r on r.index_name = ?
            where l.doc_type = 'job' and l.doc_id > ?
              and (l.version >= r.floor or l.wanted > l.indexed or l.doc_id = any (r.pending))
            """;

    private static final String MISSED_AFTER = """
            select id, epoch << 40 | nextval('index_version')
            from (select l.doc_id as id %s order by l.doc_id limit ?) as chunk cross join index_state order by id
            """.formatted(MISSED);

    private static final String MISSED_COUNT = "select count(*) " + MISSED;

    private static final String DOCUMENTS = "select id, document from job_documents(?)";

    private static final String COUNT = "select count(*) from job where listed";

    private static final String MARK = "select epoch << 40 | nextval('index_version') from index_state";

    private static final String UNSETTLED = """
            select doc_id from index_ledger
            where doc_type = 'job' and doc_id = any (?) and (wanted > indexed or version >= ?)
            """;

    private static final String ALL_UNSETTLED =
            "select count(*) from index_ledger where doc_type = 'job' and (wanted > indexed or version >= ?)";

    private final PostgresPool pool;

    public PostgresListedJobs(PostgresPool pool) {
        this.pool = pool;
    }

    private record Numbered(long id, long version) {}

    @Override
    public List<IndexEntry> after(long id, int most) {
        return after(AFTER, id, most);
    }

    @Override
    public List<IndexEntry> claimedAfter(long id, int most) {
        return after(CLAIMED_AFTER, id, most);
    }

    private List<IndexEntry> after(String sql, long id, int most) {
        return entries(pool.run(sql, statement -> {
            statement.setLong(1, id);
            statement.setInt(2, most);
            return numbered(statement);
        }));
    }

    @Override
    public List<IndexEntry> of(Collection<Long> ids) {
        return entries(pool.run(OF, statement -> {
            statement.setArray(1, longs(statement, ids));
            return numbered(statement);
        }));
    }

    @Override
    public List<IndexEntry> missedBy(String retired, long id, int most) {
        return entries(pool.run(MISSED_AFTER, statement -> {
            statement.setString(1, retired);
            statement.setLong(2, id);
            statement.setInt(3, most);
            return numbered(statement);
        }));
    }

    @Override
    public long missedBy(String retired) {
        return pool.run(MISSED_COUNT, statement -> {
            statement.setString(1, retired);
            statement.setLong(2, 0);
            return one(statement);
        });
    }

    @Override
    public long count() {
        return pool.run(COUNT, PostgresListedJobs::one);
    }

    @Override
    public long mark() {
        return pool.run(MARK, PostgresListedJobs::one);
    }

    @Override
    public Set<Long> unsettled(long mark, Collection<Long> ids) {
        if (ids.isEmpty()) return Set.of();
        return pool.run(UNSETTLED, statement -> {
            statement.setArray(1, longs(statement, ids));
            statement.setLong(2, mark);
            Set<Long> found = new HashSet<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) found.add(rows.getLong(1));
            }
            return found;
        });
    }

    @Override
    public long unsettled(long mark) {
        return pool.run(ALL_UNSETTLED, statement -> {
            statement.setLong(1, mark);
            return one(statement);
        });
    }

    private List<IndexEntry> entries(List<Numbered> jobs) {
        if (jobs.isEmpty()) return List.of();
        Map<Long, Document> documents = pool.run(DOCUMENTS, statement -> {
            statement.setArray(
                    1, longs(statement, jobs.stream().map(Numbered::id).toList()));
            Map<Long, Document> found = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) found.put(rows.getLong(1), Document.of(rows.getBytes(2)));
            }
            return found;
        });
        return jobs.stream()
                .map(job -> new IndexEntry(job.id(), job.version(), Optional.ofNullable(documents.get(job.id()))))
                .toList();
    }

    private static List<Numbered> numbered(PreparedStatement statement) throws SQLException {
        List<Numbered> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) found.add(new Numbered(rows.getLong(1), rows.getLong(2)));
        }
        return found;
    }

    private static long one(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Array longs(PreparedStatement statement, Collection<Long> numbers) throws SQLException {
        return statement.getConnection().createArrayOf("bigint", numbers.toArray(Long[]::new));
    }
}
