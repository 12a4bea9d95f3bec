package dev.rozgar.adapters.http;

import java.net.URI;

/// Whose tokens (JWT, RS256 or ES256) are believed. A token must hold `iss`, `aud`, `sub`, `exp` and `role`; a
/// recruiter's also `company_id`, a candidate's `candidate_id`.
///
/// @param issuer   the `iss` that it must have
/// @param audience the `aud` that must be among its own
/// @param keys     the public keys that it may be signed with
public record TokenSettings(String issuer, String audience, Keys keys) {
    /// A JSON Web Key Set.
    public sealed interface Keys {
        /// The set itself.
        record Inline(String json) implements Keys {}

        /// Where it is published; read when it is needed, kept for five minutes.
        record At(URI address) implements Keys {}
    }
}
