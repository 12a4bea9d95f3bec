package dev.rozgar.application.document;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/// How many documents each of some lists would find, all asked at once.
///
/// @param common filters of all of them
/// @param cases what each asks besides; each answered by one number, in this order
/// @param asOf the "now" of the query, millisecond precision
public record Tally(DocumentSchema schema, List<Filter> common, List<List<Filter>> cases, Instant asOf) {
    public static final int MAX_CASES = 64;

    public Tally {
        common = List.copyOf(common);
        cases = cases.stream().map(List::copyOf).toList();
        asOf = asOf.truncatedTo(ChronoUnit.MILLIS);
        if (cases.isEmpty() || cases.size() > MAX_CASES)
            throw new IllegalArgumentException("1 to " + MAX_CASES + " cases");
        int most = cases.stream().mapToInt(List::size).max().orElseThrow() + common.size();
        if (most > DocumentQuery.MAX_FILTERS)
            throw new IllegalArgumentException("at most " + DocumentQuery.MAX_FILTERS + " filters");
    }

    /// Each case as a list of its own, of which only the total matters.
    public Stream<DocumentQuery> queries() {
        return cases.stream()
                .map(one -> DocumentQuery.of(schema, List.of(), asOf)
                        .where(Stream.concat(common.stream(), one.stream()).toArray(Filter[]::new))
                        .limit(1)
                        .count(Count.EXACT));
    }

    /// Everything that is asked of a document in any case.
    public Stream<Filter> filters() {
        return Stream.concat(common.stream(), cases.stream().flatMap(List::stream));
    }
}
