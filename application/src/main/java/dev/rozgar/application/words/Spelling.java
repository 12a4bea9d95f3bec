package dev.rozgar.application.words;

import dev.rozgar.application.words.Dictionary.Correction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which known words a misspelt one may have been. A slip is a letter too many, one too few, a wrong one, or two
/// neighbours that have changed places (optimal string alignment, the restricted Damerau-Levenshtein distance).
///
/// | letters typed | slips allowed |
/// |---|---|
/// | fewer than [#SHORTEST] | none |
/// | up to 7 | 1 |
/// | [#LONG] and more | 2, of which the first letter may have one if it is the only one |
public final class Spelling {
    public static final int SHORTEST = 4;
    public static final int LONG = 8;
    public static final int MOST = 3;

    private Spelling() {}

    /// A word that stands in listed jobs.
    ///
    /// @param spelt in small letters without accents
    /// @param word as it is compared
    /// @param jobs how many have it, about
    public record Known(String spelt, String word, long jobs) {}

    private record Guess(Known known, int slips, boolean sameBeginning) {}

    private static final Comparator<Guess> LIKELIEST = Comparator.comparing(Guess::sameBeginning)
            .reversed()
            .thenComparing(Guess::slips)
            .thenComparing(guess -> guess.known().jobs(), Comparator.reverseOrder())
            .thenComparing(guess -> guess.known().spelt());

    /// How many slips a word of so many letters may have.
    public static int slipsAllowed(int letters) {
        return letters < SHORTEST ? 0 : letters < LONG ? 1 : 2;
    }

    /// At most [#MOST], each compared word once: those that begin alike first, of those the nearest, of those the
    /// commonest.
    ///
    /// @param typed in small letters without accents
    public static List<Correction> corrections(String typed, List<Known> known) {
        int[] letters = typed.codePoints().toArray();
        int allowed = slipsAllowed(letters.length);
        List<Guess> guesses = new ArrayList<>();
        for (Known one : known) {
            int[] other = one.spelt().codePoints().toArray();
            if (Math.abs(other.length - letters.length) > allowed || other.length == 0) continue;
            int slips = slips(letters, other);
            boolean sameBeginning = letters[0] == other[0];
            if (slips > 0 && slips <= (sameBeginning ? allowed : Math.min(allowed, 1)))
                guesses.add(new Guess(one, slips, sameBeginning));
        }
        guesses.sort(LIKELIEST);
        Set<String> seen = new HashSet<>();
        return guesses.stream()
                .map(Guess::known)
                .filter(one -> seen.add(one.word()))
                .limit(MOST)
                .map(one -> new Correction(one.word(), one.spelt()))
                .toList();
    }

    static int slips(String one, String other) {
        return slips(one.codePoints().toArray(), other.codePoints().toArray());
    }

    private static int slips(int[] one, int[] other) {
        int[] last = new int[other.length + 1];
        int[] row = new int[other.length + 1];
        for (int j = 0; j <= other.length; j++) row[j] = j;
        for (int i = 1; i <= one.length; i++) {
            int[] beforeLast = last;
            last = row;
            row = new int[other.length + 1];
            row[0] = i;
            for (int j = 1; j <= other.length; j++) {
                int changed = last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(last[j], row[j - 1]));
                boolean swapped = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
                if (swapped) row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
            }
        }
        return row[other.length];
    }
}
