package dev.rozgar.application.document;

import java.util.List;

/// How text becomes words, declared once for both engines: first the replacements, one after the other, then
/// a split at spaces, lower case, folding of accents, and the Snowball stemmer. Elasticsearch gets the rules
/// as an analyzer, PostgreSQL as a function.
///
/// The patterns keep to what Java's and PostgreSQL's regular expressions share (explicit sets, four-digit
/// escapes, look-ahead; no classes such as `\w`, whose members differ between the two). Names such as `C#`,
/// `C++`, `.net` and `ci/cd` stay whole.
public final class TextRules {
    /// A pattern and what stands in its place.
    public record Replacement(String pattern, String by) {}

    /// Spaces of every width, quotes, brackets and punctuation that never belongs to a word.
    private static final String SEPARATORS =
            "[\\u0000-\\u0020\\u0085\\u00A0\\u1680\\u2000-\\u200B\\u2028-\\u202F\\u205F\\u2060\\u3000\\uFEFF"
                    + "!\"$%&'()*,:;<=>?@\\[\\\\\\]^_`{|}~"
                    + "\\u00A1-\\u00A9\\u00AB\\u00AC\\u00AE-\\u00B4\\u00B6-\\u00B9\\u00BB\\u00BF\\u00D7\\u00F7"
                    + "\\u0964\\u0965\\u2010-\\u2027\\u2030-\\u205E\\u20A0-\\u20BF\\u2122\\u2190-\\u2BFF\\u3001-\\u3003]+";

    public static final List<Replacement> REPLACEMENTS = List.of(
            new Replacement(SEPARATORS, " "),
            // Dots, hyphens and slashes belong to a word only inside it, a dot also before it (".net"); "+" and "#"
            // also behind it ("C#").
            new Replacement("[-./]+(?= |$)", ""),
            new Replacement("(^| )[-/+#]+", "$1"));

    /// The Snowball algorithm's name; the same in both engines.
    public static final String STEMMER = "English";

    private TextRules() {}
}
