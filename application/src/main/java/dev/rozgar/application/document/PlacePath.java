package dev.rozgar.application.document;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How places are named at any level of their tree, the same in documents and in queries:
///
/// | form | means |
/// |---|---|
/// | `IN` | a country, ISO 3166 |
/// | `IN/maharashtra` | a region |
/// | `IN/maharashtra/mumbai` | a locality |
/// | `IN//mumbai` | a locality whose region is not told |
/// | `place:…` | one place of a gazetteer, by its id, compared as it is |
///
/// Names are compared in small letters without accents. A slash inside a name is written as a space. The SQL function
/// `places_of` makes the same of a row.
public final class PlacePath {
    /// Before the id of a place in a gazetteer.
    public static final String ID = "place:";

    /// What the forms look like, before they are folded.
    public static final String PATTERN = "([A-Za-z]{2}(/[^/]+|/[^/]*/[^/]+)?|" + ID + ".+)";

    private static final Pattern FORM = Pattern.compile(PATTERN);
    /// What Unicode calls combining diacritical marks; the vowel signs of other scripts are no accents.
    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036F]");
    private static final String BESIDE = "/";

    private PlacePath() {}

    /// The place in the one form that documents have; empty where this is none.
    static Optional<String> of(String text) {
        if (!FORM.matcher(text).matches()) return Optional.empty();
        if (text.startsWith(ID)) return Optional.of(text);
        List<String> parts = Arrays.asList(text.split(BESIDE));
        String names = parts.stream().skip(1).map(name -> BESIDE + folded(name)).collect(Collectors.joining());
        // A name of nothing but accents and spaces is none.
        return names.endsWith(BESIDE)
                ? Optional.empty()
                : Optional.of(parts.getFirst().toUpperCase(Locale.ROOT) + names);
    }

    /// Letter by letter: a word as a whole has another small form in some languages, which PostgreSQL does not know.
    private static String folded(String name) {
        String plain =
                ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        String small = plain.codePoints()
                .map(Character::toLowerCase)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        return Normalizer.normalize(small, Normalizer.Form.NFC).replaceAll("^ +| +$", "");
    }
}
