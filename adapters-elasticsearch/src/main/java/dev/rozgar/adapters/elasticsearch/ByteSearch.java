package dev.rozgar.adapters.elasticsearch;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Finds a fixed ASCII text in a long array. It looks for the text's last byte in eight bytes at a time and compares
/// only there, so that byte had better be rare. A search that leaps by what it sees (Horspool's) looks at fewer bytes
/// and takes twice the time: each of its steps waits for the one before.
final class ByteSearch {
    private final byte[] text;
    private final byte end;
    private final long ends;

    ByteSearch(String ascii) {
        text = ascii.getBytes(StandardCharsets.US_ASCII);
        end = text[text.length - 1];
        ends = EightBytes.of(end);
    }

    /// Where the text begins first at or behind `from` and ends before `to`; -1 if nowhere.
    int in(byte[] bytes, int from, int to) {
        int last = text.length - 1;
        int at = from + last;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long found = EightBytes.zeros(EightBytes.at(bytes, at) ^ ends);
            // What is marked behind the first may be none.
            for (; found != 0; found &= found - 1) {
                int candidate = at + EightBytes.first(found);
                if (endsAt(bytes, candidate)) return candidate - last;
            }
        }
        for (; at < to; at++) {
            if (endsAt(bytes, at)) return at - last;
        }
        return -1;
    }

    private boolean endsAt(byte[] bytes, int at) {
        return bytes[at] == end && Arrays.equals(bytes, at + 1 - text.length, at + 1, text, 0, text.length);
    }
}
