package dev.rozgar.domain.hiring;

import dev.rozgar.domain.EmailAddress;
import dev.rozgar.domain.Faults;
import dev.rozgar.domain.Millis;
import dev.rozgar.domain.PhoneNumber;
import dev.rozgar.domain.Text;
import java.time.Instant;
import java.util.Optional;

/// Somebody who looks for work: reached by phone first, the mail address may be missing.
///
/// @param name            at most 100 characters
/// @param phoneVerifiedAt when a code sent to the phone came back; empty: never
public record Candidate(
        CandidateId id,
        String name,
        PhoneNumber phone,
        Optional<Instant> phoneVerifiedAt,
        Optional<EmailAddress> email) {
    public Candidate {
        var faults = new Faults();
        name = faults.keep("name", name, n -> Text.line(n, 100));
        phoneVerifiedAt = faults.keep("phone_verified_at", phoneVerifiedAt, o -> o.map(Millis::of));
        faults.raise();
    }

    /// The same person, whose phone answered.
    public Candidate withVerifiedPhone(Instant now) {
        return new Candidate(id, name, phone, Optional.of(now), email);
    }
}
