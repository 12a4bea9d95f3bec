package dev.rozgar.adapters.http.resource;

import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.wire.QueryString;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A page of a list that is kept in the order of a number; the cursor is the last number seen.
///
/// @param after 0 on the first page
public record Keyset(long after, int most) {
    public static final String LIMIT = "limit";
    private static final int USUAL = 20;
    private static final int MOST = 100;

    public static Keyset of(QueryString query, QueryFaults faults) {
        long limit = whole(query, LIMIT, 1, USUAL, faults);
        return new Keyset(whole(query, QueryParser.CURSOR, 0, 0, faults), (int) Math.min(limit, MOST));
    }

    /// The same where nothing else is asked.
    public static Keyset alone(QueryString query) {
        QueryFaults faults = new QueryFaults();
        Keyset page = of(query, faults);
        query.requireOnly(Set.of(LIMIT, QueryParser.CURSOR), faults);
        return page;
    }

    public static long whole(QueryString query, String name, long least, long usual, QueryFaults faults) {
        Optional<String> given = query.first(name);
        if (given.isEmpty()) return usual;
        String text = given.get();
        boolean number = !text.isEmpty() && text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (number && Long.parseLong(text) >= least) return Long.parseLong(text);
        faults.add(name, "MALFORMED", "must be a whole number from " + least + " on");
        return usual;
    }

    /// Part of a list.
    ///
    /// @param next the cursor of the following part, if there is one
    public record Slice<T>(List<T> items, Optional<String> next) {
        /// For JSON, where an empty one is left out.
        @Nullable
        public String cursor() {
            return next.orElse(null);
        }
    }

    /// @param found  up to one more than the page holds, by which is seen that there are more
    /// @param cursor of an item
    public <T> Slice<T> cut(List<T> found, Function<T, Long> cursor) {
        List<T> items = found.subList(0, Math.min(most, found.size()));
        Optional<String> next =
                found.size() > most ? Optional.of(Long.toString(cursor.apply(items.getLast()))) : Optional.empty();
        return new Slice<>(items, next);
    }
}
