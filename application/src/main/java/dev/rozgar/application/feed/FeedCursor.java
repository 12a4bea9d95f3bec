package dev.rozgar.application.feed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A place in the feed: all before it has been read. It belongs to no filter.
///
/// @param epoch of the store; one that was set back to an earlier moment begins another, and cursors of the
/// one before lead nowhere
/// @param transaction in which the last change that was read was made
/// @param sequence    of that change
/// @param within      of a change that many jobs show: the last of them that was read; 0 once all of them are
public record FeedCursor(long epoch, long transaction, long sequence, long within) implements Comparable<FeedCursor> {
    private static final int MAX_TOKEN = 64;
    private static final String MARK = "c";
    private static final String BETWEEN = "-";
    private static final int RADIX = 36;
    private static final Comparator<FeedCursor> ORDER = Comparator.comparingLong(FeedCursor::epoch)
            .thenComparingLong(FeedCursor::transaction)
            .thenComparingLong(FeedCursor::sequence)
            // One that is in the midst of a change comes before its end.
            .thenComparingLong(cursor -> cursor.within == 0 ? Long.MAX_VALUE : cursor.within);

    public FeedCursor {
        if (epoch < 0 || transaction < 0 || sequence < 0 || within < 0)
            throw new IllegalArgumentException("a cursor has no negative parts");
    }

    /// The end of one change.
    public FeedCursor(long epoch, long transaction, long sequence) {
        this(epoch, transaction, sequence, 0);
    }

    /// Letters, digits and hyphens: legal in an address, in a header and on a line of an event stream.
    public String token() {
        return String.join(
                BETWEEN,
                MARK,
                Long.toString(epoch, RADIX),
                Long.toString(transaction, RADIX),
                Long.toString(sequence, RADIX),
                Long.toString(within, RADIX));
    }

    /// Reads what [#token] has written, and nothing else.
    public static Optional<FeedCursor> parse(String token) {
        String[] parts = token.length() > MAX_TOKEN ? new String[0] : token.split(BETWEEN, -1);
        if (parts.length != 5 || !parts[0].equals(MARK)) return Optional.empty();
        List<Long> numbers = new ArrayList<>();
        try {
            for (int i = 1; i < parts.length; i++) numbers.add(Long.parseLong(parts[i], RADIX));
        } catch (NumberFormatException notOurs) {
            return Optional.empty();
        }
        if (numbers.stream().anyMatch(number -> number < 0)) return Optional.empty();
        FeedCursor cursor = new FeedCursor(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
        return cursor.token().equals(token) ? Optional.of(cursor) : Optional.empty();
    }

    @Override
    public int compareTo(FeedCursor other) {
        return ORDER.compare(this, other);
    }
}
