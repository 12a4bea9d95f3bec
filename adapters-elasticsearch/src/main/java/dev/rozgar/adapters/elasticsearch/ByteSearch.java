package dev.rozgar.adapters.elasticsearch;

import java.util.Arrays;

/// Finds a fixed ASCII text in a long array without looking at most of its bytes: Horspool's simplification of Boyer
/// and Moore's search (Practical fast searching in strings, Software: Practice and Experience 10, 1980).
final class ByteSearch {
    private final byte[] text;
    /// By how much the text moves on, for each byte that may stand under its end.
    private final int[] shifts = new int[256];

    ByteSearch(String ascii) {
        text = new byte[ascii.length()];
        Arrays.fill(shifts, text.length);
        for (int i = 0; i < text.length; i++) {
            text[i] = (byte) ascii.charAt(i);
            if (i < text.length - 1) shifts[text[i]] = text.length - 1 - i;
        }
    }

    /// Where the text begins first at or behind `from` and ends before `to`; -1 if nowhere.
    int in(byte[] bytes, int from, int to) {
        int last = text.length - 1;
        for (int at = from; at + last < to; at += shifts[bytes[at + last] & 0xff]) {
            if (Arrays.equals(bytes, at, at + text.length, text, 0, text.length)) return at;
        }
        return -1;
    }
}
