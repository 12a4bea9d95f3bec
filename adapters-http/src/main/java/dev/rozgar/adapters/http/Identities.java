package dev.rozgar.adapters.http;

import dev.rozgar.application.access.ApiKeys;
import java.util.Optional;

/// Where those come from who may use the API.
///
/// @param keys   for programs
/// @param tokens an issuer that is believed, if there is one
public record Identities(ApiKeys keys, Optional<TokenSettings> tokens) {
    /// Keys alone.
    public static Identities of(ApiKeys keys) {
        return new Identities(keys, Optional.empty());
    }
}
