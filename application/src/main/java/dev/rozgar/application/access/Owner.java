package dev.rozgar.application.access;

import dev.rozgar.domain.alerts.Keeper;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.CandidateId;
import dev.rozgar.domain.hiring.JobApplication;
import java.util.Optional;

/// Whose a thing is: an application belongs to its candidate, to the job's company, and to the partner that brought it.
///
/// @param partner the subject of its identity
public record Owner(Optional<CompanyId> company, Optional<CandidateId> candidate, Optional<String> partner) {
    /// Everybody's, such as a list.
    public static final Owner NOBODY = new Owner(Optional.empty(), Optional.empty());

    public Owner(Optional<CompanyId> company, Optional<CandidateId> candidate) {
        this(company, candidate, Optional.empty());
    }

    public static Owner of(CompanyId company) {
        return new Owner(Optional.of(company), Optional.empty());
    }

    public static Owner of(CompanyId company, CandidateId candidate) {
        return new Owner(Optional.of(company), Optional.of(candidate));
    }

    public static Owner of(Keeper keeper) {
        return switch (keeper) {
            case Keeper.OfCompany(var company) -> of(company);
            case Keeper.OfCandidate(var candidate) -> new Owner(Optional.empty(), Optional.of(candidate));
            case Keeper.OfPartner(var partner) -> new Owner(Optional.empty(), Optional.empty(), Optional.of(partner));
        };
    }

    /// Of what the identity keeps for itself; nobody where it keeps nothing.
    public static Owner keeping(Identity who) {
        return who.keeper().map(Owner::of).orElse(NOBODY);
    }

    public static Owner of(JobApplication sent) {
        var letter = sent.letter();
        return new Owner(
                Optional.of(sent.company()),
                Optional.of(letter.candidate()),
                letter.source().broughtBy());
    }

    /// Is it the identity's own?
    boolean isOwnOf(Identity identity) {
        return identity.role() == Role.PARTNER && partner.equals(Optional.of(identity.subject()))
                || identity.company().isPresent() && identity.company().equals(company)
                || identity.candidate().isPresent() && identity.candidate().equals(candidate);
    }
}
