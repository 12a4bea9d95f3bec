package dev.rozgar.adapters.http.posting;

import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.resource.QueryParser;
import dev.rozgar.adapters.http.wire.QueryString;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.words.Understand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What of the query of a list chooses among jobs, for those who keep it and look at no page.
public final class JobFilters {
    /// What a list takes that only says how it is shown, or by whom.
    private static final Set<String> SHOWING = Stream.concat(
                    JobRoutes.OUTSIDE_OF_GROUPS.stream(), Stream.of(JobLists.SIZE))
            .filter(Predicate.not(JobWords.NAMES::contains))
            .collect(Collectors.toUnmodifiableSet());

    private final QueryParser parser;

    /// @param understand asked about the words of a query
    public JobFilters(Understand understand) {
        this.parser = new QueryParser(
                JobFields.JOB,
                JobFields.NEWEST_FIRST,
                JobConditions.of(understand).inUsualOrder(),
                Optional.empty());
    }

    /// @param faults is told of parameters that choose no jobs
    /// @throws dev.rozgar.adapters.http.problem.Refusal with every fault
    public List<Filter> parse(QueryString query, QueryFaults faults, Instant now) {
        Set<String> told = new HashSet<>();
        List<QueryString.Parameter> choosing = new ArrayList<>();
        for (QueryString.Parameter parameter : query.parameters()) {
            String name = parameter.name();
            if (!SHOWING.contains(name)) choosing.add(parameter);
            else if (told.add(name)) faults.add(name, "NOT_ALLOWED", "chooses no jobs: only filters are kept");
        }
        return parser.read(new QueryString(choosing), Set.of(), faults, now).asked();
    }
}
