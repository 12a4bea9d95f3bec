package dev.rozgar.domain.company;

import dev.rozgar.domain.Address;
import dev.rozgar.domain.CountryCode;
import dev.rozgar.domain.Slug;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Companies to test with.
final class SampleCompanies {
    private SampleCompanies() {}

    static CompanyProfile profile() {
        return profile(List.of(location(true)));
    }

    static CompanyProfile profile(List<CompanyLocation> locations) {
        return new CompanyProfile(
                new Slug("asha-logistics"),
                Optional.empty(),
                new CompanyName("Asha Logistics"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                locations,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static CompanyLocation location(boolean headquarters) {
        var address = new Address(
                Optional.empty(), Optional.of("Pune"), Optional.empty(), Optional.empty(), new CountryCode("IN"));
        return new CompanyLocation("Depot", address, Optional.empty(), headquarters, ZoneId.of("Asia/Kolkata"));
    }
}
