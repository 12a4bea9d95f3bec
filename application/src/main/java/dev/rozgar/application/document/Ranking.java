package dev.rozgar.application.document;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// What a document's score is: the sum of its ranks.
///
/// @param at the moment at which the traversal began, and that ranks and conditions such as "of the last day"
/// were made for. A traversal keeps it to its end: a document could else gain or lose points between two
/// pages.
/// @param least points of a document that matches; 0 if every document does
public record Ranking(List<Rank> ranks, Instant at, int least) {
    public static final int MAX_RANKS = 64;

    /// Nothing has a score.
    public static final Ranking NONE = new Ranking(List.of(), Instant.EPOCH);

    public Ranking {
        ranks = List.copyOf(ranks);
        at = at.truncatedTo(ChronoUnit.MILLIS);
        if (ranks.size() > MAX_RANKS) throw new IllegalArgumentException("at most " + MAX_RANKS + " ranks");
        if (least < 0 || least > 0 && ranks.isEmpty()) throw new IllegalArgumentException("no points without ranks");
    }

    /// One that orders and chooses nothing.
    public Ranking(List<Rank> ranks, Instant at) {
        this(ranks, at, 0);
    }

    public boolean isEmpty() {
        return ranks.isEmpty();
    }
}
