package dev.rozgar.adapters.http.company;

import static dev.rozgar.adapters.http.json.Absent.orNull;

import dev.rozgar.adapters.http.company.RegisterCompanyBody.BillingBody;
import dev.rozgar.adapters.http.company.RegisterCompanyBody.LocationBody;
import dev.rozgar.adapters.http.company.RegisterCompanyBody.LogoBody;
import dev.rozgar.adapters.http.company.RegisterCompanyBody.TaxBody;
import dev.rozgar.adapters.http.resource.PointBody;
import dev.rozgar.domain.WebUrl;
import dev.rozgar.domain.company.CompanyLocation;
import dev.rozgar.domain.company.CompanyProfile;

/// A stored company as the body that would register it.
final class CompanyBodies {
    private CompanyBodies() {}

    static RegisterCompanyBody of(CompanyProfile said) {
        return new RegisterCompanyBody(
                said.slug().value(),
                orNull(said.externalId(), id -> id.value()),
                said.displayName().value(),
                orNull(said.legalName(), name -> name.value()),
                orNull(
                        said.logo(),
                        logo -> new LogoBody(logo.url().value(), logo.sha256(), logo.width(), logo.height())),
                orNull(said.website(), WebUrl::value),
                said.sameAs().stream().map(WebUrl::value).toList(),
                orNull(said.industry(), code -> code.value()),
                orNull(said.sizeBand(), band -> band),
                said.locations().stream().map(CompanyBodies::location).toList(),
                orNull(
                        said.tax(),
                        tax -> new TaxBody(
                                orNull(tax.gstin(), number -> number.value()),
                                orNull(tax.pan(), number -> number.value()),
                                orNull(tax.legalStateCode(), code -> code.value()))),
                orNull(
                        said.billingContact(),
                        contact -> new BillingBody(
                                contact.name(),
                                contact.email().value(),
                                orNull(contact.phone(), phone -> phone.value()))),
                orNull(said.emailDomain(), domain -> domain.value()));
    }

    private static LocationBody location(CompanyLocation place) {
        var address = place.address();
        return new LocationBody(
                place.label(),
                orNull(address.street(), text -> text),
                orNull(address.locality(), text -> text),
                orNull(address.region(), text -> text),
                orNull(address.postcode(), text -> text),
                address.country().value(),
                orNull(place.geo(), PointBody::of),
                place.headquarters(),
                place.timezone().getId());
    }
}
