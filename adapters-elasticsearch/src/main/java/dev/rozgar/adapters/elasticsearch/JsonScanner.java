package dev.rozgar.adapters.elasticsearch;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Walks over JSON in a byte array and stops only at what its caller asks for; everything else is passed over in one
/// go, without a string or a number being made of it. It trusts the sender to write correct JSON, but never reads
/// past the end.
///
/// An object is read by `enter('{')`, then [#member] until it says no; each member's value must be read or
/// [skipped][#skip]. An array likewise by `enter('[')` and [#element].
final class JsonScanner {
    private static final long QUOTES = EightBytes.of('"');
    private static final long BACKSLASHES = EightBytes.of('\\');

    private final byte[] json;
    private final int end;
    private int at;
    private int nameStart;
    private int nameEnd;

    JsonScanner(byte[] json, int start, int length) {
        this.json = json;
        this.at = start;
        this.end = start + length;
    }

    /// Not JSON, or not the value that was expected.
    static final class Malformed extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private Malformed(String what, int at) {
            super(what + " at byte " + at);
        }
    }

    /// The position, which is the start of a value right after [#member] or [#element] and its end after [#skip].
    int position() {
        return at;
    }

    /// Goes on there, for a caller who knows by other means where the value at hand ends.
    void moveTo(int position) {
        at = position;
    }

    void enter(char bracket) {
        if (peek() != bracket) throw malformed("no " + bracket);
        at++;
    }

    /// Steps to the value of the next member; false behind the last one.
    boolean member() {
        if (!next('}')) return false;
        if (peek() != '"') throw malformed("no name");
        nameStart = at + 1;
        skipString();
        nameEnd = at - 1;
        if (peek() != ':') throw malformed("no colon");
        at++;
        peek();
        return true;
    }

    /// Whether the member at hand has this name, which must be ASCII.
    boolean is(String name) {
        if (nameEnd - nameStart != name.length()) return false;
        for (int i = 0; i < name.length(); i++) {
            if (json[nameStart + i] != name.charAt(i)) return false;
        }
        return true;
    }

    /// The name of the member at hand as it is written, with its colon.
    void copyName(ByteArrayOutputStream to) {
        to.write(json, nameStart - 1, nameEnd - nameStart + 2);
        to.write(':');
    }

    /// Whether the value at hand begins so.
    boolean isAt(char first) {
        return peek() == first;
    }

    /// Steps to the next element; false behind the last one.
    boolean element() {
        return next(']');
    }

    /// Passes over one value of any kind.
    void skip() {
        switch (peek()) {
            case '"' -> skipString();
            case '{', '[' -> skipNested();
            default -> skipScalar();
        }
    }

    /// The next value as it is written: a string with its quotes and escapes.
    String raw() {
        peek();
        int start = at;
        skip();
        return new String(json, start, at - start, StandardCharsets.UTF_8);
    }

    long whole() {
        try {
            return Long.parseLong(raw());
        } catch (NumberFormatException other) {
            throw malformed("no whole number");
        }
    }

    boolean isTrue() {
        return raw().equals("true");
    }

    private boolean next(char closing) {
        int b = peek();
        if (b == closing) {
            at++;
            return false;
        }
        if (b == ',') {
            at++;
            peek();
        }
        return true;
    }

    /// The byte that the next token begins with.
    private byte peek() {
        while (at < end) {
            byte b = json[at];
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') return b;
            at++;
        }
        throw malformed("the end");
    }

    private void skipString() {
        int i = quoteOrBackslash(at + 1);
        while (json[i] == '\\') i = quoteOrBackslash(i + 2);
        at = i + 1;
    }

    /// The next of the two at or behind `i`, looked for in eight bytes at a time: strings are most of a document.
    private int quoteOrBackslash(int i) {
        for (; i + Long.BYTES <= end; i += Long.BYTES) {
            long eight = EightBytes.at(json, i);
            long found = EightBytes.zeros(eight ^ QUOTES) | EightBytes.zeros(eight ^ BACKSLASHES);
            if (found != 0) return i + EightBytes.first(found);
        }
        for (; i < end; i++) {
            if (json[i] == '"' || json[i] == '\\') return i;
        }
        throw malformed("an open string");
    }

    private void skipNested() {
        int depth = 0;
        while (at < end) {
            switch (json[at]) {
                case '"' -> {
                    skipString();
                    continue;
                }
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                default -> {}
            }
            at++;
            if (depth == 0) return;
        }
        throw malformed("an open bracket");
    }

    private void skipScalar() {
        int start = at;
        while (at < end && isScalar(json[at])) at++;
        if (at == start) throw malformed("no value");
    }

    private static boolean isScalar(byte b) {
        return b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b == '-' || b == '+' || b == '.' || b == 'E';
    }

    private Malformed malformed(String what) {
        return new Malformed(what, at);
    }
}
