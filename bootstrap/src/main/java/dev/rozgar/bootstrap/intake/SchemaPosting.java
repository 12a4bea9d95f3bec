package dev.rozgar.bootstrap.intake;

import dev.rozgar.application.intake.Row;
import dev.rozgar.domain.Faults;
import dev.rozgar.domain.InvalidValues;
import dev.rozgar.domain.WebUrl;
import dev.rozgar.domain.job.ApplyChannel;
import dev.rozgar.domain.job.Category;
import dev.rozgar.domain.job.Classification;
import dev.rozgar.domain.job.Description;
import dev.rozgar.domain.job.JobContent;
import dev.rozgar.domain.job.LanguageTag;
import dev.rozgar.domain.job.Openings;
import dev.rozgar.domain.job.Origin;
import dev.rozgar.domain.job.PostingWindow;
import dev.rozgar.domain.job.RequisitionId;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes a posting of a schema.org `JobPosting`. Google's required members are required here, too, and an identifier
/// or a url, by which the posting is known again. Members that have no place in our jobs are left aside: benefits in
/// free words, special commitments, working hours in free words.
final class SchemaPosting {
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ISO_OFFSET_DATE_TIME,
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm[:ss]XXX"),
            DateTimeFormatter.ISO_LOCAL_DATE_TIME,
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm"),
            DateTimeFormatter.ISO_LOCAL_DATE);

    private final Profile profile;
    private final JsonMembers posting;
    private final Faults faults = new Faults();

    SchemaPosting(Profile profile, JsonMembers posting) {
        this.profile = profile;
        this.posting = posting;
    }

    /// @throws InvalidValues with all faults of the members, or of what is made of several of them
    Row.Posting read(long line, String key) {
        var defaults = profile.defaults();
        var headline = faults.at("title", () -> Headline.of(required(posting.text("title"))));
        var employer = faults.at("hiringOrganization", this::employer);
        var requisition = faults.at("identifier", () -> new RequisitionId(Cleaned.line(required(identifier()))));
        var language = faults.at("inLanguage", () -> posting.text("inLanguage").map(LanguageTag::new));
        var text = faults.at("description", () -> HtmlText.of(required(posting.text("description"))));
        var workplace = faults.at("jobLocation", () -> new SchemaPlaces(defaults.country()).workplace(posting));
        var workTime = faults.at("employmentType", () -> SchemaTerms.workTime(posting));
        var pay = faults.at("baseSalary", () -> SchemaTerms.pay(posting, defaults.currency()));
        var requirements = faults.at("skills", () -> SchemaTerms.requirements(posting));
        var openings = faults.at(
                "totalJobOpenings",
                () -> posting.text("totalJobOpenings").map(seats -> new Openings(Forms.whole(seats), 0)));
        var posted = faults.at("datePosted", () -> moment(required(posting.text("datePosted"))));
        var expires = faults.at("validThrough", this::expires);
        faults.raise();
        var description = faults.at("description", () -> description(headline.get(), text.get()));
        var window = faults.at("validThrough", () -> window(posted.get(), expires.get()));
        return faults.build(() -> new Row.Posting(
                line,
                key,
                employer.get().profile(workplace.get().locations().getFirst(), defaults.zone()),
                new JobContent(
                        Optional.of(requisition.get()),
                        language.get().orElse(defaults.language()),
                        headline.get().title(),
                        description.get(),
                        workplace.get(),
                        new Classification(Optional.empty(), categories()),
                        workTime.get(),
                        pay.get(),
                        requirements.get(),
                        Set.of(),
                        openings.get().orElse(Openings.ONE),
                        Optional.empty(),
                        window.get(),
                        apply(),
                        new Origin(profile.source(), 0)),
                posted.get()));
    }

    private static <T> T required(Optional<T> value) {
        return value.orElseThrow(() -> InvalidValues.of("REQUIRED", "must be given"));
    }

    private EmployerCard employer() {
        var name = Cleaned.line(required(posting.text("hiringOrganization")));
        Optional<WebUrl> website = posting.object("hiringOrganization")
                .flatMap(employer -> employer.text("sameAs").or(() -> employer.text("url")))
                .flatMap(SchemaPosting::url);
        return new EmployerCard(
                profile.source(), name, website, profile.defaults().industry());
    }

    /// `{"@type": "PropertyValue", "name": the employer, "value": the number}`, a bare number, or the address.
    Optional<String> identifier() {
        return posting.object("identifier")
                .flatMap(identifier -> identifier.text("value"))
                .or(() -> posting.text("identifier"))
                .or(() -> posting.text("url"));
    }

    private Description description(Headline headline, HtmlText text) {
        return new Description(
                headline.before(text.text()), text.html(), prose("responsibilities"), prose("qualifications"));
    }

    private Optional<String> prose(String member) {
        return Optional.of(String.join("\n", posting.texts(member)))
                .map(text -> HtmlText.of(text).text())
                .filter(text -> !text.isEmpty());
    }

    private List<Category> categories() {
        return posting.texts("occupationalCategory").stream()
                .map(text -> new Category(Cleaned.shortened(Cleaned.line(text), 100)))
                .distinct()
                .limit(20)
                .toList();
    }

    /// An address that is none is left out: it is not what the posting is about.
    private ApplyChannel apply() {
        Optional<WebUrl> url = posting.text("url").flatMap(SchemaPosting::url);
        boolean direct = posting.flag("directApply").orElse(false) || url.isEmpty();
        return new ApplyChannel(direct, url, Optional.empty());
    }

    private static Optional<WebUrl> url(String text) {
        try {
            return Optional.of(new WebUrl(text.strip()));
        } catch (InvalidValues noAddress) {
            return Optional.empty();
        }
    }

    private Instant moment(String text) {
        return Forms.start(text, DATES, profile.defaults().zone());
    }

    private Optional<Instant> expires() {
        return posting.text("validThrough")
                .map(text -> Forms.end(text, DATES, profile.defaults().zone()));
    }

    private PostingWindow window(Instant posted, Optional<Instant> expires) {
        boolean immediate = posting.flag("jobImmediateStart").orElse(false);
        return new PostingWindow(
                Optional.of(posted),
                Optional.of(
                        expires.orElseGet(() -> posted.plus(profile.defaults().term()))),
                Optional.empty(),
                immediate
                        ? Optional.empty()
                        : posting.text("jobStartDate")
                                .map(text -> Forms.day(
                                        text, DATES, profile.defaults().zone())),
                immediate);
    }
}
