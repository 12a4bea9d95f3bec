package dev.rozgar.adapters.postgres.posting;

import dev.rozgar.adapters.postgres.sql.Places;
import dev.rozgar.adapters.postgres.sql.RowReader;
import dev.rozgar.domain.EmailAddress;
import dev.rozgar.domain.PhoneNumber;
import dev.rozgar.domain.WebUrl;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.job.ApplyChannel;
import dev.rozgar.domain.job.Benefit;
import dev.rozgar.domain.job.CallWindow;
import dev.rozgar.domain.job.Category;
import dev.rozgar.domain.job.Classification;
import dev.rozgar.domain.job.Contact;
import dev.rozgar.domain.job.Credentials;
import dev.rozgar.domain.job.Description;
import dev.rozgar.domain.job.DocumentType;
import dev.rozgar.domain.job.Education;
import dev.rozgar.domain.job.EmploymentType;
import dev.rozgar.domain.job.EnglishLevel;
import dev.rozgar.domain.job.Experience;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobContent;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.JobLocation;
import dev.rozgar.domain.job.JobSource;
import dev.rozgar.domain.job.JobState;
import dev.rozgar.domain.job.LanguageSkill;
import dev.rozgar.domain.job.LanguageTag;
import dev.rozgar.domain.job.Licence;
import dev.rozgar.domain.job.OccupationId;
import dev.rozgar.domain.job.Openings;
import dev.rozgar.domain.job.Origin;
import dev.rozgar.domain.job.Pay;
import dev.rozgar.domain.job.PayKind;
import dev.rozgar.domain.job.PayPeriod;
import dev.rozgar.domain.job.PostingWindow;
import dev.rozgar.domain.job.Precision;
import dev.rozgar.domain.job.RegionCode;
import dev.rozgar.domain.job.RemoteMode;
import dev.rozgar.domain.job.Requirements;
import dev.rozgar.domain.job.RequisitionId;
import dev.rozgar.domain.job.SafeHtml;
import dev.rozgar.domain.job.Scope;
import dev.rozgar.domain.job.Shift;
import dev.rozgar.domain.job.ShiftKind;
import dev.rozgar.domain.job.Skill;
import dev.rozgar.domain.job.SkillLevel;
import dev.rozgar.domain.job.Title;
import dev.rozgar.domain.job.WorkTime;
import dev.rozgar.domain.job.Workplace;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Rows as jobs, through the canonical constructors; [JobWriter] is the way there.
public final class JobReader {
    private JobReader() {}

    static Job read(RowReader rows) {
        RowReader job = rows.row("job");
        return new Job(
                new JobId(job.whole("id")),
                new CompanyId(job.whole("company_id")),
                content(rows, job),
                state(job),
                job.whole("version"),
                job.moment("created_at"),
                job.moment("updated_at"));
    }

    private static JobContent content(RowReader rows, RowReader job) {
        return new JobContent(
                job.maybeText("requisition_id").map(RequisitionId::new),
                new LanguageTag(job.text("language")),
                new Title(job.text("title")),
                description(job),
                workplace(rows, job),
                new Classification(
                        job.has("occupation_id")
                                ? Optional.of(new OccupationId(job.whole("occupation_id")))
                                : Optional.empty(),
                        job.texts("categories").stream().map(Category::new).toList()),
                workTime(rows, job),
                job.has("pay_min") ? Optional.of(pay(job)) : Optional.empty(),
                requirements(rows, job),
                codes(job, "benefits", Benefit::valueOf),
                new Openings(job.small("openings_total"), job.small("openings_filled")),
                job.has("contact_name") ? Optional.of(contact(job)) : Optional.empty(),
                window(job),
                apply(job),
                new Origin(new JobSource(job.text("source")), job.small("promotion")));
    }

    private static Description description(RowReader job) {
        return new Description(
                job.text("description_text"),
                job.maybeText("description_html").map(SafeHtml::new),
                job.maybeText("responsibilities"),
                job.maybeText("qualifications"));
    }

    private static Workplace workplace(RowReader rows, RowReader job) {
        return new Workplace(
                rows.rows("job_location", JobReader::location),
                RemoteMode.valueOf(job.text("remote")),
                job.texts("applicant_regions").stream().map(RegionCode::new).toList());
    }

    private static JobLocation location(RowReader place) {
        return new JobLocation(
                Places.address(place),
                Places.point(place),
                Precision.valueOf(place.text("precision")),
                place.maybeText("place_id"));
    }

    private static WorkTime workTime(RowReader rows, RowReader job) {
        return new WorkTime(
                codes(job, "employment_types", EmploymentType::valueOf),
                job.has("scope_min_pct")
                        ? Optional.of(new Scope(job.small("scope_min_pct"), job.small("scope_max_pct")))
                        : Optional.empty(),
                rows.rows("job_shift", JobReader::shift),
                job.maybeDecimal("hours_per_week"));
    }

    private static Shift shift(RowReader shift) {
        return new Shift(
                ShiftKind.valueOf(shift.text("kind")),
                shift.maybeTime("starts"),
                shift.maybeTime("ends"),
                codes(shift, "days", DayOfWeek::valueOf));
    }

    public static Pay pay(RowReader job) {
        return new Pay(
                job.decimal("pay_min"),
                job.decimal("pay_max"),
                Currency.getInstance(job.text("pay_currency")),
                PayPeriod.valueOf(job.text("pay_period")),
                job.maybeDecimal("pay_incentive_max"),
                PayKind.valueOf(job.text("pay_kind")),
                job.flag("pay_disclosed"));
    }

    private static Requirements requirements(RowReader rows, RowReader job) {
        return new Requirements(
                rows.rows("job_skill", JobReader::skill),
                rows.rows("job_language", JobReader::language),
                new Experience(
                        job.flag("experience_required"),
                        job.maybeSmall("experience_months_min"),
                        job.maybeSmall("experience_months_max"),
                        job.flag("fresher_ok")),
                job.maybeText("education").map(Education::valueOf),
                job.maybeText("english_level").map(EnglishLevel::valueOf),
                new Credentials(
                        job.texts("licences").stream().map(Licence::new).toList(),
                        job.flag("licence_required"),
                        job.flag("own_vehicle"),
                        codes(job, "documents", DocumentType::valueOf)));
    }

    private static Skill skill(RowReader skill) {
        return new Skill(
                skill.maybeText("concept_id"),
                skill.text("label"),
                skill.small("weight"),
                SkillLevel.valueOf(skill.text("level")));
    }

    private static LanguageSkill language(RowReader language) {
        return new LanguageSkill(
                language.maybeText("concept_id"),
                language.text("label"),
                language.small("weight"),
                SkillLevel.valueOf(language.text("level")));
    }

    private static Contact contact(RowReader job) {
        return new Contact(
                job.text("contact_name"),
                new PhoneNumber(job.text("contact_phone")),
                job.flag("contact_whatsapp_ok"),
                job.maybeTime("contact_call_from")
                        .map(from -> new CallWindow(
                                from, job.maybeTime("contact_call_to").orElseThrow())));
    }

    private static PostingWindow window(RowReader job) {
        return new PostingWindow(
                job.maybeMoment("publish_at"),
                job.maybeMoment("expires_at"),
                job.maybeMoment("apply_by"),
                job.maybeText("start_date").map(LocalDate::parse),
                job.flag("immediate"));
    }

    private static ApplyChannel apply(RowReader job) {
        return new ApplyChannel(
                job.flag("apply_direct"),
                job.maybeText("apply_url").map(WebUrl::new),
                job.maybeText("apply_email").map(EmailAddress::new));
    }

    private static JobState state(RowReader job) {
        Optional<Instant> published = job.maybeMoment("published_at");
        Optional<Instant> until = job.maybeMoment("expires_at");
        return switch (JobState.Kind.valueOf(job.text("state"))) {
            case DRAFT -> new JobState.Draft();
            case IN_REVIEW -> new JobState.InReview(at(job));
            case CHANGES_REQUESTED -> new JobState.ChangesRequested(at(job), job.text("state_reason"));
            case SCHEDULED -> new JobState.Scheduled(at(job), until.orElseThrow());
            case PUBLISHED -> new JobState.Published(at(job), until.orElseThrow());
            case PAUSED -> new JobState.Paused(at(job), published.orElseThrow(), until.orElseThrow());
            case FILLED -> new JobState.Filled(at(job), published.orElseThrow());
            case EXPIRED -> new JobState.Expired(at(job), published);
            case CLOSED -> new JobState.Closed(at(job), published, job.text("state_reason"));
            case REJECTED -> new JobState.Rejected(at(job), job.text("state_reason"), job.flag("state_spam"));
            case ARCHIVED -> new JobState.Archived(at(job));
        };
    }

    private static Instant at(RowReader job) {
        return job.moment("state_at");
    }

    private static <E> Set<E> codes(RowReader row, String column, Function<String, E> code) {
        return row.texts(column).stream().map(code).collect(Collectors.toUnmodifiableSet());
    }
}
