package dev.rozgar.domain.alerts;

import dev.rozgar.domain.InvalidValues;
import java.util.Base64;

/// What events are signed with: `whsec_` and 24 to 64 bytes in base 64. Never logged, told once.
public record Secret(String text) {
    public static final String PREFIX = "whsec_";
    private static final int LEAST = 24;
    private static final int MOST = 64;

    public Secret {
        if (!isSecret(text)) throw InvalidValues.of("MALFORMED", "must be whsec_ and 24 to 64 bytes in base 64");
    }

    public static Secret of(byte[] key) {
        return new Secret(PREFIX + Base64.getEncoder().encodeToString(key));
    }

    public byte[] key() {
        return Base64.getDecoder().decode(text.substring(PREFIX.length()));
    }

    private static boolean isSecret(String text) {
        if (!text.startsWith(PREFIX)) return false;
        try {
            int length = Base64.getDecoder().decode(text.substring(PREFIX.length())).length;
            return length >= LEAST && length <= MOST;
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }

    /// Without what must not be logged.
    @Override
    public String toString() {
        return "Secret[…]";
    }
}
