package dev.rozgar.application.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/// How text becomes words, declared once for both engines. The words are what [#WORD] matches, leftmost and longest;
/// they get small letters without accents, are cut at [#LONGEST_WORD] and reduced by the Snowball stemmer.
/// Elasticsearch gets the rules as an analyzer, PostgreSQL as a function.
///
/// A separator belongs to no word. Of the other signs some stand inside of words and not everywhere at their edges,
/// so names such as `C#`, `C++`, `.net` and `ci/cd` stay whole.
public final class TextRules {
    /// Beside the space: other spaces, quotes, brackets, punctuation that never belongs to a word, and what is no
    /// character; single ones, and spans with a hyphen between their ends.
    private static final String SEPARATORS =
            "\u0000-\u001F\u0085\u00A0\u1680\u2000-\u200B\u2028-\u202F\u205F\u2060\u3000\uFEFF\uFDD0-\uFDEF\uFFFE\uFFFF"
                    + "!\"$-*,:-@[\\]^-`{-~"
                    + "\u00A1-\u00A9\u00AB\u00AC\u00AE-\u00B4\u00B6-\u00B9\u00BB\u00BF\u00D7\u00F7"
                    + "\u0964\u0965\u2010-\u2027\u2030-\u205E\u20A0-\u20BF\u2122\u2190-\u2BFF\u3001-\u3003";

    private static final List<Span> SPANS = spans();

    /// What may stand once before a word.
    public static final String MAY_LEAD = ".";

    /// What no word begins with otherwise, nor with [#MAY_LEAD].
    public static final String NEVER_FIRST = "-/+#";

    /// What no word ends with.
    public static final String NEVER_LAST = "-./";

    /// A regular expression without look-around, of the kind that Java and Lucene read alike. It can be matched by
    /// looking at each character once and never going back, and is written so that Lucene need not work that out:
    /// Elasticsearch refuses a pattern that does not say at each character where it goes on.
    public static final String WORD = word();

    /// How many UTF-16 units of a word count.
    public static final int LONGEST_WORD = 255;

    /// The Snowball algorithm's name; the same in both engines.
    public static final String STEMMER = "English";

    private record Span(char first, char last) {
        String text(IntFunction<String> written) {
            return first == last ? written.apply(first) : written.apply(first) + '-' + written.apply(last);
        }
    }

    private TextRules() {}

    /// What stands between words beside the space, as a set in a regular expression, without its brackets.
    ///
    /// @param written one character, as the expression has it
    public static String separators(IntFunction<String> written) {
        return SPANS.stream().map(span -> span.text(written)).collect(Collectors.joining());
    }

    /// A digest of the rules: words of other rules do not meet these.
    static String fingerprint() {
        String all = WORD + LONGEST_WORD + STEMMER;
        return Fingerprint.hex(all.getBytes(StandardCharsets.UTF_8), 8);
    }

    private static List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        int at = 0;
        while (at < SEPARATORS.length()) {
            boolean wide = SEPARATORS.startsWith("-", at + 1);
            spans.add(new Span(SEPARATORS.charAt(at), SEPARATORS.charAt(wide ? at + 2 : at)));
            at += wide ? 3 : 1;
        }
        return List.copyOf(spans);
    }

    private static String word() {
        // Lucene takes no escaped character for the begin of a span.
        String separators = " " + separators(c -> "[\\]".indexOf(c) < 0 ? Character.toString(c) : escaped(c));
        String first = "[^" + separators + escaped(NEVER_FIRST + MAY_LEAD) + ']';
        String inner = '[' + escaped(NEVER_LAST) + ']';
        String last = "[^" + separators + escaped(NEVER_LAST) + ']';
        return escaped(MAY_LEAD) + '?' + first + '(' + inner + '*' + last + ")*";
    }

    private static String escaped(String signs) {
        return signs.chars().mapToObj(TextRules::escaped).collect(Collectors.joining());
    }

    private static String escaped(int c) {
        return "\\" + Character.toString(c);
    }
}
