package dev.rozgar.domain.company;

import dev.rozgar.domain.Faults;
import dev.rozgar.domain.Slug;
import dev.rozgar.domain.WebUrl;
import java.util.List;
import java.util.Optional;

/// Everything a company says about itself.
///
/// @param slug      unique among companies
/// @param sameAs    the company's pages elsewhere, at most 20
/// @param locations 1..200, at most one of them the headquarters
public record CompanyProfile(
        Slug slug,
        Optional<ExternalId> externalId,
        CompanyName displayName,
        Optional<CompanyName> legalName,
        Optional<Logo> logo,
        Optional<WebUrl> website,
        List<WebUrl> sameAs,
        Optional<IndustryCode> industry,
        Optional<SizeBand> sizeBand,
        List<CompanyLocation> locations,
        Optional<Tax> tax,
        Optional<BillingContact> billingContact,
        Optional<EmailDomain> emailDomain) {
    public CompanyProfile {
        sameAs = List.copyOf(sameAs);
        locations = List.copyOf(locations);
        var faults = new Faults();
        faults.size("same_as", sameAs.size(), 0, 20);
        faults.distinct("same_as", sameAs);
        faults.size("locations", locations.size(), 1, 200);
        faults.unless(
                locations.stream().filter(CompanyLocation::headquarters).count() <= 1,
                "locations",
                "CONTRADICTION",
                "only one location may be the headquarters");
        faults.raise();
    }
}
