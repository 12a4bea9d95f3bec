package dev.rozgar.application.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/// One document: UTF-8 JSON exactly as PostgreSQL built it, on one line. A slice of a larger buffer, never copied or
/// parsed on the way out.
public final class Document {
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

    /// A strong validator (RFC 9110 §8.8.1), quotes included: equal bytes, equal tag, whichever read model answered.
    public String etag() {
        MessageDigest digest = Fingerprint.sha256();
        digest.update(buffer, offset, length);
        return '"' + HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), 12)) + '"';
    }

    @Override
    public String toString() {
        return new String(buffer, offset, length, StandardCharsets.UTF_8);
    }
}
