package dev.rozgar.domain;

import java.util.function.IntPredicate;

/// The rules for text. Lengths count code points, as PostgreSQL's `char_length` does.
public final class Text {
    private Text() {}

    /// One line: stripped, something to see in it, no control characters, at most `most` code points.
    ///
    /// @throws InvalidValues naming the broken rule
    public static String line(String given, int most) {
        return checked(given.strip(), most, c -> !Character.isISOControl(c));
    }

    /// Several lines: as [#line], but line feeds and tabs may stay; Windows line ends become line feeds.
    ///
    /// @throws InvalidValues naming the broken rule
    public static String prose(String given, int most) {
        var unix = given.replace("\r\n", "\n").strip();
        return checked(unix, most, c -> c == '\n' || c == '\t' || !Character.isISOControl(c));
    }

    /// A short token of ASCII letters, digits and the given extra characters.
    ///
    /// @throws InvalidValues naming the broken rule
    public static String token(String given, int most, String extra) {
        return checked(given, most, c -> isAsciiAlphanumeric(c) || extra.indexOf(c) >= 0);
    }

    /// The reason that comes with a move: one line of at most 500 characters, its faults point at `/reason`.
    ///
    /// @throws InvalidValues naming the broken rule
    public static String reason(String given) {
        var faults = new Faults();
        var kept = faults.keep("reason", given, r -> line(r, 500));
        faults.raise();
        return kept;
    }

    static boolean isAsciiAlphanumeric(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static String checked(String text, int most, IntPredicate allowed) {
        boolean visible = false;
        boolean wellFormed = true;
        int characters = 0;
        int c;
        for (int i = 0; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            characters++;
            visible = visible || isVisible(c);
            // A lone surrogate is no character: UTF-8, and so the database, cannot hold it.
            wellFormed = wellFormed && allowed.test(c) && Character.getType(c) != Character.SURROGATE;
        }
        var faults = new Faults();
        faults.unless(visible, "", "REQUIRED", "must not be blank");
        faults.unless(characters <= most, "", "TOO_LONG", "may have at most " + most + " characters");
        faults.unless(wellFormed, "", "MALFORMED", "has a character that is not allowed here");
        faults.raise();
        return text;
    }

    private static boolean isVisible(int c) {
        return !Character.isWhitespace(c)
                && !Character.isSpaceChar(c)
                && !Character.isISOControl(c)
                && Character.getType(c) != Character.FORMAT;
    }
}
