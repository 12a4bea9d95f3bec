package dev.rozgar.application.access;

import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.CandidateId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Keys for programs. Only the SHA-256 of a key is kept: it has 256 random bits, so nothing slower is needed.
public interface ApiKeys {
    /// Whose key it is; empty if it is unknown, revoked or over.
    Optional<Identity> find(byte[] sha256, Instant now);

    void save(ApiKey key, byte[] sha256);

    /// Newest first.
    List<ApiKey> list(int most);

    /// @return whether there was such a key, revoked before or not
    boolean revoke(String id, Instant at);

    /// What is known of a key besides its secret.
    ///
    /// @param id    8 hexadecimal digits, also the beginning of the key itself
    /// @param label at most 100 characters
    /// @param only  as in [Identity]
    record ApiKey(
            String id,
            String label,
            Role role,
            Optional<CompanyId> company,
            Optional<CandidateId> candidate,
            Set<Right> only,
            Instant createdAt,
            Optional<Instant> expiresAt,
            Optional<Instant> revokedAt) {}
}
