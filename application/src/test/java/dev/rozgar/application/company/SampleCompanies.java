package dev.rozgar.application.company;

import dev.rozgar.domain.Address;
import dev.rozgar.domain.CountryCode;
import dev.rozgar.domain.EmailAddress;
import dev.rozgar.domain.GeoPoint;
import dev.rozgar.domain.PhoneNumber;
import dev.rozgar.domain.Slug;
import dev.rozgar.domain.WebUrl;
import dev.rozgar.domain.company.BillingContact;
import dev.rozgar.domain.company.Company;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.CompanyLocation;
import dev.rozgar.domain.company.CompanyName;
import dev.rozgar.domain.company.CompanyProfile;
import dev.rozgar.domain.company.CompanyState;
import dev.rozgar.domain.company.EmailDomain;
import dev.rozgar.domain.company.ExternalId;
import dev.rozgar.domain.company.Gstin;
import dev.rozgar.domain.company.IndustryCode;
import dev.rozgar.domain.company.Logo;
import dev.rozgar.domain.company.Pan;
import dev.rozgar.domain.company.SizeBand;
import dev.rozgar.domain.company.StateCode;
import dev.rozgar.domain.company.Tax;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Companies to store.
public final class SampleCompanies {
    public static final Instant NOW = Instant.parse("2026-03-01T09:30:00.123Z");

    /// A branch that every store of a contract knows.
    public static final IndustryCode KNOWN_INDUSTRY = new IndustryCode("sample.couriers");

    private SampleCompanies() {}

    /// A new company that says no more than it must.
    public static Company plain(CompanyId id) {
        return with(id, new CompanyState.Verified(NOW), profile("company-" + id.value(), "Asha Logistics"));
    }

    public static Company with(CompanyId id, CompanyState state, CompanyProfile profile) {
        return new Company(id, profile, state, 0, NOW, NOW);
    }

    public static CompanyProfile profile(String slug, String name) {
        return new CompanyProfile(
                new Slug(slug),
                Optional.empty(),
                new CompanyName(name),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(depot(new Address(
                        Optional.empty(),
                        Optional.of("Pune"),
                        Optional.empty(),
                        Optional.empty(),
                        new CountryCode("IN")))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// A profile that says everything, in awkward words.
    public static CompanyProfile full(String slug) {
        Gstin gstin = new Gstin("27AAPFU0939F1Z" + Gstin.checkDigit("27AAPFU0939F1Z"));
        return new CompanyProfile(
                new Slug(slug),
                Optional.of(new ExternalId("क-42/\"x\"\\")),
                new CompanyName("आशा लॉजिस्टिक्स \u2028 & Söhne 🚚"),
                Optional.of(new CompanyName("Asha Logistics Pvt. Ltd.")),
                Optional.of(
                        new Logo(new WebUrl("https://asha.example/logo.png?a=1&b=%20"), "0f".repeat(32), 2, 10_000)),
                Optional.of(new WebUrl("https://asha.example/")),
                List.of(new WebUrl("https://one.example/a"), new WebUrl("http://two.example/b#c")),
                Optional.of(KNOWN_INDUSTRY),
                Optional.of(SizeBand.SIZE_OVER_10000),
                List.of(
                        depot(new Address(
                                Optional.of("12, \"Old\" Road\u00a0"),
                                Optional.of("मुंबई"),
                                Optional.of("Maharashtra"),
                                Optional.of("400 001"),
                                new CountryCode("IN"))),
                        new CompanyLocation(
                                "Null Island",
                                new Address(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of("Sea"),
                                        Optional.empty(),
                                        new CountryCode("GH")),
                                Optional.of(new GeoPoint(0, 0)),
                                true,
                                ZoneId.of("+05:30"))),
                Optional.of(new Tax(
                        Optional.of(gstin), Optional.of(new Pan("AAPFU0939F")), Optional.of(new StateCode("27")))),
                Optional.of(new BillingContact(
                        "Meena O'Neil",
                        new EmailAddress("meena+bills@asha.example"),
                        Optional.of(new PhoneNumber("+911234567890")))),
                Optional.of(new EmailDomain("asha.example")));
    }

    private static CompanyLocation depot(Address address) {
        return new CompanyLocation("Depot", address, Optional.empty(), false, ZoneId.of("Asia/Kolkata"));
    }
}
