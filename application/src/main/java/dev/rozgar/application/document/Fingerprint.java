package dev.rozgar.application.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// SHA-256 digests, shortened: of a declaration, of a query that a cursor belongs to, of a document's bytes.
final class Fingerprint {
    private Fingerprint() {}

    static String hex(byte[] bytes, int length) {
        return HexFormat.of().formatHex(Arrays.copyOf(sha256().digest(bytes), length));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
