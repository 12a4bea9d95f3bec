package dev.rozgar.bootstrap.intake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Text of foreign files made fit for the domain: what cannot be seen and is not allowed goes, what is said stays.
final class Cleaned {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern RUN_OF_SPACES = Pattern.compile("[ \\u00A0]{2,}");
    /// Nobody has encoded a text wrongly more often.
    private static final int MOST_ROUNDS = 3;

    private Cleaned() {}

    /// One line: control characters and runs of spaces become one space.
    static String line(String text) {
        return RUN_OF_SPACES.matcher(spaced(text, false)).replaceAll(" ").strip();
    }

    /// Several lines: control characters become spaces, line ends stay.
    static String prose(String text) {
        return spaced(text.replace("\r\n", "\n").replace('\r', '\n'), true).strip();
    }

    /// At most so many code points, cut behind a word, with a mark that something is missing.
    static String shortened(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        int end = text.offsetByCodePoints(0, most - 1);
        int word = text.lastIndexOf(' ', end);
        return text.substring(0, word > end / 2 ? word : end).strip() + "…";
    }

    /// Undoes UTF-8 that was taken for Windows-1252 and encoded again, once or several times; text that is none of
    /// that comes back as it is.
    static String decodedAgain(String text) {
        var current = text;
        for (int round = 0; round < MOST_ROUNDS && !isAscii(current); round++) {
            var bytes = windowsBytes(current);
            if (bytes.length == 0) {
                break;
            }
            try {
                current = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            } catch (CharacterCodingException noSuchText) {
                break;
            }
        }
        return current;
    }

    /// Empty where a character has no byte. The five bytes that Windows-1252 leaves open stand for themselves.
    private static byte[] windowsBytes(String text) {
        var bytes = new byte[text.length()];
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x100) {
                bytes[i] = (byte) c;
                continue;
            }
            try {
                bytes[i] = WINDOWS.newEncoder()
                        .encode(CharBuffer.wrap(new char[] {c}))
                        .get();
            } catch (CharacterCodingException none) {
                return new byte[0];
            }
        }
        return bytes;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String spaced(String text, boolean lines) {
        int first = firstThatGoes(text, 0, lines);
        if (first == text.length()) return text;
        var clean = new StringBuilder(text);
        for (int i = first; i < text.length(); i = firstThatGoes(text, i + 1, lines)) {
            // What goes is one char long: no control character and no lone half of a pair needs two.
            clean.setCharAt(i, ' ');
        }
        return clean.toString();
    }

    /// The length of the text if all of it from there on is kept.
    private static int firstThatGoes(String text, int from, boolean lines) {
        int i = from;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (!isKept(c, lines)) return i;
            i += Character.charCount(c);
        }
        return i;
    }

    private static boolean isKept(int c, boolean lines) {
        return (lines && (c == '\n' || c == '\t'))
                || (!Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE);
    }
}
