package dev.rozgar.application.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// A key that nobody has seen yet. Its text is shown once and never stored: `rzg_`, the id, `_`, and 256 random bits in
/// base64url.
///
/// @param id   8 hexadecimal digits, for lists and for revoking
/// @param text what the caller sends as `Authorization: Bearer …`
public record NewKey(String id, String text) {
    private static final SecureRandom RANDOM = new SecureRandom();

    public static NewKey mint() {
        byte[] id = new byte[4];
        byte[] secret = new byte[32];
        RANDOM.nextBytes(id);
        RANDOM.nextBytes(secret);
        String name = HexFormat.of().formatHex(id);
        return new NewKey(
                name,
                "rzg_" + name + '_' + Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /// What is stored instead of the text.
    public byte[] sha256() {
        return sha256(text);
    }

    /// What is looked up when somebody shows a key.
    public static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /// Never the text: it must not reach a log.
    @Override
    public String toString() {
        return "key " + id;
    }
}
