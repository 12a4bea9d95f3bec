package dev.rozgar.domain.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.domain.Address;
import dev.rozgar.domain.CountryCode;
import dev.rozgar.domain.Slug;
import dev.rozgar.domain.company.CompanyLocation;
import dev.rozgar.domain.company.CompanyName;
import dev.rozgar.domain.company.CompanyProfile;
import dev.rozgar.domain.company.StateCode;
import dev.rozgar.domain.company.Tax;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BillingSnapshotTest {
    @Test
    void theStateOfTheGstinAndTheHeadquartersAreBilled() {
        var gstin = SampleInvoices.customer().gstin();
        var tax = new Tax(gstin, Optional.empty(), Optional.empty());
        assertEquals(
                new BillingSnapshot(
                        new CompanyName("Asha Logistics Pvt Ltd"),
                        gstin,
                        Optional.of(address("Mumbai")),
                        Optional.of(SampleInvoices.MAHARASHTRA)),
                BillingSnapshot.of(profile(Optional.of("Asha Logistics Pvt Ltd"), Optional.of(tax))));
    }

    @Test
    void aStateIsKnownWithoutAGstin() {
        var tax = new Tax(Optional.empty(), Optional.empty(), Optional.of(new StateCode("29")));
        var snapshot = BillingSnapshot.of(profile(Optional.empty(), Optional.of(tax)));
        assertEquals(new CompanyName("Asha"), snapshot.legalName());
        assertEquals(Optional.of(SampleInvoices.KARNATAKA), snapshot.stateCode());
        assertEquals(Optional.empty(), snapshot.gstin());
    }

    private static CompanyProfile profile(Optional<String> legalName, Optional<Tax> tax) {
        return new CompanyProfile(
                new Slug("asha"),
                Optional.empty(),
                new CompanyName("Asha"),
                legalName.map(CompanyName::new),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(place("Pune", false), place("Mumbai", true)),
                tax,
                Optional.empty(),
                Optional.empty());
    }

    private static CompanyLocation place(String town, boolean headquarters) {
        return new CompanyLocation(town, address(town), Optional.empty(), headquarters, ZoneId.of("Asia/Kolkata"));
    }

    private static Address address(String town) {
        return new Address(
                Optional.empty(), Optional.of(town), Optional.empty(), Optional.empty(), new CountryCode("IN"));
    }
}
