package dev.rozgar.application.checking;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Consecutive ids, both ends included.
public record IdRange(long first, long last) {
    /// Whatever id there may be.
    public static final IdRange ALL = new IdRange(Long.MIN_VALUE, Long.MAX_VALUE);

    private static final Pattern FORM = Pattern.compile("([0-9]{1,18})\\.\\.([0-9]{1,18})");

    public IdRange {
        if (first > last) throw new IllegalArgumentException(first + ".." + last + " is no range");
    }

    /// Reads `17..42`; empty if it is none, or one that ends before it begins.
    public static Optional<IdRange> parse(String text) {
        Matcher ends = FORM.matcher(text);
        if (!ends.matches()) return Optional.empty();
        long first = Long.parseLong(ends.group(1));
        long last = Long.parseLong(ends.group(2));
        return first > last ? Optional.empty() : Optional.of(new IdRange(first, last));
    }

    /// How many ids that are; [Long#MAX_VALUE] if there are more.
    public long width() {
        long steps = last - first;
        return steps < 0 || steps == Long.MAX_VALUE ? Long.MAX_VALUE : steps + 1;
    }

    @Override
    public String toString() {
        return first + ".." + last;
    }
}
