package dev.rozgar.bootstrap.settings;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// The known key that a misspelt one was most likely meant to be.
final class Nearest {
    private static final int FARTHEST = 3;

    private Nearest() {}

    static Optional<String> to(String key, Collection<String> known) {
        return known.stream()
                .filter(candidate -> distance(key, candidate) <= FARTHEST || hasSameEnd(key, candidate))
                .min(Comparator.comparingInt(candidate -> distance(key, candidate)));
    }

    /// The right name in the wrong group, such as `server.port` without `rozgar.` in front.
    private static boolean hasSameEnd(String key, String candidate) {
        return candidate.endsWith("." + key) || key.endsWith(candidate.substring(candidate.lastIndexOf('.')));
    }

    /// Levenshtein's.
    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        Arrays.setAll(above, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
