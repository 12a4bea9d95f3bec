package dev.rozgar.application.feed;

import dev.rozgar.application.document.Document;
import java.time.Instant;

/// What became of a job.
public sealed interface Change {
    /// Of the job.
    long id();

    /// When it was changed; of several changes that come as one, the latest.
    Instant at();

    /// It is listed, and this is what it says.
    ///
    /// @param document as it is when the feed is read
    record Upsert(long id, Instant at, Document document) implements Change {}

    /// It is not listed any more, or not among those that were asked for. A reader may be told so of a job that it
    /// does not have.
    ///
    /// @param reason `REMOVED`, `COMPANY_HIDDEN`, or the state that the job went to; `CHANGED` where the job
    /// is listed and does not match the filter any more
    /// @param kept   what [Kept] declares, as it was before
    record Remove(long id, Instant at, String reason, Document kept) implements Change {}
}
