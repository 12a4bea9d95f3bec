package dev.rozgar.application.listing;

import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.Selection;
import dev.rozgar.application.document.Tally;
import dev.rozgar.domain.job.JobId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Listed jobs, read. Every implementation answers the same query with the same documents, byte for byte, in
/// the same order. Throws [PortFailure] when its engine does not answer.
public interface JobReadModel {
    /// `query` is over [JobFields#JOB].
    DocumentPage search(DocumentQuery query);

    /// How many jobs each case of `tally` would find, to the last one; it is over [JobFields#JOB]. Whoever
    /// can count them all at once does.
    default List<Long> count(Tally tally) {
        return tally.queries()
                .map(query -> search(query).total().orElseThrow().value())
                .toList();
    }

    /// The job's document if it is listed and `now` lies in its posting window.
    default Optional<Document> find(JobId id, Instant now) {
        return find(id, now, Optional.empty());
    }

    /// The same.
    ///
    /// @param fields all that is told of it, if not everything
    Optional<Document> find(JobId id, Instant now, Optional<Selection> fields);
}
