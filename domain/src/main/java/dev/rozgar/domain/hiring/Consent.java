package dev.rozgar.domain.hiring;

import dev.rozgar.domain.Faults;
import dev.rozgar.domain.Millis;
import dev.rozgar.domain.Text;
import java.time.Instant;
import java.util.Optional;

/// What the candidate allows us to do with the application.
///
/// @param store     keep it
/// @param contact   call or write about it
/// @param policyId  the text that was agreed to, a token of at most 64 characters
/// @param expiresAt until when
public record Consent(boolean store, boolean contact, Optional<String> policyId, Optional<Instant> expiresAt) {
    public Consent {
        var faults = new Faults();
        policyId = faults.keep("policy_id", policyId, o -> o.map(p -> Text.token(p, 64, "_-.")));
        expiresAt = faults.keep("expires_at", expiresAt, o -> o.map(Millis::of));
        faults.raise();
    }

    /// Nothing that was sent in may be kept or shown from then on.
    public boolean hasEnded(Instant now) {
        return expiresAt.filter(end -> !end.isAfter(now)).isPresent();
    }
}
