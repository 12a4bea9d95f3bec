package dev.rozgar.adapters.postgres.company;

import dev.rozgar.adapters.postgres.sql.Places;
import dev.rozgar.adapters.postgres.sql.RowReader;
import dev.rozgar.domain.EmailAddress;
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
import java.time.ZoneId;
import java.util.Optional;

/// Rows as companies, through the canonical constructors; [CompanyWriter] is the way there.
public final class CompanyReader {
    private CompanyReader() {}

    public static Company read(RowReader rows) {
        RowReader company = rows.row("company");
        return new Company(
                new CompanyId(company.whole("id")),
                profile(rows, company),
                state(company),
                company.whole("version"),
                company.moment("created_at"),
                company.moment("updated_at"));
    }

    private static CompanyProfile profile(RowReader rows, RowReader company) {
        return new CompanyProfile(
                new Slug(company.text("slug")),
                company.maybeText("external_id").map(ExternalId::new),
                new CompanyName(company.text("display_name")),
                company.maybeText("legal_name").map(CompanyName::new),
                company.has("logo_url") ? Optional.of(logo(company)) : Optional.empty(),
                company.maybeText("website").map(WebUrl::new),
                company.texts("same_as").stream().map(WebUrl::new).toList(),
                company.maybeText("industry_code").map(IndustryCode::new),
                company.maybeText("size_band").map(SizeBand::valueOf),
                rows.rows("company_location", CompanyReader::location),
                tax(company),
                company.has("billing_name") ? Optional.of(billing(company)) : Optional.empty(),
                company.maybeText("email_domain").map(EmailDomain::new));
    }

    private static Logo logo(RowReader company) {
        return new Logo(
                new WebUrl(company.text("logo_url")),
                company.text("logo_sha256"),
                company.small("logo_width"),
                company.small("logo_height"));
    }

    private static Optional<Tax> tax(RowReader company) {
        boolean known = company.has("tax_gstin") || company.has("tax_pan") || company.has("tax_state_code");
        return known
                ? Optional.of(new Tax(
                        company.maybeText("tax_gstin").map(Gstin::new),
                        company.maybeText("tax_pan").map(Pan::new),
                        company.maybeText("tax_state_code").map(StateCode::new)))
                : Optional.empty();
    }

    private static BillingContact billing(RowReader company) {
        return new BillingContact(
                company.text("billing_name"),
                new EmailAddress(company.text("billing_email")),
                company.maybeText("billing_phone").map(PhoneNumber::new));
    }

    private static CompanyLocation location(RowReader place) {
        return new CompanyLocation(
                place.text("label"),
                Places.address(place),
                Places.point(place),
                place.flag("is_hq"),
                ZoneId.of(place.text("timezone")));
    }

    static CompanyState state(RowReader company) {
        return switch (CompanyState.Kind.valueOf(company.text("state"))) {
            case UNVERIFIED -> new CompanyState.Unverified(company.maybeMoment("contact_verified_at"));
            case VERIFIED -> new CompanyState.Verified(company.moment("state_at"));
            case SUSPENDED ->
                new CompanyState.Suspended(
                        company.moment("state_at"),
                        company.text("state_reason"),
                        company.maybeMoment("verified_at"),
                        company.maybeMoment("contact_verified_at"));
        };
    }
}
