package dev.rozgar.adapters.elasticsearch;

import dev.rozgar.application.indexing.JobIndex.Slot;
import java.util.Collection;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the aliases and indexes of one installation are called.
///
/// | name | |
/// |---|---|
/// | `<prefix>-jobs` | readers see the live index through it, markers left out |
/// | `<prefix>-jobs-write` | writers reach the live index through it |
/// | `<prefix>-jobs-building` | and the one under construction through this |
/// | `<prefix>-jobs-<8 digits of the fingerprint>-<number>` | an index |
record Names(String prefix) {
    String read() {
        return prefix + "-jobs";
    }

    String write() {
        return prefix + "-jobs-write";
    }

    String building() {
        return prefix + "-jobs-building";
    }

    String alias(Slot slot) {
        return switch (slot) {
            case LIVE -> write();
            case BUILDING -> building();
        };
    }

    /// Matches every index of ours; also others, which [#isIndex] tells apart.
    String indexes() {
        return prefix + "-jobs-*";
    }

    boolean isIndex(String name) {
        return matcher(name).matches();
    }

    /// A name for an index beside these.
    String next(Collection<String> existing, String fingerprint) {
        long newest = existing.stream().mapToLong(this::number).max().orElse(0);
        return prefix + "-jobs-" + fingerprint.substring(0, 8) + '-' + (newest + 1);
    }

    /// By the number that each got when it was made.
    Comparator<String> newestFirst() {
        return Comparator.comparingLong(this::number).reversed();
    }

    private long number(String name) {
        Matcher matcher = matcher(name);
        return matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
    }

    private Matcher matcher(String name) {
        return Pattern.compile(Pattern.quote(prefix) + "-jobs-[0-9a-f]{8}-([0-9]{1,18})")
                .matcher(name);
    }
}
