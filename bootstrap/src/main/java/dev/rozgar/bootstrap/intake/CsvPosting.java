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
import java.util.function.Function;
import java.util.stream.Collectors;

/// Makes a posting of one row of a CSV file: first all fields are read, then they are put together.
final class CsvPosting {
    private static final int LONGEST_STREET = 200;
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    private final Profile profile;
    private final Optional<LocalDate> shiftTo;
    private final CsvCells cells;
    private final Checked<Headline> headline;
    private final Checked<String> description;
    private final Checked<String> employer;
    private final Checked<Optional<WebUrl>> website;
    private final Checked<RequisitionId> requisition;
    private final Checked<Optional<LanguageTag>> language;
    private final Checked<Optional<CountryCode>> country;
    private final Checked<Optional<Double>> latitude;
    private final Checked<Optional<Double>> longitude;
    private final Checked<Optional<RemoteMode>> remote;
    private final Checked<Optional<Set<EmploymentType>>> types;
    private final Checked<Optional<BigDecimal>> hours;
    private final Checked<List<LocalTime>> shift;
    private final Checked<Optional<BigDecimal>> payMin;
    private final Checked<Optional<BigDecimal>> payMax;
    private final Checked<Optional<PayPeriod>> payPeriod;
    private final Checked<Optional<Boolean>> experienced;
    private final Checked<Optional<Integer>> months;
    private final Checked<Optional<Education>> education;
    private final Checked<Optional<Openings>> openings;
    private final Checked<Optional<WebUrl>> apply;
    private final Checked<Instant> posted;
    private final Checked<Optional<Instant>> expires;

    /// @param shiftTo the day to which the file's own day is moved, and all its dates with it
    CsvPosting(Profile profile, Optional<LocalDate> shiftTo, CsvCells cells) {
        this.profile = profile;
        this.shiftTo = shiftTo;
        this.cells = cells;
        headline = cells.required(Field.TITLE, Headline::of);
        description = cells.required(Field.DESCRIPTION, Function.identity());
        employer = cells.required(Field.EMPLOYER, Cleaned::line);
        website = cells.optional(Field.EMPLOYER_WEBSITE, WebUrl::new);
        requisition = cells.required(Field.REQUISITION, text -> new RequisitionId(Cleaned.line(text)));
        language = cells.optional(Field.LANGUAGE, LanguageTag::new);
        country = cells.optional(Field.COUNTRY, CountryCode::new);
        latitude = cells.optional(Field.LATITUDE, Forms::degrees);
        longitude = cells.optional(Field.LONGITUDE, Forms::degrees);
        remote = cells.optional(Field.REMOTE, Faults.oneOf(RemoteMode.class));
        types = cells.optional(Field.EMPLOYMENT_TYPE, CsvPosting::employmentTypes);
        hours = cells.optional(Field.HOURS_PER_WEEK, Forms::number);
        shift = cells.faults()
                .at(
                        Field.SHIFT.key(),
                        () -> cells.groups(Field.SHIFT).stream()
                                .map(Forms::time)
                                .toList());
        payMin = cells.optional(Field.PAY_MIN, Forms::number);
        payMax = cells.optional(Field.PAY_MAX, Forms::number);
        payPeriod = cells.optional(Field.PAY_PERIOD, Faults.oneOf(PayPeriod.class));
        experienced = cells.optional(Field.EXPERIENCE_REQUIRED, Boolean::valueOf);
        months = cells.optional(Field.EXPERIENCE_MONTHS, Forms::whole);
        education = cells.optional(Field.EDUCATION, Faults.oneOf(Education.class));
        openings = cells.optional(Field.OPENINGS, text -> new Openings(Forms.whole(text), 0));
        apply = cells.optional(Field.APPLY_URL, WebUrl::new);
        posted = cells.required(Field.POSTED, text -> shifted(Forms.start(text, profile.dates(), zone())));
        expires = cells.optional(Field.EXPIRES, text -> shifted(Forms.end(text, profile.dates(), zone())));
    }

    /// @throws dev.rozgar.domain.InvalidValues with the faults of all fields, or of all groups of them
    Row.Posting read(long line, String key) {
        cells.faults().raise();
        var faults = new Faults();
        var text = faults.at("description", this::description);
        var place = faults.at("location", this::place);
        var classification = faults.at("categories", this::classification);
        var workTime = faults.at("work_time", this::workTime);
        var pay = faults.at("pay", this::pay);
        var requirements = faults.at("experience", this::requirements);
        var window = faults.at("expires", this::window);
        return faults.build(() -> new Row.Posting(
                line,
                key,
                employer().profile(place.get(), zone()),
                new JobContent(
                        Optional.of(requisition.get()),
                        language.get().orElse(profile.defaults().language()),
                        headline.get().title(),
                        text.get(),
                        new Workplace(List.of(place.get()), remote.get().orElse(RemoteMode.ONSITE), List.of()),
                        classification.get(),
                        workTime.get(),
                        pay.get(),
                        requirements.get(),
                        Set.of(),
                        openings.get().orElse(Openings.ONE),
                        Optional.empty(),
                        window.get(),
                        channel(),
                        new Origin(profile.source(), 0)),
                posted.get()));
    }

    private EmployerCard employer() {
        return new EmployerCard(
                profile.source(),
                employer.get(),
                website.get(),
                profile.defaults().industry());
    }

    private Description description() {
        return new Description(
                headline.get().before(description.get()),
                Optional.empty(),
                cells.value(Field.RESPONSIBILITIES),
                cells.value(Field.QUALIFICATIONS));
    }

    private JobLocation place() {
        var address = new Address(
                cells.value(Field.STREET).map(text -> Cleaned.shortened(Cleaned.line(text), LONGEST_STREET)),
                cells.value(Field.LOCALITY).map(Cleaned::line),
                cells.value(Field.REGION).map(Cleaned::line),
                cells.value(Field.POSTCODE).map(Cleaned::line),
                country.get().orElse(profile.defaults().country()));
        Optional<GeoPoint> point = latitude.get().flatMap(lat -> longitude.get().map(lon -> new GeoPoint(lat, lon)));
        return new JobLocation(address, point, precision(address), Optional.empty());
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

    private Classification classification() {
        List<Category> categories = cells.value(Field.CATEGORIES)
                .map(new Categories(profile.categories())::of)
                .orElse(List.of());
        return new Classification(
                cells.value(Field.OCCUPATION).flatMap(text -> OccupationRule.first(profile.occupations(), text)),
                categories);
    }

    private WorkTime workTime() {
        var times = shift.get();
        return new WorkTime(
                types.get().orElse(Set.of(EmploymentType.OTHER)),
                Optional.empty(),
                times.isEmpty() ? List.of() : List.of(shift(times.getFirst(), times.getLast())),
                hours.get());
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

    /// One figure alone is both ends; a period alone says nothing.
    private Optional<Pay> pay() {
        Optional<BigDecimal> least = payMin.get().or(payMax::get);
        Optional<BigDecimal> most = payMax.get().or(payMin::get);
        if (least.isEmpty() || most.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Pay(
                least.get(),
                most.get(),
                profile.defaults().currency(),
                payPeriod.get().orElseThrow(() -> InvalidValues.of("REQUIRED", "needs a period")),
                Optional.empty(),
                PayKind.FIXED,
                true));
    }

    private Requirements requirements() {
        boolean needed =
                experienced.get().orElse(months.get().filter(n -> n > 0).isPresent());
        return new Requirements(
                List.of(),
                List.of(),
                new Experience(needed, months.get(), Optional.empty(), !needed),
                education.get(),
                Optional.empty(),
                Credentials.NONE);
    }

    /// From its source's day of publication on; a day of its end counts as a whole.
    private PostingWindow window() {
        return new PostingWindow(
                Optional.of(posted.get()),
                Optional.of(expires.get()
                        .orElseGet(() -> posted.get().plus(profile.defaults().term()))),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private ApplyChannel channel() {
        return apply.get()
                .map(url -> new ApplyChannel(false, Optional.of(url), Optional.empty()))
                .orElse(ApplyChannel.DIRECT);
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
