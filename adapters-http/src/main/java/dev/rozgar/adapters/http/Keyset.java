package dev.rozgar.adapters.http;

import java.util.Optional;

/// A page of a list that is kept in the order of a number; the cursor is the last number seen.
///
/// @param after 0 on the first page
record Keyset(long after, int most) {
    static final String LIMIT = "limit";
    private static final int USUAL = 20;
    private static final int MOST = 100;

    static Keyset of(QueryString query, QueryFaults faults) {
        long limit = whole(query, LIMIT, 1, USUAL, faults);
        return new Keyset(whole(query, QueryParser.CURSOR, 0, 0, faults), (int) Math.min(limit, MOST));
    }

    static long whole(QueryString query, String name, long least, long usual, QueryFaults faults) {
        Optional<String> given = query.first(name);
        if (given.isEmpty()) return usual;
        String text = given.get();
        boolean number = !text.isEmpty() && text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (number && Long.parseLong(text) >= least) return Long.parseLong(text);
        faults.add(name, "MALFORMED", "must be a whole number from " + least + " on");
        return usual;
    }
}
