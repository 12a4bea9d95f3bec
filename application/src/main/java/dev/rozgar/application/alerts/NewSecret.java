package dev.rozgar.application.alerts;

import dev.rozgar.domain.alerts.Secret;
import java.security.SecureRandom;

/// Makes secrets that nobody can guess.
final class NewSecret {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private NewSecret() {}

    static Secret mint() {
        byte[] key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return Secret.of(key);
    }
}
