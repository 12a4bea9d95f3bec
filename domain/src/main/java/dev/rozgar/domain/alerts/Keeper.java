package dev.rozgar.domain.alerts;

import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.CandidateId;

/// Who is told.
public sealed interface Keeper {
    /// All recruiters of a company.
    record OfCompany(CompanyId company) implements Keeper {}

    record OfCandidate(CandidateId candidate) implements Keeper {}

    /// @param subject of the partner's identity
    record OfPartner(String subject) implements Keeper {}
}
