package dev.rozgar.adapters.http.alerts;

import dev.rozgar.adapters.http.problem.Problem;
import dev.rozgar.adapters.http.problem.ProblemType;
import dev.rozgar.adapters.http.problem.Problems;
import dev.rozgar.adapters.http.problem.Refusal;
import dev.rozgar.application.alerts.SaveSearch;
import dev.rozgar.domain.Faults;
import dev.rozgar.domain.InvalidValues;
import dev.rozgar.domain.Text;
import dev.rozgar.domain.alerts.SavedSearch;
import dev.rozgar.domain.alerts.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A search to be saved.
///
/// @param name  for people, at most 100 characters
/// @param query as behind the question mark of a list of jobs, at most 2,000 characters; filters alone
/// @param scope which of the jobs that match are told of; NEW if it is not given
public record SaveSearchBody(
        String name, String query, @Nullable Scope scope) {
    private static final String QUERY = "query";

    /// @throws Refusal with every fault; those of the query point to it and name its parameter
    SaveSearch.Command toCommand(SavedQueries queries, Instant now) {
        List<Problem.Error> errors = new ArrayList<>(plainFaults());
        if (query.length() <= SavedSearch.LONGEST_QUERY) errors.addAll(queries.faults(query, '/' + QUERY, now));
        if (!errors.isEmpty()) throw new Refusal(Problem.faulty(ProblemType.INVALID_VALUES, errors));
        return new SaveSearch.Command(name, query, scope == null ? Scope.NEW : scope);
    }

    private List<Problem.Error> plainFaults() {
        Faults faults = new Faults();
        faults.keep("name", name, given -> Text.line(given, SavedSearch.LONGEST_NAME));
        faults.unless(
                query.length() <= SavedSearch.LONGEST_QUERY,
                QUERY,
                "TOO_LONG",
                "may have at most " + SavedSearch.LONGEST_QUERY + " characters");
        try {
            faults.raise();
            return List.of();
        } catch (InvalidValues invalid) {
            return Problems.of(invalid).errors();
        }
    }
}
