package dev.rozgar.domain.alerts;

import dev.rozgar.domain.Faults;
import dev.rozgar.domain.Millis;
import dev.rozgar.domain.Text;
import java.time.Instant;

/// A search whose keeper wants to hear of jobs that come to match it, of each once. It does not change: another
/// query is another search.
///
/// @param name  for people, at most 100 characters
/// @param query as it stands behind the question mark of a list of jobs, at most 2,000 characters. It is understood
/// anew each time, so that `published_after=P7D` means seven days before then
public record SavedSearch(SavedSearchId id, Keeper keeper, String name, String query, Scope scope, Instant savedAt) {
    public static final int LONGEST_NAME = 100;
    public static final int LONGEST_QUERY = 2_000;
    /// Of one keeper.
    public static final int MOST = 50;

    public SavedSearch {
        var faults = new Faults();
        name = faults.keep("name", name, given -> Text.line(given, LONGEST_NAME));
        query = faults.keep("query", query, given -> Text.line(given, LONGEST_QUERY));
        savedAt = faults.keep("saved_at", savedAt, Millis::of);
        faults.raise();
    }
}
