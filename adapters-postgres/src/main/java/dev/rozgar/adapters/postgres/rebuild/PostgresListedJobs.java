package dev.rozgar.adapters.postgres.rebuild;

import dev.rozgar.adapters.postgres.sql.PostgresPool;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.indexing.IndexEntry;
import dev.rozgar.application.rebuild.ListedJobs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Listed jobs with their documents, chunk by chunk. Versions are handed out by one statement and the documents read by
/// a later one, each a transaction of its own.
public final class PostgresListedJobs implements ListedJobs {
    private static final String AFTER = """
            select id, epoch << 40 | nextval('index_version')
            from (select id from job where listed and id > ? order by id limit ?) as chunk cross join index_state order by id
            """;

    private static final String DOCUMENTS = "select id, document from job_documents(?)";

    private static final String COUNT = "select count(*) from job where listed";

    private final PostgresPool pool;

    public PostgresListedJobs(PostgresPool pool) {
        this.pool = pool;
    }

    private record Numbered(long id, long version) {}

    @Override
    public List<IndexEntry> after(long id, int most) {
        List<Numbered> chunk = pool.rows(AFTER, row -> new Numbered(row.getLong(1), row.getLong(2)), id, most);
        Map<Long, Document> documents = documents(chunk);
        return chunk.stream()
                .map(job -> new IndexEntry(job.id(), job.version(), Optional.ofNullable(documents.get(job.id()))))
                .toList();
    }

    private Map<Long, Document> documents(List<Numbered> chunk) {
        Long[] ids = chunk.stream().map(Numbered::id).toArray(Long[]::new);
        Map<Long, Document> documents = new HashMap<>();
        pool.rows(DOCUMENTS, row -> documents.put(row.getLong(1), Document.of(row.getBytes(2))), (Object) ids);
        return documents;
    }

    @Override
    public long count() {
        return pool.rows(COUNT, row -> row.getLong(1)).getFirst();
    }
}
