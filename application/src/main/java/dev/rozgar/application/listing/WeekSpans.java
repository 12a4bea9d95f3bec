package dev.rozgar.application.listing;

import java.time.DayOfWeek;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/// Times of the week as `shifts.spans` has them: nodes of a binary tree over half-hours, of which the leaf
/// 512 begins at Monday 00:00, and 2n and 2n + 1 are the halves of n. The SQL function `week_spans` makes a
/// shift a few large ones.
public final class WeekSpans {
    private static final int LEAF = 512;
    public static final int OF_A_DAY = 48;
    private static final int OF_A_WEEK = 7 * OF_A_DAY;

    private WeekSpans() {}

    /// All nodes in which a shift may hold a half-hour of these: the half-hours themselves, and whatever lies
    /// above one.
    ///
    /// @param days on which the time begins
    /// @param from half-hours since midnight
    /// @param to the first that is not meant; not more than `from` if it is on the next day
    public static Set<Long> touching(Collection<DayOfWeek> days, int from, int to) {
        Set<Long> nodes = new TreeSet<>();
        int length = to > from ? to - from : to - from + OF_A_DAY;
        for (DayOfWeek day : days) {
            int begin = day.ordinal() * OF_A_DAY + from;
            for (int at = begin; at < begin + length; at++) {
                // Sunday night ends on Monday.
                for (long node = LEAF + at % OF_A_WEEK; node > 0 && nodes.add(node); ) node /= 2;
            }
        }
        return nodes;
    }
}
