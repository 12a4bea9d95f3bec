package dev.rozgar.adapters.postgres.document;

import dev.rozgar.adapters.postgres.sql.PostgresPool;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.listing.CompanyFields;
import dev.rozgar.application.listing.CompanyReadModel;
import dev.rozgar.domain.company.CompanyId;
import java.time.Instant;
import java.util.Optional;

/// Companies as PostgreSQL builds them at the moment of the question.
public final class PostgresCompanyReadModel implements CompanyReadModel {
    private final DocumentReader reader;

    public PostgresCompanyReadModel(PostgresPool pool) {
        this.reader = new DocumentReader(pool, CompanyFields.COMPANY);
    }

    @Override
    public DocumentPage search(DocumentQuery query) {
        return reader.search(query);
    }

    @Override
    public Optional<Document> find(CompanyId id) {
        // Companies are shown at any time.
        return reader.find(id.value(), Instant.EPOCH, Optional.empty());
    }
}
