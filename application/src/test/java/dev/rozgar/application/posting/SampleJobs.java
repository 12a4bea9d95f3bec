package dev.rozgar.application.posting;

import dev.rozgar.domain.Address;
import dev.rozgar.domain.CountryCode;
import dev.rozgar.domain.EmailAddress;
import dev.rozgar.domain.GeoPoint;
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
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Jobs to store.
public final class SampleJobs {
    public static final Instant NOW = Instant.parse("2026-03-01T09:30:00.123Z");
    public static final Instant UNTIL = NOW.plus(Duration.ofDays(30));

    /// An occupation that every store of a contract knows.
    public static final OccupationId KNOWN_OCCUPATION = new OccupationId(900_001);

    private SampleJobs() {}

    /// A new, published job that says no more than it must.
    public static Job plain(JobId id, CompanyId company) {
        return in(id, company, new JobState.Published(NOW, UNTIL), content("Delivery rider"));
    }

    public static Job in(JobId id, CompanyId company, JobState state, JobContent content) {
        return new Job(id, company, content, state, 0, NOW, NOW);
    }

    /// The next thing to save after `stored` was saved as `version`.
    public static Job again(Job stored, long version, JobContent content) {
        return new Job(
                stored.id(),
                stored.company(),
                content,
                stored.state(),
                version,
                stored.createdAt(),
                stored.updatedAt().plusMillis(1));
    }

    public static JobContent content(String title) {
        return new JobContent(
                Optional.empty(),
                new LanguageTag("en-IN"),
                new Title(title),
                Description.of("Bring parcels to people."),
                Workplace.at(place("Pune")),
                Classification.NONE,
                WorkTime.of(EmploymentType.FULL_TIME),
                Optional.empty(),
                Requirements.NONE,
                Set.of(),
                Openings.ONE,
                Optional.empty(),
                PostingWindow.until(UNTIL),
                ApplyChannel.DIRECT,
                new Origin(new JobSource("api"), 0));
    }

    /// The same with a requisition id and a language.
    public static JobContent requisition(String requisition, String language) {
        JobContent plain = content("Delivery rider");
        return new JobContent(
                Optional.of(new RequisitionId(requisition)),
                new LanguageTag(language),
                plain.title(),
                plain.description(),
                plain.workplace(),
                plain.classification(),
                plain.workTime(),
                plain.pay(),
                plain.requirements(),
                plain.benefits(),
                plain.openings(),
                plain.contact(),
                plain.window(),
                plain.apply(),
                plain.origin());
    }

    /// The same with an occupation.
    public static JobContent occupied(OccupationId occupation) {
        JobContent plain = content("Delivery rider");
        return new JobContent(
                plain.requisitionId(),
                plain.language(),
                plain.title(),
                plain.description(),
                plain.workplace(),
                new Classification(Optional.of(occupation), List.of()),
                plain.workTime(),
                plain.pay(),
                plain.requirements(),
                plain.benefits(),
                plain.openings(),
                plain.contact(),
                plain.window(),
                plain.apply(),
                plain.origin());
    }

    /// Everything a job can say, in awkward words and at the limits.
    public static JobContent full(String requisition) {
        return new JobContent(
                Optional.of(new RequisitionId(requisition)),
                new LanguageTag("ur-Arab-IN"),
                new Title("चालक C# / .net \"ci/cd\" c-körkort \\ \u2028 🚚 ﷽"),
                awkwardDescription(),
                awkwardWorkplace(),
                new Classification(
                        Optional.of(KNOWN_OCCUPATION), List.of(new Category("a,b"), new Category("{\"x\"}"))),
                awkwardTime(),
                Optional.of(new Pay(
                        new BigDecimal("0.10"),
                        new BigDecimal("9999999999.99"),
                        Currency.getInstance("INR"),
                        PayPeriod.HOUR,
                        Optional.of(new BigDecimal("1")),
                        PayKind.FIXED_PLUS_INCENTIVE,
                        false)),
                awkwardRequirements(),
                EnumSet.allOf(Benefit.class),
                new Openings(100_000, 99_999),
                Optional.of(new Contact(
                        "श्री O'Brien",
                        new PhoneNumber("+911234567890"),
                        true,
                        Optional.of(new CallWindow(LocalTime.MIDNIGHT, LocalTime.of(23, 59))))),
                new PostingWindow(
                        Optional.of(NOW.minusMillis(1)),
                        Optional.of(UNTIL),
                        Optional.of(UNTIL),
                        Optional.of(java.time.LocalDate.of(9999, 12, 31)),
                        false),
                new ApplyChannel(
                        true,
                        Optional.of(new WebUrl("https://asha.example/apply?job=1&x=%22")),
                        Optional.of(new EmailAddress("o'brien+jobs@asha.example"))),
                new Origin(new JobSource("nyc"), 100));
    }

    private static Description awkwardDescription() {
        return new Description(
                "Tab\tand\nlines, \u2029 and <b>no</b> markup; 😀 क्षत्रिय \uFEFF.",
                Optional.of(new SafeHtml("<p>" + "x&amp;<br>".repeat(9_999) + "</p>")),
                Optional.of("ज़िम्मेदारियाँ"),
                Optional.of("\"'`$1 $$ \\n {} [] %s"));
    }

    private static Workplace awkwardWorkplace() {
        List<JobLocation> places = IntStream.range(0, 50)
                .mapToObj(i -> new JobLocation(
                        new Address(
                                Optional.of(i + " Straße"),
                                i % 2 == 0 ? Optional.of("Town " + i) : Optional.empty(),
                                Optional.of("Region"),
                                Optional.empty(),
                                new CountryCode("IN")),
                        switch (i) {
                            case 0 -> Optional.of(new GeoPoint(0, 0));
                            case 1 -> Optional.of(new GeoPoint(-90, 180));
                            case 2 -> Optional.of(new GeoPoint(0.000001, -0.000001));
                            case 3 -> Optional.empty();
                            default -> Optional.of(new GeoPoint(18.520_43 + i / 7.0, 73.856_744 + i / 3.0));
                        },
                        Precision.values()[i % Precision.values().length],
                        i % 3 == 0 ? Optional.of("place:" + i) : Optional.empty()))
                .toList();
        return new Workplace(places, RemoteMode.HYBRID, List.of(new RegionCode("IN"), new RegionCode("IN-MH")));
    }

    private static WorkTime awkwardTime() {
        return new WorkTime(
                EnumSet.allOf(EmploymentType.class),
                Optional.of(new Scope(1, 100)),
                List.of(
                        Shift.of(ShiftKind.FLEX),
                        new Shift(
                                ShiftKind.NIGHT,
                                Optional.of(LocalTime.of(22, 5)),
                                Optional.of(LocalTime.MIDNIGHT),
                                EnumSet.allOf(DayOfWeek.class))),
                Optional.of(new BigDecimal("37.5")));
    }

    private static Requirements awkwardRequirements() {
        return new Requirements(
                List.of(
                        new Skill(Optional.of("esco:1"), "C++", 100, SkillLevel.MUST),
                        Skill.of("सिलाई", SkillLevel.NICE),
                        new Skill(Optional.empty(), "null", 0, SkillLevel.NICE)),
                List.of(LanguageSkill.of("हिन्दी", SkillLevel.MUST)),
                new Experience(true, Optional.of(0), Optional.of(600), true),
                Optional.of(Education.BELOW_10TH),
                Optional.of(EnglishLevel.NONE),
                new Credentials(
                        List.of(new Licence("LMV"), new Licence("C-körkort")),
                        true,
                        true,
                        EnumSet.allOf(DocumentType.class)));
    }

    private static JobLocation place(String town) {
        var address = new Address(
                Optional.empty(), Optional.of(town), Optional.empty(), Optional.empty(), new CountryCode("IN"));
        return new JobLocation(address, Optional.empty(), Precision.LOCALITY, Optional.empty());
    }
}
