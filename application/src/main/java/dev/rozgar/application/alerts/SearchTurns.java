package dev.rozgar.application.alerts;

import dev.rozgar.application.feed.FeedCursor;
import dev.rozgar.domain.alerts.SavedSearchId;
import dev.rozgar.domain.job.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How far the feed of changes was looked through for saved searches. One node at a time does it.
///
/// | it dies … | state | who repairs |
/// |---|---|---|
/// | before the turn is settled | nothing found, cursor where it was | whoever has the next turn, after the lease |
/// | after it | found, events written, cursor moved: one transaction | nobody needs to |
public interface SearchTurns {
    /// @return empty while somebody else has it
    Optional<Turn> claim(Duration lease, Instant now);

    /// Ends a turn: what was found is stored, each job once for each search, an event for the keeper's webhooks
    /// is written of what was not found before, and the next turn goes on from `next`. Searches that were removed
    /// meanwhile are left out.
    ///
    /// @return false, and nothing is written, if the lease was over and another has the turn or has moved the
    /// cursor
    boolean settle(Turn turn, FeedCursor next, List<Match> found, Instant now);

    /// @param from    empty before the first turn of all
    /// @param holding tells this turn from others
    record Turn(Optional<FeedCursor> from, long holding) {}

    /// What a search has found.
    ///
    /// @param jobs at most 1,000, each once
    record Match(SavedSearchId search, List<JobId> jobs) {
        public Match {
            jobs = List.copyOf(jobs);
        }
    }
}
