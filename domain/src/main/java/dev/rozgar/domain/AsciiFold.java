package dev.rozgar.domain;

/// Writes text with ASCII letters: Latin letters lose their accents, Devanagari is transliterated (roughly ISO 15919
/// without its accents, the unspoken last "a" of a word left out), all else parts words.
final class AsciiFold {
    /// One entry per code point from U+00C0 to U+017F; a hyphen parts words.
    private static final String LATIN = "a a a a a a ae c e e e e i i i i d n o o o o o - o u u u u y th ss "
            + "a a a a a a ae c e e e e i i i i d n o o o o o - o u u u u y th y "
            + "a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g h h h h "
            + "i i i i i i i i i i ij ij j j k k k l l l l l l l l l l n n n n n n n n n "
            + "o o o o o o oe oe r r r r r r s s s s s s s s t t t t t t u u u u u u u u u u u u "
            + "w w y y y z z z z z z s";
    /// U+0905 to U+0914, vowels that stand alone.
    private static final String VOWELS = "a a i i u u ri l e e e ai o o o au";
    /// U+0915 to U+0939, consonants.
    private static final String CONSONANTS =
            "k kh g gh n ch chh j jh n t th d dh n t th d dh n n " + "p ph b bh m y r r l l l v sh sh s h";
    /// U+093E to U+094C, vowel signs.
    private static final String SIGNS = "a i i u u ri ri e e e ai o o o au";

    /// U+0958 to U+095F, consonants with a dot below, as without it.
    private static final String DOTTED = "k kh g j d dh ph y";

    private static final String[] LATIN_AT = LATIN.split(" ");
    private static final String[] VOWEL_AT = VOWELS.split(" ");
    private static final String[] CONSONANT_AT = CONSONANTS.split(" ");
    private static final String[] DOTTED_AT = DOTTED.split(" ");
    private static final String[] SIGN_AT = SIGNS.split(" ");

    private final StringBuilder out = new StringBuilder();
    /// The last letter was a bare consonant, which is spoken with an "a" unless something else follows.
    private boolean open;

    private AsciiFold() {}

    /// Lower-case words joined by hyphens; empty if no character has a place in ASCII.
    static String words(String text) {
        var fold = new AsciiFold();
        text.codePoints().forEach(fold::take);
        fold.part();
        int end = fold.out.length();
        return fold.out.substring(0, end > 0 && fold.out.charAt(end - 1) == '-' ? end - 1 : end);
    }

    private void take(int c) {
        if (Text.isAsciiAlphanumeric(c)) {
            letters(String.valueOf((char) Character.toLowerCase(c)));
        } else if (c >= 0xC0 && c <= 0x17F) {
            var letters = LATIN_AT[c - 0xC0];
            if (letters.equals("-")) {
                part();
            } else {
                letters(letters);
            }
        } else if (c >= 0x0900 && c <= 0x097F) {
            devanagari(c);
        } else if (!isJoiner(c)) {
            part();
        }
    }

    private void devanagari(int c) {
        if (c >= 0x0905 && c <= 0x0914) {
            letters(VOWEL_AT[c - 0x0905]);
        } else if (c >= 0x0915 && c <= 0x0939) {
            letters(CONSONANT_AT[c - 0x0915]);
            open = true;
        } else if (c >= 0x0958 && c <= 0x095F) {
            letters(DOTTED_AT[c - 0x0958]);
            open = true;
        } else if (c >= 0x093E && c <= 0x094C) {
            open = false;
            letters(SIGN_AT[c - 0x093E]);
        } else if (c == 0x094D) {
            open = false;
        } else if (c == 0x0901 || c == 0x0902) {
            letters("n");
        } else if (c >= 0x0966 && c <= 0x096F) {
            letters(String.valueOf((char) ('0' + c - 0x0966)));
        } else if (c == 0x0964 || c == 0x0965) {
            part();
        }
    }

    private void letters(String ascii) {
        if (open) {
            out.append('a');
            open = false;
        }
        out.append(ascii);
    }

    private void part() {
        open = false;
        if (!out.isEmpty() && out.charAt(out.length() - 1) != '-') {
            out.append('-');
        }
    }

    /// Combining accents, the apostrophe and the zero-width joiners stand inside words.
    private static boolean isJoiner(int c) {
        return (c >= 0x0300 && c <= 0x036F) || c == '\'' || c == 0x2019 || c == 0x200C || c == 0x200D;
    }
}
