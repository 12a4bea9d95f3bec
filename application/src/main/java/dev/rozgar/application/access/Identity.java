package dev.rozgar.application.access;

import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.CandidateId;
import java.util.Optional;

/// Who asks, as far as the board knows.
///
/// @param subject    a stable name for the log, at most 100 characters: `key:7f3a`, `jwt:issuer|sub`, `system:clock`
/// @param company    of a recruiter
/// @param candidate  of a candidate
/// @param onBehalfOf whom the caller says to speak for, recorded and never trusted for rights; at most 200 characters
public record Identity(
        Role role,
        String subject,
        Optional<CompanyId> company,
        Optional<CandidateId> candidate,
        Optional<String> onBehalfOf) {
    public static final Identity ANONYMOUS =
            new Identity(Role.ANONYMOUS, "anonymous", Optional.empty(), Optional.empty(), Optional.empty());

    /// A part of the board, such as its clock.
    public static Identity system(String part) {
        return new Identity(Role.SYSTEM, "system:" + part, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// The same, speaking for somebody.
    public Identity speakingFor(Optional<String> somebody) {
        return new Identity(role, subject, company, candidate, somebody);
    }
}
