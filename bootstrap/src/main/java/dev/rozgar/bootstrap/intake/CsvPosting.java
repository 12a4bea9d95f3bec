package dev.rozgar.bootstrap.intake;

import dev.rozgar.application.intake.Row;
import dev.rozgar.domain.Address;
import dev.rozgar.domain.Checked;
import dev.rozgar.domain.CountryCode;
import dev.rozgar.domain.Faults;
import dev.rozgar.domain.GeoPoint;
import dev.rozgar.domain.InvalidValues;
import dev.rozgar.domain.WebUrl;
import dev.rozgar.domain.job.ApplyChannel;
import dev.rozgar.domain.job.Category;
import dev.rozgar.domain.job.Classification;
import dev.rozgar.domain.job.Credentials;
import dev.rozgar.domain.job.Description;
import dev.rozgar.domain.job.Education;
import dev.rozgar.domain.job.EmploymentType;
import dev.rozgar.domain.job.Experience;
import dev.rozgar.domain.job.JobContent;
import dev.rozgar.domain.job.JobLocation;
import dev.rozgar.domain.job.LanguageTag;
import dev.rozgar.domain.job.Openings;
import dev.rozgar.domain.job.Origin;
import dev.rozgar.domain.job.Pay;
import dev.rozgar.domain.job.PayKind;
import dev.rozgar.domain.job.PayPeriod;
import dev.rozgar.domain.job.PostingWindow;
import dev.rozgar.domain.job.Precision;
import dev.rozgar.domain.job.RemoteMode;
import dev.rozgar.domain.job.Requirements;
import dev.rozgar.domain.job.RequisitionId;
import dev.rozgar.domain.job.Shift;
import dev.rozgar.domain.job.ShiftKind;
import dev.rozgar.domain.job.WorkTime;
import dev.rozgar.domain.job.Workplace;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes a posting of one row of a CSV file; all faults of the row are told at once.
final class CsvPosting {
    private static final int LONGEST_STREET = 200;
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    private final Profile profile;
    private final Optional<LocalDate> shiftTo;
    private final CsvCells cells;

    /// @param shiftTo the day to which the file's own day is moved, and all its dates with it
    CsvPosting(Profile profile, Optional<LocalDate> shiftTo, CsvCells cells) {
        this.profile = profile;
        this.shiftTo = shiftTo;
        this.cells = cells;
    }

    /// @throws InvalidValues with all faults of the row
    Row.Posting read(long line, String key) {
        Faults faults = cells.faults();
        var headline = cells.required(Field.TITLE, Headline::new);
        var title = faults.at("", () -> headline.get().title());
        var employer = cells.required(Field.EMPLOYER, Cleaned::line);
        var website = cells.optional(Field.EMPLOYER_WEBSITE, WebUrl::new);
        var requisition = cells.required(Field.REQUISITION, text -> new RequisitionId(Cleaned.line(text)));
        var language = cells.optional(Field.LANGUAGE, LanguageTag::new);
        var description = description(headline);
        var place = place();
        var remote = cells.optional(Field.REMOTE, Faults.oneOf(RemoteMode.class));
        var classification = classification();
        var workTime = workTime();
        var pay = pay();
        var requirements = requirements();
        var openings = cells.optional(Field.OPENINGS, text -> new Openings(Forms.whole(text), 0));
        var apply = cells.optional(Field.APPLY_URL, WebUrl::new);
        var posted = cells.required(Field.POSTED, text -> shifted(Forms.start(text, profile.dates(), zone())));
        var window = window(posted);
        return faults.build(() -> new Row.Posting(
                line,
                key,
                new EmployerCard(
                                profile.source(),
                                employer.get(),
                                website.get(),
                                profile.defaults().industry())
                        .profile(place.get(), zone()),
                new JobContent(
                        Optional.of(requisition.get()),
                        language.get().orElse(profile.defaults().language()),
                        title.get(),
                        description.get(),
                        new Workplace(List.of(place.get()), remote.get().orElse(RemoteMode.ONSITE), List.of()),
                        classification.get(),
                        workTime.get(),
                        pay.get(),
                        requirements.get(),
                        Set.of(),
                        openings.get().orElse(Openings.ONE),
                        Optional.empty(),
                        window.get(),
                        apply.get()
                                .map(url -> new ApplyChannel(false, Optional.of(url), Optional.empty()))
                                .orElse(ApplyChannel.DIRECT),
                        new Origin(profile.source(), 0)),
                posted.get()));
    }

    private Checked<Description> description(Checked<Headline> headline) {
        return cells.required(
                Field.DESCRIPTION,
                text -> new Description(
                        headline.get().before(text),
                        Optional.empty(),
                        cells.value(Field.RESPONSIBILITIES),
                        cells.value(Field.QUALIFICATIONS)));
    }

    private Checked<JobLocation> place() {
        Faults faults = cells.faults();
        var lat = cells.optional(Field.LATITUDE, Forms::degrees);
        var lon = cells.optional(Field.LONGITUDE, Forms::degrees);
        return faults.at("location", () -> {
            Optional<String> street =
                    cells.value(Field.STREET).map(text -> Cleaned.shortened(Cleaned.line(text), LONGEST_STREET));
            Optional<String> postcode = cells.value(Field.POSTCODE);
            Optional<String> locality = cells.value(Field.LOCALITY).map(Cleaned::line);
            var country = cells.value(Field.COUNTRY)
                    .map(CountryCode::new)
                    .orElse(profile.defaults().country());
            var address =
                    new Address(street, locality, cells.value(Field.REGION).map(Cleaned::line), postcode, country);
            Optional<GeoPoint> point = lat.get().flatMap(north -> lon.get().map(east -> new GeoPoint(north, east)));
            return new JobLocation(address, point, precision(address), Optional.empty());
        });
    }

    static Precision precision(Address address) {
        if (address.street().isPresent()) {
            return Precision.STREET;
        }
        if (address.postcode().isPresent()) {
            return Precision.POSTCODE;
        }
        return address.locality().isPresent() ? Precision.LOCALITY : Precision.REGION;
    }

    private Checked<Classification> classification() {
        return cells.faults().at("categories", () -> {
            List<Category> categories = cells.value(Field.CATEGORIES)
                    .map(new Categories(profile.categories())::of)
                    .orElse(List.of());
            return new Classification(
                    cells.value(Field.OCCUPATION).flatMap(text -> OccupationRule.first(profile.occupations(), text)),
                    categories);
        });
    }

    private Checked<WorkTime> workTime() {
        var types = cells.optional(Field.EMPLOYMENT_TYPE, CsvPosting::employmentTypes);
        var hours = cells.optional(Field.HOURS_PER_WEEK, Forms::number);
        return cells.faults().at("work_time", () -> {
            var times = cells.groups(Field.SHIFT).stream().map(Forms::time).toList();
            List<Shift> shifts = times.isEmpty() ? List.of() : List.of(shift(times.getFirst(), times.getLast()));
            return new WorkTime(
                    types.get().orElse(Set.of(EmploymentType.OTHER)), Optional.empty(), shifts, hours.get());
        });
    }

    private static Set<EmploymentType> employmentTypes(String codes) {
        return Arrays.stream(codes.split("\\|"))
                .map(code -> Faults.oneOf(EmploymentType.class).apply(code.strip()))
                .collect(Collectors.toSet());
    }

    private static Shift shift(LocalTime start, LocalTime end) {
        var kind = start.isBefore(EVENING) ? ShiftKind.DAY : ShiftKind.NIGHT;
        return new Shift(kind, Optional.of(start), Optional.of(end), Set.of());
    }

    private Checked<Optional<Pay>> pay() {
        var min = cells.optional(Field.PAY_MIN, Forms::number);
        var max = cells.optional(Field.PAY_MAX, Forms::number);
        var period = cells.optional(Field.PAY_PERIOD, Faults.oneOf(PayPeriod.class));
        return cells.faults().at("pay", () -> {
            Optional<BigDecimal> least = min.get().or(max::get);
            Optional<BigDecimal> most = max.get().or(min::get);
            if (least.isEmpty() || most.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Pay(
                    least.get(),
                    most.get(),
                    profile.defaults().currency(),
                    period.get().orElseThrow(() -> InvalidValues.of("REQUIRED", "needs a period")),
                    Optional.empty(),
                    PayKind.FIXED,
                    true));
        });
    }

    private Checked<Requirements> requirements() {
        var required = cells.optional(Field.EXPERIENCE_REQUIRED, Boolean::valueOf);
        var months = cells.optional(Field.EXPERIENCE_MONTHS, Forms::whole);
        var education = cells.optional(Field.EDUCATION, Faults.oneOf(Education.class));
        return cells.faults().at("experience", () -> {
            boolean needed =
                    required.get().orElse(months.get().filter(n -> n > 0).isPresent());
            return new Requirements(
                    List.of(),
                    List.of(),
                    new Experience(needed, months.get(), Optional.empty(), !needed),
                    education.get(),
                    Optional.empty(),
                    Credentials.NONE);
        });
    }

    /// From its source's day of publication on; a day of its end counts as a whole.
    private Checked<PostingWindow> window(Checked<Instant> posted) {
        var expires = cells.optional(Field.EXPIRES, text -> shifted(Forms.end(text, profile.dates(), zone())));
        return cells.faults()
                .at(
                        "window",
                        () -> new PostingWindow(
                                Optional.of(posted.get()),
                                Optional.of(expires.get()
                                        .orElseGet(() -> posted.get()
                                                .plus(profile.defaults().term()))),
                                Optional.empty(),
                                Optional.empty(),
                                false));
    }

    private Instant shifted(Instant moment) {
        return shiftTo.flatMap(to -> cells.value(Field.AS_OF)
                        .map(text -> ChronoUnit.DAYS.between(Forms.day(text, profile.dates(), zone()), to)))
                .map(days -> moment.atZone(zone()).plusDays(days).toInstant())
                .orElse(moment);
    }

    private ZoneId zone() {
        return profile.defaults().zone();
    }
}
