package dev.rozgar.bootstrap.demo;

import dev.rozgar.domain.Address;
import dev.rozgar.domain.CountryCode;
import dev.rozgar.domain.GeoPoint;
import dev.rozgar.domain.job.Category;
import dev.rozgar.domain.job.Classification;
import dev.rozgar.domain.job.Credentials;
import dev.rozgar.domain.job.Description;
import dev.rozgar.domain.job.EmploymentType;
import dev.rozgar.domain.job.Experience;
import dev.rozgar.domain.job.JobLocation;
import dev.rozgar.domain.job.LanguageSkill;
import dev.rozgar.domain.job.Licence;
import dev.rozgar.domain.job.Pay;
import dev.rozgar.domain.job.PayKind;
import dev.rozgar.domain.job.PayPeriod;
import dev.rozgar.domain.job.Precision;
import dev.rozgar.domain.job.RemoteMode;
import dev.rozgar.domain.job.Requirements;
import dev.rozgar.domain.job.SafeHtml;
import dev.rozgar.domain.job.Shift;
import dev.rozgar.domain.job.ShiftKind;
import dev.rozgar.domain.job.Skill;
import dev.rozgar.domain.job.SkillLevel;
import dev.rozgar.domain.job.WorkTime;
import dev.rozgar.domain.job.Workplace;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Parts of jobs that lie at the edge of what is allowed.
final class OddParts {
    private static final CountryCode INDIA = new CountryCode("IN");
    private static final int LONGEST_TEXT = 100_000;

    private OddParts() {}

    static Workplace at(double lat, double lon) {
        return Workplace.at(place("Odd place", new GeoPoint(lat, lon)));
    }

    static Workplace everywhere(int count) {
        return new Workplace(
                list(count, i -> place(City.ALL.get(i).name(), City.ALL.get(i).centre())),
                RemoteMode.HYBRID,
                List.of());
    }

    private static JobLocation place(String locality, GeoPoint point) {
        var address = new Address(Optional.empty(), Optional.of(locality), Optional.empty(), Optional.empty(), INDIA);
        return new JobLocation(address, Optional.of(point), Precision.LOCALITY, Optional.empty());
    }

    static Pay pay(String min, String max, PayPeriod period, boolean disclosed) {
        return new Pay(
                new BigDecimal(min),
                new BigDecimal(max),
                Currency.getInstance("INR"),
                period,
                Optional.empty(),
                PayKind.FIXED,
                disclosed);
    }

    static Requirements skill(String label) {
        return skills(List.of(Skill.of(label, SkillLevel.MUST)), List.of());
    }

    static Requirements fullRequirements() {
        return skills(
                list(100, i -> Skill.of("Skill " + i, i < 50 ? SkillLevel.MUST : SkillLevel.NICE)),
                list(30, i -> LanguageSkill.of("Language " + i, SkillLevel.NICE)));
    }

    private static Requirements skills(List<Skill> skills, List<LanguageSkill> languages) {
        return new Requirements(
                skills,
                languages,
                Experience.NONE,
                Optional.empty(),
                Optional.empty(),
                new Credentials(list(20, i -> new Licence("Licence " + i)), true, true, Set.of()));
    }

    static WorkTime fullWorkTime() {
        return new WorkTime(
                EnumSet.allOf(EmploymentType.class),
                Optional.empty(),
                list(
                        20,
                        i -> new Shift(
                                ShiftKind.NIGHT,
                                Optional.of(LocalTime.of(i, 0)),
                                Optional.of(LocalTime.of(i + 1, 1)),
                                Set.of())),
                Optional.of(new BigDecimal("168")));
    }

    static Classification fullClassification() {
        return new Classification(Optional.empty(), list(20, i -> new Category("Category " + i)));
    }

    /// As long as it may be.
    static Description longHtml() {
        var unit = "<p>A long page of <b>many</b> words.</p>";
        var html = unit.repeat(LONGEST_TEXT / unit.length());
        var rest = "x".repeat(LONGEST_TEXT - html.length());
        return new Description(
                "The text is in the page.", Optional.of(new SafeHtml(html + rest)), Optional.empty(), Optional.empty());
    }

    /// As long as it may be, three bytes a letter in UTF-8.
    static Description longText() {
        return Description.of("काम ".repeat(LONGEST_TEXT / 4 - 1) + "काम।");
    }

    private static <T> List<T> list(int count, IntFunction<T> entry) {
        return IntStream.range(0, count).mapToObj(entry).toList();
    }
}
