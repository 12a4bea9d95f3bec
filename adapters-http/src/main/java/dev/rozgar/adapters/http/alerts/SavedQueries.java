package dev.rozgar.adapters.http.alerts;

import dev.rozgar.adapters.http.posting.JobFilters;
import dev.rozgar.adapters.http.problem.Problem;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.problem.Refusal;
import dev.rozgar.adapters.http.wire.QueryString;
import dev.rozgar.application.alerts.SaveSearch;
import dev.rozgar.application.alerts.StoredQuery;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.words.Understand;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// Reads the query of a saved search by the rules of lists of jobs, when it is saved and each time it is looked for.
///
/// What was legal then may not be any more: a filter is no longer declared, or its words have come to mean more.
public final class SavedQueries implements StoredQuery {
    private static final int LONGEST_REASON = 200;

    private final JobFilters filters;

    /// @param understand asked about the words of a query
    public SavedQueries(Understand understand) {
        this.filters = new JobFilters(understand);
    }

    /// Throws [dev.rozgar.application.PortFailure] where nothing can be asked about words: that says nothing of the
    /// query.
    @Override
    public Reading read(String query, Instant now) {
        try {
            return new Reading.Legal(chosen(query, now));
        } catch (Refusal refused) {
            return new Reading.Illegal(why(refused.problem()));
        }
    }

    /// Everything that is wrong with a query that is to be saved, under the pointer; empty where nothing is.
    List<Problem.Error> faults(String query, String pointer, Instant now) {
        try {
            var _ = chosen(query, now);
            return List.of();
        } catch (Refusal refused) {
            return refused.problem().under(pointer);
        }
    }

    /// @throws Refusal with every fault
    private List<Filter> chosen(String query, Instant now) {
        QueryFaults faults = new QueryFaults();
        if (query.startsWith("?")) faults.whole("MALFORMED", "must begin behind the question mark");
        faults.raise();
        List<Filter> chosen = filters.parse(QueryString.parse(query), faults, now);
        if (chosen.isEmpty()) faults.whole("REQUIRED", "must choose among jobs by at least one filter");
        if (chosen.size() > SaveSearch.MAX_FILTERS)
            faults.whole("TOO_MANY", "may have at most " + SaveSearch.MAX_FILTERS + " filters");
        faults.raise();
        return chosen;
    }

    private static String why(Problem problem) {
        String faults = problem.under("").stream()
                .map(error -> error.parameter() == null ? error.detail() : error.parameter() + ": " + error.detail())
                .collect(Collectors.joining("; "));
        return faults.length() <= LONGEST_REASON ? faults : faults.substring(0, LONGEST_REASON - 1) + '…';
    }
}
