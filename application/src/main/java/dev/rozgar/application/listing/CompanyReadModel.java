package dev.rozgar.application.listing;

import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.domain.company.CompanyId;
import java.util.Optional;

/// Companies, read. Throws [PortFailure] when its engine does not answer.
public interface CompanyReadModel {
    /// `query` is over [CompanyFields#COMPANY].
    DocumentPage search(DocumentQuery query);

    Optional<Document> find(CompanyId id);
}
