package dev.rozgar.adapters.postgres.company;

import dev.rozgar.adapters.postgres.sql.Places;
import dev.rozgar.adapters.postgres.sql.RowWriter;
import dev.rozgar.domain.WebUrl;
import dev.rozgar.domain.company.BillingContact;
import dev.rozgar.domain.company.Company;
import dev.rozgar.domain.company.CompanyLocation;
import dev.rozgar.domain.company.CompanyProfile;
import dev.rozgar.domain.company.CompanyState;
import dev.rozgar.domain.company.Logo;
import dev.rozgar.domain.company.Tax;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/// Companies as rows; [CompanyReader] is the way back.
final class CompanyWriter {
    private static final Map<String, BiConsumer<RowWriter, Company>> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("company", CompanyWriter::company);
        TABLES.put("company_location", CompanyWriter::locations);
    }

    private CompanyWriter() {}

    static String rows(List<Company> companies) {
        return RowWriter.rows(TABLES, companies);
    }

    private static void company(RowWriter out, Company company) {
        out.begin()
                .put("id", company.id().value())
                .put("version", company.version())
                .put("created_at", company.createdAt().toString())
                .put("updated_at", company.updatedAt().toString());
        profile(out, company.profile());
        state(out, company.state());
        out.end();
    }

    private static void profile(RowWriter out, CompanyProfile profile) {
        out.put("slug", profile.slug().value())
                .put("external_id", profile.externalId().map(id -> id.value()))
                .put("display_name", profile.displayName().value())
                .put("legal_name", profile.legalName().map(name -> name.value()))
                .put("website", profile.website().map(WebUrl::value))
                .put("same_as", profile.sameAs().stream().map(WebUrl::value).toList())
                .put("industry_code", profile.industry().map(code -> code.value()))
                .put("size_band", profile.sizeBand())
                .put("email_domain", profile.emailDomain().map(domain -> domain.value()));
        profile.logo().ifPresent(logo -> logo(out, logo));
        profile.tax().ifPresent(tax -> tax(out, tax));
        profile.billingContact().ifPresent(contact -> billing(out, contact));
    }

    private static void logo(RowWriter out, Logo logo) {
        out.put("logo_url", logo.url().value())
                .put("logo_sha256", logo.sha256())
                .put("logo_width", logo.width())
                .put("logo_height", logo.height());
    }

    private static void tax(RowWriter out, Tax tax) {
        out.put("tax_gstin", tax.gstin().map(number -> number.value()))
                .put("tax_pan", tax.pan().map(number -> number.value()))
                .put("tax_state_code", tax.legalStateCode().map(code -> code.value()));
    }

    private static void billing(RowWriter out, BillingContact contact) {
        out.put("billing_name", contact.name())
                .put("billing_email", contact.email().value())
                .put("billing_phone", contact.phone().map(phone -> phone.value()));
    }

    private static void state(RowWriter out, CompanyState state) {
        out.put("state", state.kind());
        switch (state) {
            case CompanyState.Unverified(var contactAt) -> out.put("contact_verified_at", contactAt);
            case CompanyState.Verified(var at) -> out.put("state_at", at.toString());
            case CompanyState.Suspended(var at, var reason, var verifiedAt, var contactAt) ->
                out.put("state_at", at.toString())
                        .put("state_reason", reason)
                        .put("verified_at", verifiedAt)
                        .put("contact_verified_at", contactAt);
        }
    }

    private static void locations(RowWriter out, Company company) {
        int position = 0;
        for (CompanyLocation place : company.profile().locations()) {
            out.begin()
                    .put("company_id", company.id().value())
                    .put("position", position++)
                    .put("label", place.label())
                    .put("is_hq", place.headquarters())
                    .put("timezone", place.timezone().getId());
            Places.write(out, place.address(), place.geo());
            out.end();
        }
    }
}
