package dev.rozgar.bootstrap.intake;

import dev.rozgar.domain.job.OccupationId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Postings that contain one of these texts are of this occupation.
///
/// @param contains in lower case, each behind a space, because it is found only at the beginning of a word
record OccupationRule(List<String> contains, OccupationId occupation) {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}+#.]+");

    static OccupationRule of(List<String> beginnings, OccupationId occupation) {
        return new OccupationRule(beginnings.stream().map(part -> " " + part).toList(), occupation);
    }

    /// The occupation of the first line that any rule matches, by the first of those rules.
    static Optional<OccupationId> first(List<OccupationRule> rules, String lines) {
        return lines.lines().flatMap(line -> ofLine(rules, line).stream()).findFirst();
    }

    private static Optional<OccupationId> ofLine(List<OccupationRule> rules, String line) {
        var words = " " + words(line) + " ";
        for (OccupationRule rule : rules) {
            if (rule.matches(words)) {
                return Optional.of(rule.occupation);
            }
        }
        return Optional.empty();
    }

    private boolean matches(String words) {
        for (String part : contains) {
            if (words.contains(part)) {
                return true;
            }
        }
        return false;
    }

    /// Lower-case words with single spaces between them.
    private static String words(String text) {
        return BETWEEN_WORDS
                .matcher(text.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }
}
