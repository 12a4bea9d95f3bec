package dev.rozgar.domain.billing;

import dev.rozgar.domain.Address;
import dev.rozgar.domain.company.CompanyLocation;
import dev.rozgar.domain.company.CompanyName;
import dev.rozgar.domain.company.CompanyProfile;
import dev.rozgar.domain.company.Gstin;
import dev.rozgar.domain.company.StateCode;
import dev.rozgar.domain.company.Tax;
import java.util.Optional;

/// Who was billed, as it stood when the invoice was issued.
///
/// @param stateCode of the customer; the place of supply follows from it
public record BillingSnapshot(
        CompanyName legalName, Optional<Gstin> gstin, Optional<Address> address, Optional<StateCode> stateCode) {

    /// What a company says of itself now: its address is the headquarters', else the first that it names.
    public static BillingSnapshot of(CompanyProfile profile) {
        var gstin = profile.tax().flatMap(Tax::gstin);
        var places = profile.locations();
        var address = places.stream()
                .filter(CompanyLocation::headquarters)
                .findFirst()
                .or(() -> places.stream().findFirst())
                .map(CompanyLocation::address);
        return new BillingSnapshot(
                profile.legalName().orElse(profile.displayName()),
                gstin,
                address,
                gstin.map(Gstin::state).or(() -> profile.tax().flatMap(Tax::legalStateCode)));
    }
}
