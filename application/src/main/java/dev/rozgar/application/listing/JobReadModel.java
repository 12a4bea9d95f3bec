package dev.rozgar.application.listing;

import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.domain.job.JobId;
import java.time.Instant;
import java.util.Optional;

/// Listed jobs, read. Every implementation answers the same query with the same documents, byte for byte, in the same
/// order.
/// Throws [PortFailure] when its engine does not answer.
public interface JobReadModel {
    /// `query` is over [JobFields#JOB].
    DocumentPage search(DocumentQuery query);

    /// The job's document if it is listed and `now` lies in its posting window.
    Optional<Document> find(JobId id, Instant now);
}
