package dev.rozgar.application.access;

import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.CandidateId;
import java.util.Optional;

/// Whose a thing is: an application belongs to its candidate and to the job's company.
public record Owner(Optional<CompanyId> company, Optional<CandidateId> candidate) {
    /// Everybody's, such as a list.
    public static final Owner NOBODY = new Owner(Optional.empty(), Optional.empty());

    public static Owner of(CompanyId company) {
        return new Owner(Optional.of(company), Optional.empty());
    }

    public static Owner of(CompanyId company, CandidateId candidate) {
        return new Owner(Optional.of(company), Optional.of(candidate));
    }

    /// Is it the identity's own?
    boolean isOwnOf(Identity identity) {
        return identity.company().isPresent() && identity.company().equals(company)
                || identity.candidate().isPresent() && identity.candidate().equals(candidate);
    }
}
