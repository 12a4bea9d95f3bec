package dev.rozgar.adapters.http.company;

import dev.rozgar.adapters.http.json.Absent;
import dev.rozgar.adapters.http.resource.AddressParts;
import dev.rozgar.adapters.http.resource.PointBody;
import dev.rozgar.adapters.http.resource.Renamed;
import dev.rozgar.domain.EmailAddress;
import dev.rozgar.domain.Faults;
import dev.rozgar.domain.PhoneNumber;
import dev.rozgar.domain.Slug;
import dev.rozgar.domain.WebUrl;
import dev.rozgar.domain.company.BillingContact;
import dev.rozgar.domain.company.CompanyLocation;
import dev.rozgar.domain.company.CompanyName;
import dev.rozgar.domain.company.CompanyProfile;
import dev.rozgar.domain.company.EmailDomain;
import dev.rozgar.domain.company.ExternalId;
import dev.rozgar.domain.company.Gstin;
import dev.rozgar.domain.company.IndustryCode;
import dev.rozgar.domain.company.Logo;
import dev.rozgar.domain.company.Pan;
import dev.rozgar.domain.company.SizeBand;
import dev.rozgar.domain.company.StateCode;
import dev.rozgar.domain.company.Tax;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A company to be registered, in the shape of the company document. What is not marked `@Nullable` must be there.
/// `tax` and `billing_contact` are kept but never published.
public record RegisterCompanyBody(
        String slug,
        @Nullable String externalId,
        String name,
        @Nullable String legalName,
        @Nullable LogoBody logo,
        @Nullable String website,
        @Nullable List<String> sameAs,
        @Nullable String industryCode,
        @Nullable SizeBand sizeBand,
        List<LocationBody> locations,
        @Nullable TaxBody tax,
        @Nullable BillingBody billingContact,
        @Nullable String emailDomain) {

    public record LogoBody(String url, String sha256, Integer width, Integer height) {
        Logo toLogo() {
            var faults = new Faults();
            var address = faults.required("url", url, WebUrl::new);
            return faults.build(() -> Renamed.build(
                    Map.of("/w", "/width", "/h", "/height"), () -> new Logo(address.get(), sha256, width, height)));
        }
    }

    /// @param label    "Office" where nothing is said
    /// @param timezone India's where nothing is said
    public record LocationBody(
            @Nullable String label,
            @Nullable String street,
            @Nullable String locality,
            @Nullable String region,
            @Nullable String postcode,
            String country,
            @Nullable PointBody point,
            @Nullable Boolean isHq,
            @Nullable String timezone) {
        CompanyLocation toLocation() {
            var faults = new Faults();
            var address = faults.at("", new AddressParts(street, locality, region, postcode, country)::toAddress);
            var geo = faults.optional("point", point, PointBody::toPoint);
            var zone = faults.required(
                    "timezone",
                    timezone == null ? "Asia/Kolkata" : timezone,
                    Faults.form("a time zone such as Asia/Kolkata", ZoneId::of));
            return faults.build(() -> new CompanyLocation(
                    label == null ? "Office" : label, address.get(), geo.get(), Absent.isTrue(isHq), zone.get()));
        }
    }

    public record TaxBody(
            @Nullable String gstin,
            @Nullable String pan,
            @Nullable String legalStateCode) {
        Tax toTax() {
            var faults = new Faults();
            var number = faults.optional("gstin", gstin, Gstin::new);
            var income = faults.optional("pan", pan, Pan::new);
            var state = faults.optional("legal_state_code", legalStateCode, StateCode::new);
            return faults.build(() -> new Tax(number.get(), income.get(), state.get()));
        }
    }

    public record BillingBody(
            String name, String email, @Nullable String phone) {
        BillingContact toContact() {
            var faults = new Faults();
            var mail = faults.required("email", email, EmailAddress::new);
            var number = faults.optional("phone", phone, PhoneNumber::new);
            return faults.build(() -> new BillingContact(name, mail.get(), number.get()));
        }
    }

    /// @throws dev.rozgar.domain.InvalidValues with every fault, each with its pointer into this body
    CompanyProfile toProfile() {
        var faults = new Faults();
        var handle = faults.required("slug", slug, Slug::new);
        var external = faults.optional("external_id", externalId, ExternalId::new);
        var shown = faults.required("name", name, CompanyName::new);
        var legal = faults.optional("legal_name", legalName, CompanyName::new);
        var picture = faults.optional("logo", logo, LogoBody::toLogo);
        var site = faults.optional("website", website, WebUrl::new);
        var pages = faults.each("same_as", sameAs, WebUrl::new);
        var industry = faults.optional("industry_code", industryCode, IndustryCode::new);
        var places = faults.each("locations", locations, LocationBody::toLocation);
        var taxes = faults.optional("tax", tax, TaxBody::toTax);
        var billing = faults.optional("billing_contact", billingContact, BillingBody::toContact);
        var domain = faults.optional("email_domain", emailDomain, EmailDomain::new);
        return faults.build(() -> new CompanyProfile(
                handle.get(),
                external.get(),
                shown.get(),
                legal.get(),
                picture.get(),
                site.get(),
                pages.get(),
                industry.get(),
                Optional.ofNullable(sizeBand),
                places.get(),
                taxes.get(),
                billing.get(),
                domain.get()));
    }
}
