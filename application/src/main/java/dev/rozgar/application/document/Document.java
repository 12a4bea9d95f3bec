package dev.rozgar.application.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// One document: UTF-8 JSON exactly as PostgreSQL built it, on one line. A slice of a larger buffer, never copied or
/// parsed on the way out.
public final class Document {
    private static final int LONGEST_MOMENT = 40;

    private final byte[] buffer;
    private final int offset;
    private final int length;

    /// The buffer belongs to the document from now on; nobody writes to it again.
    public Document(byte[] buffer, int offset, int length) {
        if (offset < 0 || length < 0 || offset > buffer.length - length)
            throw new IllegalArgumentException("slice outside of its buffer");
        this.buffer = buffer;
        this.offset = offset;
        this.length = length;
    }

    public static Document of(byte[] bytes) {
        return new Document(bytes, 0, bytes.length);
    }

    /// Bytes of UTF-8.
    public int length() {
        return length;
    }

    /// Copies the bytes to `target` at `position` and answers the position behind them.
    public int copyTo(byte[] target, int position) {
        System.arraycopy(buffer, offset, target, position, length);
        return position + length;
    }

    public byte[] bytes() {
        return Arrays.copyOfRange(buffer, offset, offset + length);
    }

    /// The number that it begins with: the first member of every document is its id.
    public long id() {
        int at = offset;
        while (buffer[at] != ':') at++;
        do at++;
        while (buffer[at] == ' ');
        int start = at;
        while (buffer[at] >= '0' && buffer[at] <= '9') at++;
        return Long.parseLong(new String(buffer, start, at - start, StandardCharsets.US_ASCII));
    }

    /// The document with one more member at its end.
    ///
    /// @param json its value
    public Document with(String name, String json) {
        byte[] more = (",\"" + name + "\":" + json + '}').getBytes(StandardCharsets.UTF_8);
        byte[] bytes = Arrays.copyOfRange(buffer, offset, offset + length - 1 + more.length);
        System.arraycopy(more, 0, bytes, length - 1, more.length);
        return of(bytes);
    }

    /// Whether the other is this document, byte for byte.
    public boolean hasBytesOf(Document other) {
        return Arrays.equals(buffer, offset, offset + length, other.buffer, other.offset, other.offset + other.length);
    }

    /// A strong validator (RFC 9110 §8.8.1), quotes included: equal bytes, equal tag, whichever read model answered.
    public String etag() {
        MessageDigest digest = Fingerprint.sha256();
        digest.update(buffer, offset, length);
        return '"' + HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), 12)) + '"';
    }

    /// The moment that a member holds, found from the end and without reading the rest: inside of a text the
    /// quotes of a name are escaped. Of several members of that name, the last.
    public Optional<Instant> lastMoment(String member) {
        byte[] name = ('"' + member + "\":").getBytes(StandardCharsets.UTF_8);
        for (int at = offset + length - name.length; at >= offset; at--) {
            if (Arrays.mismatch(buffer, at, at + name.length, name, 0, name.length) < 0)
                return moment(at + name.length);
        }
        return Optional.empty();
    }

    private Optional<Instant> moment(int from) {
        int end = Math.min(from + LONGEST_MOMENT, offset + length);
        String[] parts = new String(buffer, from, end - from, StandardCharsets.UTF_8).split("\"", 3);
        try {
            return parts.length == 3 && parts[0].isBlank() ? Optional.of(Instant.parse(parts[1])) : Optional.empty();
        } catch (DateTimeParseException otherwise) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return new String(buffer, offset, length, StandardCharsets.UTF_8);
    }
}
