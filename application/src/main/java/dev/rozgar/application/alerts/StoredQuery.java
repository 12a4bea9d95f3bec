package dev.rozgar.application.alerts;

import dev.rozgar.application.document.Filter;
import java.time.Instant;
import java.util.List;

/// Reads the query of a saved search, as a list of jobs would now.
@FunctionalInterface
public interface StoredQuery {
    Reading read(String query, Instant now);

    /// What it says.
    sealed interface Reading {
        /// @param filters at most [SaveSearch#MAX_FILTERS]
        record Legal(List<Filter> filters) implements Reading {
            public Legal {
                filters = List.copyOf(filters);
            }
        }

        /// It was legal when it was saved, and is not any more.
        record Illegal(String why) implements Reading {}
    }
}
