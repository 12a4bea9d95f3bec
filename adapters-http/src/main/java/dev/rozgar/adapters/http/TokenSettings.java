package dev.rozgar.adapters.http;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;

/// Whose tokens (JWT, RS256 or ES256) are believed. A token must hold `iss`, `aud`, `sub`, `exp` and `role`; a
/// recruiter's also `company_id`, a candidate's `candidate_id`.
///
/// @param issuer   the `iss` that it must have
/// @param audience the `aud` that must be among its own
/// @param keys     the public keys that it may be signed with
/// @param skew     how far the issuer's clock may be from ours, in whole seconds
public record TokenSettings(String issuer, String audience, Keys keys, Duration skew) {
    /// What is usual.
    public static final Duration USUAL_SKEW = Duration.ofSeconds(60);

    /// A JSON Web Key Set.
    public sealed interface Keys {
        /// The set itself.
        record Inline(String json) implements Keys {
            /// @throws IllegalArgumentException unless it is a set of public keys, one at least
            public Inline {
                try {
                    JWKSet set = JWKSet.parse(json);
                    if (set.isEmpty() || set.containsNonPublicKeys())
                        throw new IllegalArgumentException("not a set of public keys");
                } catch (ParseException unreadable) {
                    // Its message would show what may be somebody's secret.
                    throw new IllegalArgumentException("not a JSON Web Key Set");
                }
            }
        }

        /// Where it is published; read when it is needed, kept for five minutes, read again for a key that is not in
        /// it. While it cannot be read, the last one is believed for an hour.
        ///
        /// @param most how long a connection may take, and then each piece of the answer
        record At(URI address, Duration most) implements Keys {
            /// With the usual patience, half a second.
            public At(URI address) {
                this(address, Duration.ofMillis(500));
            }
        }
    }
}
