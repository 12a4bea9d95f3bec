package dev.rozgar.adapters.postgres.indexing;

import dev.rozgar.adapters.postgres.sql.PostgresPool;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.indexing.Claim;
import dev.rozgar.application.indexing.IndexEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The documents of claims, as they are committed now.
final class ClaimedDocuments {
    private static final String DOCUMENTS = "select id, document from job_documents(?)";

    private final PostgresPool pool;

    ClaimedDocuments(PostgresPool pool) {
        this.pool = pool;
    }

    /// In the order of the claims.
    List<IndexEntry> entries(List<Claim> claims) {
        Map<Long, Document> documents = documents(claims.stream().map(Claim::id).toArray(Long[]::new));
        return claims.stream()
                .map(claim ->
                        new IndexEntry(claim.id(), claim.version(), Optional.ofNullable(documents.get(claim.id()))))
                .toList();
    }

    private Map<Long, Document> documents(Long[] ids) {
        Map<Long, Document> documents = new HashMap<>();
        // A text column's bytes come as they are on the wire: UTF-8.
        pool.rows(DOCUMENTS, row -> documents.put(row.getLong(1), Document.of(row.getBytes(2))), (Object) ids);
        return documents;
    }
}
