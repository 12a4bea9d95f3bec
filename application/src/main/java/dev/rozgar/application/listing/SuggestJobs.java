package dev.rozgar.application.listing;

import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Tally;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.listing.Suggestions.Candidate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// Completes what somebody is typing, and tells of each suggestion how many jobs choosing it would leave.
///
/// The commonest that match are counted, and no others: more of them where other filters may leave few.
public final class SuggestJobs {
    public static final int MAX_SIZE = 20;
    public static final int MAX_LENGTH = 255;
    /// The suggestion is one more.
    public static final int MAX_FILTERS = DocumentQuery.MAX_FILTERS - 1;

    private static final int SPARE = 6;
    private static final Comparator<Suggestion> ORDER = Comparator.comparingLong(Suggestion::count)
            .reversed()
            .thenComparing(suggestion -> suggestion.candidate().text())
            .thenComparing(suggestion -> suggestion.candidate().kind())
            .thenComparing(suggestion -> suggestion.candidate().value());

    private final Suggestions suggestions;

    public SuggestJobs(Suggestions suggestions) {
        this.suggestions = suggestions;
    }

    /// @param filters of the list besides, at most [#MAX_FILTERS]
    /// @param at the "now" of the list
    public record Asked(String typed, int size, List<Filter> filters, Instant at) {
        public Asked {
            filters = List.copyOf(filters);
            if (size < 1 || size > MAX_SIZE) throw new IllegalArgumentException("1 to " + MAX_SIZE + " suggestions");
        }
    }

    /// @param count what a list finds with it as the only filter on its field, at least one
    public record Suggestion(Candidate candidate, long count) {}

    /// @param count of whichever read model
    /// @return most jobs first, of equals by their text
    public List<Suggestion> handle(Asked asked, Function<Tally, List<Long>> count) {
        if (asked.typed().isBlank()) return List.of();
        int most = asked.filters().isEmpty() ? asked.size() + SPARE : Tally.MAX_CASES;
        List<Candidate> candidates = suggestions.look(asked.typed(), most);
        if (candidates.isEmpty()) return List.of();
        List<Long> counts = count.apply(tally(asked, candidates));
        List<Suggestion> found = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            if (counts.get(i) > 0) found.add(new Suggestion(candidates.get(i), counts.get(i)));
        }
        found.sort(ORDER);
        return List.copyOf(found.subList(0, Math.min(found.size(), asked.size())));
    }

    /// Filters on a field that is suggested make way for the suggestion, and stay for all others.
    private static Tally tally(Asked asked, List<Candidate> candidates) {
        List<Filter> common = asked.filters().stream()
                .filter(filter -> candidates.stream().noneMatch(candidate -> isOn(filter, candidate)))
                .toList();
        List<List<Filter>> cases = candidates.stream()
                .map(candidate -> {
                    List<Filter> filters = new ArrayList<>();
                    filters.add(chosen(candidate));
                    asked.filters().stream()
                            .filter(filter -> !common.contains(filter) && !isOn(filter, candidate))
                            .forEach(filters::add);
                    return List.copyOf(filters);
                })
                .toList();
        return new Tally(JobFields.JOB, common, cases, asked.at());
    }

    private static boolean isOn(Filter filter, Candidate candidate) {
        return filter instanceof Filter.OneOf one
                && one.field().equals(candidate.kind().field());
    }

    private static Filter chosen(Candidate candidate) {
        Value value = candidate.kind().hasId()
                ? new Value.Whole(Long.parseLong(candidate.value()))
                : new Value.Word(candidate.value());
        return new Filter.OneOf(candidate.kind().field(), List.of(value));
    }
}
