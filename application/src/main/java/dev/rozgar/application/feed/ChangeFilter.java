package dev.rozgar.application.feed;

import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Filter.Not;
import dev.rozgar.application.document.Filter.OneOf;
import java.util.List;

/// Which jobs' changes are told: those that match all of this now, or did so before they changed. Values of what is
/// [Kept] and their negations, so that it can be said of jobs that are gone as well.
public record ChangeFilter(List<Filter> filters) {
    public static final ChangeFilter NONE = new ChangeFilter(List.of());

    public ChangeFilter {
        filters = List.copyOf(filters);
        if (filters.size() > DocumentQuery.MAX_FILTERS)
            throw new IllegalArgumentException("at most " + DocumentQuery.MAX_FILTERS + " filters");
        for (Filter filter : filters) {
            if (!isAllowed(filter)) throw new IllegalArgumentException("not kept of a job that is gone: " + filter);
        }
    }

    /// The values that a filter names, or whose contrary it is.
    public static OneOf values(Filter filter) {
        return switch (filter) {
            case OneOf any -> any;
            case Not(OneOf any) -> any;
            default -> throw new IllegalArgumentException("no values: " + filter);
        };
    }

    private static boolean isAllowed(Filter filter) {
        boolean ofValues = filter instanceof OneOf || filter instanceof Not(OneOf _);
        return ofValues && Kept.JOB.field(values(filter).field().path()).isPresent();
    }

    public boolean isEmpty() {
        return filters.isEmpty();
    }
}
