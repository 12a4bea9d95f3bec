package dev.rozgar.application.access;

import dev.rozgar.domain.alerts.Keeper;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.CandidateId;
import java.util.Optional;
import java.util.Set;

/// Who asks, as far as the board knows.
///
/// @param subject    a stable name for the log, at most 100 characters: `key:7f3a`, `jwt:issuer|sub`, `system:clock`
/// @param company    of a recruiter
/// @param candidate  of a candidate
/// @param only       the rights that a narrower key is limited to; empty: all of the role's
/// @param onBehalfOf whom the caller says to speak for, recorded and never trusted for rights; at most 200 characters
public record Identity(
        Role role,
        String subject,
        Optional<CompanyId> company,
        Optional<CandidateId> candidate,
        Set<Right> only,
        Optional<String> onBehalfOf) {
    public static final Identity ANONYMOUS = of(Role.ANONYMOUS, "anonymous");

    public Identity {
        only = Set.copyOf(only);
    }

    /// With all rights of its role, and of no company.
    public static Identity of(Role role, String subject) {
        return new Identity(role, subject, Optional.empty(), Optional.empty(), Set.of(), Optional.empty());
    }

    /// A part of the board, such as its clock.
    public static Identity system(String part) {
        return of(Role.SYSTEM, "system:" + part);
    }

    /// The same, speaking for somebody.
    public Identity speakingFor(Optional<String> somebody) {
        return new Identity(role, subject, company, candidate, only, somebody);
    }

    /// As who keeps searches and webhooks; empty for roles that keep none.
    public Optional<Keeper> keeper() {
        return switch (role) {
            case RECRUITER -> company.map(Keeper.OfCompany::new);
            case CANDIDATE -> candidate.map(Keeper.OfCandidate::new);
            case PARTNER -> Optional.of(new Keeper.OfPartner(subject));
            case ANONYMOUS, MODERATOR, FINANCE, OPERATOR, SYSTEM -> Optional.empty();
        };
    }

    /// Waits for what an employer decides: a candidate, and the partner that brought it. They learn of a rejection when
    /// they are to be told.
    public boolean awaitsDecisions() {
        return role == Role.CANDIDATE || role == Role.PARTNER;
    }

    /// Is the right within the key's limits? Whether the role has it is another question.
    boolean holds(Right right) {
        return only.isEmpty() || only.contains(right);
    }
}
