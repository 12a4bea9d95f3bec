package dev.rozgar.application.document;

/// How far the matches of a query are counted. Counting all of them costs PostgreSQL more than the page itself.
public enum Count {
    /// Exactly up to [#LIMIT], "at least" beyond.
    LIMITED,
    /// To the last one.
    EXACT,
    NONE;

    /// Where a limited count stops.
    public static final int LIMIT = 10_000;
}
