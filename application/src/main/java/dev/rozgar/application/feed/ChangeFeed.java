package dev.rozgar.application.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The feed as it is stored.
///
/// A change can be read once no transaction is under way that began to write before it was made: until then
/// another change might still come to stand before it, and whoever had passed by would miss that. So a reader
/// who goes on from the cursor of the last page, again and again, is told of every change at least once.
public interface ChangeFeed {
    /// Of changes that can be read at once.
    int MOST = 100;
    /// Of their jobs alone.
    int MOST_IDS = 1_000;

    /// The end: whatever is committed from now on comes after it.
    FeedCursor end();

    /// Before all changes that were made at this moment or later.
    ///
    /// @return empty where changes of that time are forgotten already
    Optional<FeedCursor> since(Instant moment);

    /// Before all changes that the index has not acknowledged.
    ///
    /// @return empty where some of them are forgotten already
    Optional<FeedCursor> beforeWhatTheIndexLacks();

    /// What follows, a bounded number of bytes of it.
    ///
    /// @param now  of jobs whose time is over then it is told that they are gone
    /// @param most 1 to [#MOST]
    /// @return empty where something that follows the cursor is forgotten already
    Optional<ChangePage> after(FeedCursor cursor, ChangeFilter filter, int most, Instant now);

    /// Of what follows only which jobs are listed now; far cheaper, since no document is built.
    ///
    /// @param most 1 to [#MOST_IDS]
    /// @return empty where something that follows the cursor is forgotten already
    Optional<ListedJobs> listedAfter(FeedCursor cursor, int most, Instant now);

    /// A place that moves on when there is something new to be read; cheap.
    FeedCursor newest();

    /// @param ids  each once
    /// @param more whether there is more to be read at once
    record ListedJobs(List<Long> ids, FeedCursor next, boolean more) {
        public ListedJobs {
            ids = List.copyOf(ids);
        }
    }

    /// Forgets changes that were made before this moment, the oldest first.
    ///
    /// @return how many, at most so many
    int forget(Instant before, int most);
}
