package dev.rozgar.adapters.http.problem;

import java.util.Collection;
import java.util.Optional;

/// The legal name that a wrong one was probably meant to be.
public final class Nearest {
    private static final int LONGEST = 64;

    private Nearest() {}

    /// `; did you mean …?`, or nothing where no name is near.
    public static String hint(String wrong, Collection<String> legal) {
        return of(wrong, legal).map(name -> "; did you mean " + name + "?").orElse("");
    }

    /// At most a third of the letters may differ, or two that changed places; a name that is the end of a path counts
    /// as near (`name` for `company.name`).
    public static Optional<String> of(String wrong, Collection<String> legal) {
        if (wrong.isEmpty() || wrong.length() > LONGEST) return Optional.empty();
        String best = null;
        int least = Math.max(wrong.length() < 4 ? 1 : 2, wrong.length() / 3) + 1;
        for (String name : legal) {
            int distance =
                    name.endsWith('.' + wrong) || name.equalsIgnoreCase(wrong) ? 1 : distance(wrong, name, least);
            if (distance < least) {
                least = distance;
                best = name;
            }
        }
        return Optional.ofNullable(best);
    }

    /// Levenshtein's, in one row; `enough` where it is surely not smaller.
    private static int distance(String a, String b, int enough) {
        if (Math.abs(a.length() - b.length()) >= enough) return enough;
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) row[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
