package dev.rozgar.adapters.http.posting;

import dev.rozgar.adapters.http.json.Absent;
import dev.rozgar.adapters.http.resource.Renamed;
import dev.rozgar.application.posting.PostJob;
import dev.rozgar.domain.Checked;
import dev.rozgar.domain.Faults;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.job.ApplyChannel;
import dev.rozgar.domain.job.Benefit;
import dev.rozgar.domain.job.Category;
import dev.rozgar.domain.job.Classification;
import dev.rozgar.domain.job.DocumentType;
import dev.rozgar.domain.job.Education;
import dev.rozgar.domain.job.EmploymentType;
import dev.rozgar.domain.job.EnglishLevel;
import dev.rozgar.domain.job.JobContent;
import dev.rozgar.domain.job.JobSource;
import dev.rozgar.domain.job.LanguageTag;
import dev.rozgar.domain.job.OccupationId;
import dev.rozgar.domain.job.Openings;
import dev.rozgar.domain.job.Origin;
import dev.rozgar.domain.job.PostingWindow;
import dev.rozgar.domain.job.RegionCode;
import dev.rozgar.domain.job.RemoteMode;
import dev.rozgar.domain.job.Requirements;
import dev.rozgar.domain.job.RequisitionId;
import dev.rozgar.domain.job.Title;
import dev.rozgar.domain.job.WorkTime;
import dev.rozgar.domain.job.Workplace;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A job to be posted, in the shape of the job document, so that one can nearly be sent as it was read.
/// What is not marked `@Nullable` must be there.
///
/// @param language `en` where nothing is said
/// @param remote   on site where nothing is said
/// @param source   `api` where nothing is said
/// @param draft    keep it to be finished later
public record PostJobBody(
        Long companyId,
        @Nullable String requisitionId,
        @Nullable String language,
        String title,
        JobParts.DescriptionBody description,
        List<JobLocationBody> locations,
        @Nullable RemoteMode remote,
        @Nullable List<String> applicantRegions,
        @Nullable Long occupationId,
        @Nullable List<String> categories,
        List<EmploymentType> employmentTypes,
        JobParts.@Nullable ScopeBody scope,
        @Nullable BigDecimal hoursPerWeek,
        @Nullable List<JobParts.ShiftBody> shifts,
        JobParts.@Nullable PayBody pay,
        @Nullable List<SkillBody> skills,
        @Nullable List<SkillBody> languages,
        JobParts.@Nullable ExperienceBody experience,
        @Nullable Education education,
        @Nullable EnglishLevel englishLevel,
        @Nullable List<String> licences,
        @Nullable Boolean licenceRequired,
        @Nullable Boolean ownVehicle,
        @Nullable List<DocumentType> documents,
        @Nullable List<Benefit> benefits,
        JobParts.@Nullable OpeningsBody openings,
        JobParts.@Nullable ContactBody contact,
        JobParts.@Nullable ApplyBody apply,
        @Nullable OffsetDateTime publishAt,
        @Nullable OffsetDateTime expiresAt,
        @Nullable LocalDate startDate,
        @Nullable Boolean immediate,
        @Nullable String source,
        @Nullable Integer promotion,
        @Nullable Boolean draft) {

    /// @throws dev.rozgar.domain.InvalidValues with every fault, each with its pointer into this body
    PostJob.Command toCommand() {
        var faults = new Faults();
        var company = faults.required("company_id", companyId, CompanyId::new);
        var content = faults.at("", this::content);
        return faults.build(() -> new PostJob.Command(company.get(), content.get(), Absent.isTrue(draft)));
    }

    /// What it says, without whose it is.
    ///
    /// @throws dev.rozgar.domain.InvalidValues as [#toCommand]
    JobContent content() {
        var faults = new Faults();
        var requisition = faults.optional("requisition_id", requisitionId, RequisitionId::new);
        var spoken = faults.required("language", language == null ? "en" : language, LanguageTag::new);
        var heading = faults.required("title", title, Title::new);
        var text = faults.required("description", description, JobParts.DescriptionBody::toDescription);
        var workplace = faults.at("", this::workplace);
        var classification = faults.at("", this::classification);
        var workTime = faults.at("", this::workTime);
        var paid = faults.optional("pay", pay, JobParts.PayBody::toPay);
        var requirements = faults.at("", this::requirements);
        var seats = faults.at("openings", () -> openings == null ? Openings.ONE : openings.toOpenings());
        var person = faults.optional("contact", contact, JobParts.ContactBody::toContact);
        var window = faults.at("", this::window);
        var channel = faults.at("apply", () -> apply == null ? ApplyChannel.DIRECT : apply.toChannel());
        var origin = faults.at("", this::origin);
        return faults.build(() -> new JobContent(
                requisition.get(),
                spoken.get(),
                heading.get(),
                text.get(),
                workplace.get(),
                classification.get(),
                workTime.get(),
                paid.get(),
                requirements.get(),
                Set.copyOf(Absent.orEmpty(benefits)),
                seats.get(),
                person.get(),
                window.get(),
                channel.get(),
                origin.get()));
    }

    private Workplace workplace() {
        var faults = new Faults();
        var places = faults.each("locations", locations, JobLocationBody::toLocation);
        var regions = faults.each("applicant_regions", applicantRegions, RegionCode::new);
        return faults.build(
                () -> new Workplace(places.get(), remote == null ? RemoteMode.ONSITE : remote, regions.get()));
    }

    private Classification classification() {
        var faults = new Faults();
        var occupation = faults.optional("occupation_id", occupationId, OccupationId::new);
        var headings = faults.each("categories", categories, Category::new);
        return faults.build(() -> new Classification(occupation.get(), headings.get()));
    }

    private WorkTime workTime() {
        var faults = new Faults();
        var share = faults.optional("scope", scope, JobParts.ScopeBody::toScope);
        var hours = faults.each("shifts", shifts, JobParts.ShiftBody::toShift);
        return faults.build(() ->
                new WorkTime(Set.copyOf(employmentTypes), share.get(), hours.get(), Optional.ofNullable(hoursPerWeek)));
    }

    private Requirements requirements() {
        var faults = new Faults();
        var able = faults.each("skills", skills, SkillBody::toSkill);
        var speaks = faults.each("languages", languages, SkillBody::toLanguage);
        var time = faults.at("experience", () -> JobParts.ExperienceBody.orNone(experience));
        var papers = faults.at("", () -> JobParts.credentials(this));
        return faults.build(() -> new Requirements(
                able.get(),
                speaks.get(),
                time.get(),
                Optional.ofNullable(education),
                Optional.ofNullable(englishLevel),
                papers.get()));
    }

    private PostingWindow window() {
        OffsetDateTime by = apply == null ? null : apply.by();
        return Renamed.build(
                Map.of("/apply_by", "/apply/by"),
                () -> new PostingWindow(
                        Optional.ofNullable(publishAt).map(OffsetDateTime::toInstant),
                        Optional.ofNullable(expiresAt).map(OffsetDateTime::toInstant),
                        Optional.ofNullable(by).map(OffsetDateTime::toInstant),
                        Optional.ofNullable(startDate),
                        Absent.isTrue(immediate)));
    }

    private Origin origin() {
        var faults = new Faults();
        Checked<JobSource> from = faults.required("source", source == null ? "api" : source, JobSource::new);
        return faults.build(() -> new Origin(from.get(), promotion == null ? 0 : promotion));
    }
}
