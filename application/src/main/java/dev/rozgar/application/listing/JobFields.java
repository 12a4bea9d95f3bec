package dev.rozgar.application.listing;

import static dev.rozgar.application.document.Declare.day;
import static dev.rozgar.application.document.Declare.decimal;
import static dev.rozgar.application.document.Declare.flag;
import static dev.rozgar.application.document.Declare.group;
import static dev.rozgar.application.document.Declare.groupWhen;
import static dev.rozgar.application.document.Declare.keyword;
import static dev.rozgar.application.document.Declare.many;
import static dev.rozgar.application.document.Declare.maybeOne;
import static dev.rozgar.application.document.Declare.moment;
import static dev.rozgar.application.document.Declare.one;
import static dev.rozgar.application.document.Declare.place;
import static dev.rozgar.application.document.Declare.point;
import static dev.rozgar.application.document.Declare.text;
import static dev.rozgar.application.document.Declare.time;
import static dev.rozgar.application.document.Declare.whole;
import static dev.rozgar.application.document.Weight.A;
import static dev.rozgar.application.document.Weight.B;
import static dev.rozgar.application.document.Weight.C;
import static dev.rozgar.application.document.Weight.D;

import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.DocumentSchema.Window;
import dev.rozgar.application.document.FacetWish;
import dev.rozgar.application.document.Sort;
import java.util.List;
import java.util.Optional;

/// ★ The declaration of the job document, and the only one. A field is one line here: its name and place in
/// the JSON, its kind, its uses and its column. The SQL function that builds documents, the index mapping,
/// the legal filters and sorts, the OpenAPI schema and the fingerprint are derived from it; a database column
/// that is missing is a refusal to start that names it.
public final class JobFields {
    /// Only rows of `job` where `listed` is true have a document; a search shows them while `published_at ≤ now <
    /// expires_at`.
    public static final DocumentSchema JOB = DocumentSchema.of(
            "job",
            "listed",
            Optional.of(new Window("published_at", "expires_at")),
            whole("id").required().filter().sort(),
            whole("version").required().means("Grows with every change of the job itself."),
            keyword("slug").required().filter(),
            keyword("requisition_id").filter().means("The employer's own number of the vacancy."),
            text("title").required().search(A).filter().sort(),
            group(
                    "description",
                    text("text").from("description_text").required().search(D),
                    text("html").from("description_html"),
                    text("responsibilities").search(D),
                    text("qualifications").search(D)),
            one(
                    "company",
                    "company_id",
                    "company",
                    whole("id").required().filter(),
                    keyword("slug").required().filter(),
                    text("name")
                            .from("display_name")
                            .required()
                            .search(C)
                            .filter()
                            .sort()
                            .facet(),
                    keyword("logo_url"),
                    keyword("verification").from("state").required().filter().oneOf(Codes.COMPANY_STATES),
                    keyword("size_band").filter().facet().oneOf(Codes.SIZE_BANDS),
                    maybeOne(
                            "industry",
                            "industry_code",
                            "industry",
                            "code",
                            keyword("code").required().filter().facet(),
                            text("label").required().search(C).filter().facet(),
                            keyword("parent").from("parent_code").filter().facet())),
            many(
                    "locations",
                    "job_location",
                    "job_id",
                    keyword("street"),
                    keyword("locality").filter().facet(),
                    keyword("region").filter().facet(),
                    keyword("postcode").filter(),
                    keyword("country").required().filter().facet(),
                    point("point", "lat", "lon").filter(),
                    keyword("precision").required().oneOf(Codes.PRECISIONS),
                    keyword("place_id").filter(),
                    place("places")
                            .list()
                            .filter()
                            .facet()
                            .askedAs("location")
                            .means(
                                    "The place at every level: country, country/region and country/region/locality, names"
                                            + " in small letters without accents, and place: with its place_id.")),
            keyword("remote").required().filter().facet().oneOf(Codes.REMOTE_MODES),
            keyword("applicant_regions").list().filter(),
            maybeOne(
                    "occupation",
                    "occupation_id",
                    "occupation",
                    "id",
                    whole("id").required().filter().facet(),
                    text("label").required().search(B).filter().facet(),
                    one(
                            "group",
                            "group_id",
                            "occupation_group",
                            whole("id").required().filter().facet(),
                            text("label").required().search(B).filter().facet(),
                            one(
                                    "field",
                                    "field_id",
                                    "occupation_field",
                                    whole("id").required().filter().facet(),
                                    text("label").required().search(B).filter().facet()))),
            text("categories").list().search(B).filter().facet(),
            keyword("employment_types").list().filter().facet().oneOf(Codes.EMPLOYMENT_TYPES),
            group(
                    "scope",
                    whole("min_pct").from("scope_min_pct").filter().means("Share of full time, in percent."),
                    whole("max_pct").from("scope_max_pct").filter()),
            decimal("hours_per_week").filter(),
            many(
                    "shifts",
                    "job_shift",
                    "job_id",
                    keyword("kind").required().filter().facet().oneOf(Codes.SHIFT_KINDS),
                    time("starts"),
                    time("ends"),
                    keyword("days").list().filter().oneOf(Codes.DAYS),
                    whole("spans")
                            .list()
                            .filter()
                            .means(
                                    "When in the week it is: nodes of a binary tree over half-hours (512 begins at Monday"
                                            + " 00:00, 847 on Sunday at 23:30; 2n and 2n + 1 are the halves of n).")),
            groupWhen(
                    "pay_disclosed",
                    "pay",
                    decimal("min").from("pay_min").filter(),
                    decimal("max").from("pay_max").filter(),
                    keyword("currency").from("pay_currency").filter().facet(),
                    keyword("period").from("pay_period").filter().facet().oneOf(Codes.PAY_PERIODS),
                    keyword("kind").from("pay_kind").filter().oneOf(Codes.PAY_KINDS),
                    decimal("incentive_max").from("pay_incentive_max"),
                    group(
                            "derived",
                            decimal("annual_min")
                                    .from("pay_annual_min")
                                    .filter()
                                    .sort()
                                    .means("The least pay in a year of full work."),
                            decimal("annual_max")
                                    .from("pay_annual_max")
                                    .filter()
                                    .sort())),
            many(
                    "skills",
                    "job_skill",
                    "job_id",
                    keyword("concept_id").filter(),
                    text("label").required().search(B).filter().facet(),
                    keyword("level").required().filter().oneOf(Codes.SKILL_LEVELS),
                    whole("weight").required()),
            many(
                    "languages",
                    "job_language",
                    "job_id",
                    keyword("concept_id").filter(),
                    keyword("label").required().filter().facet(),
                    keyword("level").required().filter().oneOf(Codes.SKILL_LEVELS),
                    whole("weight").required()),
            group(
                    "experience",
                    flag("required").from("experience_required").required().filter(),
                    whole("months_min").from("experience_months_min").filter().sort(),
                    whole("months_max").from("experience_months_max").filter(),
                    flag("fresher_ok").required().filter().facet()),
            keyword("education").filter().facet().oneOf(Codes.EDUCATIONS),
            keyword("english_level").filter().facet().oneOf(Codes.ENGLISH_LEVELS),
            keyword("licences").list().filter().facet(),
            flag("licence_required").required().filter(),
            flag("own_vehicle").required().filter(),
            keyword("documents").list().filter().oneOf(Codes.DOCUMENTS),
            keyword("benefits").list().filter().facet().oneOf(Codes.BENEFITS),
            group(
                    "openings",
                    whole("total").from("openings_total").required().filter().sort(),
                    whole("filled").from("openings_filled").required()),
            group(
                    "apply",
                    flag("direct").from("apply_direct").required().filter(),
                    keyword("url").from("apply_url"),
                    keyword("email").from("apply_email"),
                    moment("by").from("apply_by").filter()),
            moment("published_at").required().filter().sort(),
            moment("expires_at").required().filter().sort(),
            day("start_date").filter().sort(),
            flag("immediate").required().filter().facet(),
            keyword("language").required().filter().facet().means("BCP 47."),
            keyword("source").required().filter().facet(),
            whole("promotion").required().filter().sort(),
            moment("created_at").required().filter().sort(),
            moment("updated_at").required().filter().sort());

    /// Newest first: what a list shows when nothing else is asked for.
    public static final List<Sort> NEWEST_FIRST = List.of(new Sort.ByField(JOB.require("published_at"), true));

    /// What is told beside the number of jobs in a facet: how many people they look for.
    public static final FacetWish.Summed OPENINGS = new FacetWish.Summed("openings", JOB.require("openings.total"));

    private JobFields() {}
}
