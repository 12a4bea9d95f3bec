package dev.rozgar.adapters.postgres.posting;

import dev.rozgar.adapters.postgres.sql.Places;
import dev.rozgar.adapters.postgres.sql.RowWriter;
import dev.rozgar.domain.EmailAddress;
import dev.rozgar.domain.PhoneNumber;
import dev.rozgar.domain.WebUrl;
import dev.rozgar.domain.job.CallWindow;
import dev.rozgar.domain.job.Contact;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobContent;
import dev.rozgar.domain.job.JobLocation;
import dev.rozgar.domain.job.JobState;
import dev.rozgar.domain.job.LanguageSkill;
import dev.rozgar.domain.job.Pay;
import dev.rozgar.domain.job.PostingWindow;
import dev.rozgar.domain.job.Requirements;
import dev.rozgar.domain.job.Shift;
import dev.rozgar.domain.job.Skill;
import dev.rozgar.domain.job.WorkTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// Jobs as rows; [JobReader] is the way back.
public final class JobWriter {
    private static final Map<String, BiConsumer<RowWriter, Job>> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("job", JobWriter::job);
        TABLES.put("job_location", each(job -> job.content().workplace().locations(), JobWriter::location));
        TABLES.put("job_shift", each(job -> job.content().workTime().shifts(), JobWriter::shift));
        TABLES.put("job_skill", each(job -> job.content().requirements().skills(), JobWriter::skill));
        TABLES.put("job_language", each(job -> job.content().requirements().languages(), JobWriter::language));
    }

    private JobWriter() {}

    static String rows(List<Job> jobs) {
        return RowWriter.rows(TABLES, jobs);
    }

    /// The job's row with nothing but its state and what is raised with it.
    static String state(Job job) {
        return RowWriter.rows(Map.of("job", JobWriter::moved), List.of(job));
    }

    private static void moved(RowWriter out, Job job) {
        out.begin()
                .put("id", job.id().value())
                .put("version", job.version())
                .put("updated_at", job.updatedAt().toString());
        state(out, job.state());
        out.end();
    }

    private static <T> BiConsumer<RowWriter, Job> each(Function<Job, List<T>> list, BiConsumer<RowWriter, T> columns) {
        return (out, job) -> {
            int position = 0;
            for (T item : list.apply(job)) {
                out.begin().put("job_id", job.id().value()).put("position", position++);
                columns.accept(out, item);
                out.end();
            }
        };
    }

    private static void job(RowWriter out, Job job) {
        out.begin()
                .put("id", job.id().value())
                .put("version", job.version())
                .put("company_id", job.company().value())
                .put("slug", job.slug().value())
                .put("created_at", job.createdAt().toString())
                .put("updated_at", job.updatedAt().toString());
        content(out, job.content());
        state(out, job.state());
        out.end();
    }

    private static void content(RowWriter out, JobContent content) {
        out.put("requisition_id", content.requisitionId().map(id -> id.value()))
                .put("language", content.language().value())
                .put("title", content.title().value())
                .put("description_text", content.description().text())
                .put("description_html", content.description().html().map(html -> html.value()))
                .put("responsibilities", content.description().responsibilities())
                .put("qualifications", content.description().qualifications())
                .put("remote", content.workplace().remote())
                .put(
                        "applicant_regions",
                        content.workplace().applicantRegions().stream()
                                .map(region -> region.value())
                                .toList())
                .put("occupation_id", content.classification().occupation().map(id -> id.value()))
                .put(
                        "categories",
                        content.classification().categories().stream()
                                .map(category -> category.value())
                                .toList())
                .codes("benefits", content.benefits())
                .put("openings_total", content.openings().total())
                .put("openings_filled", content.openings().filled())
                .put("apply_direct", content.apply().direct())
                .put("apply_url", content.apply().url().map(WebUrl::value))
                .put("apply_email", content.apply().email().map(EmailAddress::value))
                .put("source", content.origin().source().value())
                .put("promotion", content.origin().promotion());
        workTime(out, content.workTime());
        content.pay().ifPresentOrElse(pay -> pay(out, pay), () -> out.put("pay_disclosed", false));
        requirements(out, content.requirements());
        content.contact().ifPresent(contact -> contact(out, contact));
        window(out, content.window());
    }

    private static void workTime(RowWriter out, WorkTime time) {
        out.codes("employment_types", time.employmentTypes())
                .put("scope_min_pct", time.scope().map(scope -> scope.minPct()))
                .put("scope_max_pct", time.scope().map(scope -> scope.maxPct()))
                .put("hours_per_week", time.hoursPerWeek());
    }

    public static void pay(RowWriter out, Pay pay) {
        out.put("pay_min", pay.min())
                .put("pay_max", pay.max())
                .put("pay_currency", pay.currency().getCurrencyCode())
                .put("pay_period", pay.period())
                .put("pay_kind", pay.kind())
                .put("pay_incentive_max", pay.incentiveMax())
                .put("pay_disclosed", pay.disclosed());
    }

    private static void requirements(RowWriter out, Requirements wanted) {
        out.put("experience_required", wanted.experience().required())
                .put("experience_months_min", wanted.experience().monthsMin())
                .put("experience_months_max", wanted.experience().monthsMax())
                .put("fresher_ok", wanted.experience().fresherOk())
                .put("education", wanted.education())
                .put("english_level", wanted.english())
                .put(
                        "licences",
                        wanted.credentials().licences().stream()
                                .map(licence -> licence.value())
                                .toList())
                .put("licence_required", wanted.credentials().licenceRequired())
                .put("own_vehicle", wanted.credentials().ownVehicle())
                .codes("documents", wanted.credentials().documents());
    }

    private static void contact(RowWriter out, Contact contact) {
        PhoneNumber phone = contact.phone();
        out.put("contact_name", contact.name())
                .put("contact_phone", phone.value())
                .put("contact_whatsapp_ok", contact.whatsappOk())
                .put("contact_call_from", contact.callWindow().map(CallWindow::from))
                .put("contact_call_to", contact.callWindow().map(CallWindow::to));
    }

    private static void window(RowWriter out, PostingWindow window) {
        out.put("publish_at", window.publishAt())
                .put("expires_at", window.expiresAt())
                .put("apply_by", window.applyBy())
                .put("start_date", window.startDate())
                .put("immediate", window.immediate());
    }

    /// `state_at` is when the state began (of a scheduled job, when it will be shown). The end of a state in force is
    /// the content's expiry, and has no column of its own.
    private static void state(RowWriter out, JobState state) {
        out.put("state", state.kind());
        switch (state) {
            case JobState.Draft _ -> {}
            case JobState.InReview(var since) -> out.put("state_at", since.toString());
            case JobState.ChangesRequested(var since, var reason) ->
                out.put("state_at", since.toString()).put("state_reason", reason);
            case JobState.Scheduled(var publishAt, var _) -> out.put("state_at", publishAt.toString());
            case JobState.Published(var at, var _) ->
                out.put("state_at", at.toString()).put("published_at", at.toString());
            case JobState.Paused(var since, var published, var _) ->
                out.put("state_at", since.toString()).put("published_at", published.toString());
            case JobState.Filled(var at, var published) ->
                out.put("state_at", at.toString()).put("published_at", published.toString());
            case JobState.Expired(var at, var published) ->
                out.put("state_at", at.toString()).put("published_at", published);
            case JobState.Closed(var at, var published, var reason) ->
                out.put("state_at", at.toString())
                        .put("published_at", published)
                        .put("state_reason", reason);
            case JobState.Rejected(var at, var reason, var spam) ->
                out.put("state_at", at.toString()).put("state_reason", reason).put("state_spam", spam);
            case JobState.Archived(var at) -> out.put("state_at", at.toString());
        }
    }

    private static void location(RowWriter out, JobLocation place) {
        Places.write(out, place.address(), place.geo());
        out.put("precision", place.precision()).put("place_id", place.placeId());
    }

    private static void shift(RowWriter out, Shift shift) {
        out.put("kind", shift.kind())
                .put("starts", shift.start())
                .put("ends", shift.end())
                .codes("days", shift.days());
    }

    private static void skill(RowWriter out, Skill skill) {
        out.put("concept_id", skill.conceptId())
                .put("label", skill.label())
                .put("level", skill.level())
                .put("weight", skill.weight());
    }

    private static void language(RowWriter out, LanguageSkill language) {
        out.put("concept_id", language.conceptId())
                .put("label", language.label())
                .put("level", language.level())
                .put("weight", language.weight());
    }
}
