package dev.rozgar.application.listing;

import static dev.rozgar.application.document.Declare.flag;
import static dev.rozgar.application.document.Declare.groupWhen;
import static dev.rozgar.application.document.Declare.keyword;
import static dev.rozgar.application.document.Declare.many;
import static dev.rozgar.application.document.Declare.maybeOne;
import static dev.rozgar.application.document.Declare.moment;
import static dev.rozgar.application.document.Declare.point;
import static dev.rozgar.application.document.Declare.text;
import static dev.rozgar.application.document.Declare.whole;

import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.Sort;
import java.util.List;
import java.util.Optional;

/// The declaration of the company document. It is read from PostgreSQL only. Tax numbers and billing contacts are no
/// part of it.
public final class CompanyFields {
    public static final DocumentSchema COMPANY = DocumentSchema.of(
            "company",
            "listed",
            Optional.empty(),
            whole("id").required().filter().sort(),
            whole("version").required(),
            keyword("slug").required().filter().sort(),
            keyword("external_id").filter(),
            text("name").from("display_name").required().filter().sort(),
            text("legal_name"),
            groupWhen(
                    "has_logo",
                    "logo",
                    keyword("url").from("logo_url").required(),
                    keyword("sha256").from("logo_sha256"),
                    whole("width").from("logo_width"),
                    whole("height").from("logo_height")),
            keyword("website"),
            keyword("same_as").list(),
            maybeOne(
                    "industry",
                    "industry_code",
                    "industry",
                    "code",
                    keyword("code").required().filter().facet(),
                    text("label").required().filter().facet(),
                    keyword("parent").from("parent_code").filter().facet()),
            keyword("size_band").filter().facet().oneOf(Codes.SIZE_BANDS),
            many(
                    "locations",
                    "company_location",
                    "company_id",
                    keyword("label"),
                    keyword("street"),
                    keyword("locality").filter(),
                    keyword("region").filter(),
                    keyword("postcode").filter(),
                    keyword("country").required().filter(),
                    point("point", "lat", "lon"),
                    flag("is_hq").required(),
                    keyword("timezone")),
            keyword("verification").from("state").required().filter().oneOf(Codes.COMPANY_STATES),
            moment("created_at").required().filter().sort(),
            moment("updated_at").required().filter().sort());

    /// By name, as people look for employers.
    public static final List<Sort> BY_NAME = List.of(new Sort.ByField(COMPANY.require("name"), false));

    private CompanyFields() {}
}
