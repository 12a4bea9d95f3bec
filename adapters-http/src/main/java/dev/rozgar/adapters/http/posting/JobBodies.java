package dev.rozgar.adapters.http.posting;

import dev.rozgar.adapters.http.json.Absent;
import dev.rozgar.adapters.http.json.Json;
import dev.rozgar.adapters.http.resource.PointBody;
import dev.rozgar.domain.PhoneNumber;
import dev.rozgar.domain.job.ApplyChannel;
import dev.rozgar.domain.job.Category;
import dev.rozgar.domain.job.Contact;
import dev.rozgar.domain.job.Description;
import dev.rozgar.domain.job.Experience;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobLocation;
import dev.rozgar.domain.job.LanguageSkill;
import dev.rozgar.domain.job.Licence;
import dev.rozgar.domain.job.OccupationId;
import dev.rozgar.domain.job.Openings;
import dev.rozgar.domain.job.Pay;
import dev.rozgar.domain.job.PostingWindow;
import dev.rozgar.domain.job.RegionCode;
import dev.rozgar.domain.job.RequisitionId;
import dev.rozgar.domain.job.SafeHtml;
import dev.rozgar.domain.job.Scope;
import dev.rozgar.domain.job.Shift;
import dev.rozgar.domain.job.Skill;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/// A stored job as the body that would post it: what is shown to those who keep it, and what a patch is merged into.
public final class JobBodies {
    private JobBodies() {}

    static PostJobBody of(Job job) {
        var said = job.content();
        var needs = said.requirements();
        return new PostJobBody(
                job.company().value(),
                Absent.orNull(said.requisitionId(), RequisitionId::value),
                said.language().value(),
                said.title().value(),
                description(said.description()),
                each(said.workplace().locations(), JobBodies::location),
                said.workplace().remote(),
                each(said.workplace().applicantRegions(), RegionCode::value),
                Absent.orNull(said.classification().occupation(), OccupationId::value),
                each(said.classification().categories(), Category::value),
                sorted(said.workTime().employmentTypes()),
                Absent.orNull(said.workTime().scope(), JobBodies::scope),
                Absent.orNull(said.workTime().hoursPerWeek(), hours -> hours),
                each(said.workTime().shifts(), JobBodies::shift),
                Absent.orNull(said.pay(), JobBodies::pay),
                each(needs.skills(), JobBodies::skill),
                each(needs.languages(), JobBodies::language),
                experience(needs.experience()),
                Absent.orNull(needs.education(), level -> level),
                Absent.orNull(needs.english(), level -> level),
                each(needs.credentials().licences(), Licence::value),
                needs.credentials().licenceRequired(),
                needs.credentials().ownVehicle(),
                sorted(needs.credentials().documents()),
                sorted(said.benefits()),
                openings(said.openings()),
                Absent.orNull(said.contact(), JobBodies::contact),
                apply(said.apply(), said.window()),
                Absent.orNull(said.window().publishAt(), Json::moment),
                Absent.orNull(said.window().expiresAt(), Json::moment),
                Absent.orNull(said.window().startDate(), day -> day),
                said.window().immediate(),
                said.origin().source().value(),
                said.origin().promotion(),
                null);
    }

    private static <T, R> List<R> each(List<T> values, Function<T, R> shown) {
        return values.stream().map(shown).toList();
    }

    /// In the order in which they are declared, so that the same job always reads the same.
    private static <E extends Enum<E>> List<E> sorted(Collection<E> values) {
        return values.stream().sorted().toList();
    }

    private static JobParts.DescriptionBody description(Description said) {
        return new JobParts.DescriptionBody(
                said.text(),
                Absent.orNull(said.html(), SafeHtml::value),
                Absent.orNull(said.responsibilities(), text -> text),
                Absent.orNull(said.qualifications(), text -> text));
    }

    private static JobLocationBody location(JobLocation place) {
        var address = place.address();
        return new JobLocationBody(
                Absent.orNull(address.street(), text -> text),
                Absent.orNull(address.locality(), text -> text),
                Absent.orNull(address.region(), text -> text),
                Absent.orNull(address.postcode(), text -> text),
                address.country().value(),
                Absent.orNull(place.geo(), PointBody::of),
                place.precision(),
                Absent.orNull(place.placeId(), text -> text));
    }

    private static JobParts.OpeningsBody openings(Openings seats) {
        return new JobParts.OpeningsBody(seats.total(), seats.filled());
    }

    private static JobParts.ScopeBody scope(Scope share) {
        return new JobParts.ScopeBody(share.minPct(), share.maxPct());
    }

    private static JobParts.ShiftBody shift(Shift shift) {
        return new JobParts.ShiftBody(
                shift.kind(),
                Absent.orNull(shift.start(), time -> time),
                Absent.orNull(shift.end(), time -> time),
                sorted(shift.days()));
    }

    public static JobParts.PayBody pay(Pay pay) {
        return new JobParts.PayBody(
                pay.min(),
                pay.max(),
                pay.currency().getCurrencyCode(),
                pay.period(),
                Absent.orNull(pay.incentiveMax(), amount -> amount),
                pay.kind(),
                pay.disclosed());
    }

    private static SkillBody skill(Skill skill) {
        return new SkillBody(Absent.orNull(skill.conceptId(), id -> id), skill.label(), skill.level(), skill.weight());
    }

    private static SkillBody language(LanguageSkill skill) {
        return new SkillBody(Absent.orNull(skill.conceptId(), id -> id), skill.label(), skill.level(), skill.weight());
    }

    private static JobParts.ExperienceBody experience(Experience wanted) {
        return new JobParts.ExperienceBody(
                wanted.required(),
                Absent.orNull(wanted.monthsMin(), months -> months),
                Absent.orNull(wanted.monthsMax(), months -> months),
                wanted.fresherOk());
    }

    private static JobParts.ContactBody contact(Contact person) {
        PhoneNumber phone = person.phone();
        return new JobParts.ContactBody(
                person.name(),
                phone.value(),
                person.whatsappOk(),
                Absent.orNull(person.callWindow(), window -> new JobParts.CallWindowBody(window.from(), window.to())));
    }

    private static JobParts.ApplyBody apply(ApplyChannel channel, PostingWindow window) {
        return new JobParts.ApplyBody(
                channel.direct(),
                Absent.orNull(channel.url(), url -> url.value()),
                Absent.orNull(channel.email(), mail -> mail.value()),
                Absent.orNull(window.applyBy(), Json::moment));
    }
}
