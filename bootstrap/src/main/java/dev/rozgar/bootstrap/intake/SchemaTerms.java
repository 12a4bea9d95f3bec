package dev.rozgar.bootstrap.intake;

import dev.rozgar.domain.InvalidValues;
import dev.rozgar.domain.job.Credentials;
import dev.rozgar.domain.job.Education;
import dev.rozgar.domain.job.EmploymentType;
import dev.rozgar.domain.job.Experience;
import dev.rozgar.domain.job.Pay;
import dev.rozgar.domain.job.PayKind;
import dev.rozgar.domain.job.PayPeriod;
import dev.rozgar.domain.job.Requirements;
import dev.rozgar.domain.job.Skill;
import dev.rozgar.domain.job.SkillLevel;
import dev.rozgar.domain.job.WorkTime;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a schema.org posting offers and asks for.
final class SchemaTerms {
    private static final int LONGEST_SKILL = 100;
    private static final int MOST_SKILLS = 100;
    private static final Map<String, Education> SCHOOLING = Map.of(
            "high school", Education.TWELFTH,
            "associate degree", Education.DIPLOMA,
            "professional certificate", Education.DIPLOMA,
            "bachelor degree", Education.GRADUATE,
            "postgraduate degree", Education.POSTGRADUATE);

    private SchemaTerms() {}

    /// `FULL_TIME`, `Full-time`, `full time`; what is none of schema.org's types is OTHER.
    static WorkTime workTime(JsonMembers posting) {
        Set<EmploymentType> types = posting.texts("employmentType").stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(SchemaTerms::employmentType)
                .collect(Collectors.toSet());
        return new WorkTime(
                types.isEmpty() ? Set.of(EmploymentType.OTHER) : types, Optional.empty(), List.of(), Optional.empty());
    }

    private static EmploymentType employmentType(String text) {
        var name = text.strip().toUpperCase(Locale.ROOT).replaceAll("[ -]", "_");
        return Arrays.stream(EmploymentType.values())
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElse(EmploymentType.OTHER);
    }

    /// A `baseSalary` with a value or a range; one without an amount says nothing.
    static Optional<Pay> pay(JsonMembers posting, Currency usual) {
        var salary = posting.object("baseSalary");
        if (salary.isEmpty()) {
            return Optional.empty();
        }
        var amount = salary.get().object("value").orElse(salary.get());
        Optional<BigDecimal> only = amount.number("value");
        Optional<BigDecimal> min = amount.number("minValue").or(() -> only).or(() -> amount.number("maxValue"));
        Optional<BigDecimal> max = amount.number("maxValue").or(() -> only).or(() -> amount.number("minValue"));
        if (min.isEmpty() || max.isEmpty()) {
            return Optional.empty();
        }
        var currency = salary.get()
                .text("currency")
                .or(() -> posting.text("salaryCurrency"))
                .map(SchemaTerms::currency)
                .orElse(usual);
        var period = amount.text("unitText")
                .or(() -> salary.get().text("unitText"))
                .map(SchemaTerms::period)
                .orElseThrow(() -> InvalidValues.of("REQUIRED", "needs a unitText"));
        return Optional.of(new Pay(min.get(), max.get(), currency, period, Optional.empty(), PayKind.FIXED, true));
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw InvalidValues.of("UNKNOWN_VALUE", Forms.quoted(code) + " is no currency");
        }
    }

    private static PayPeriod period(String text) {
        return switch (text.strip().toUpperCase(Locale.ROOT)) {
            case "HOUR", "HOURLY" -> PayPeriod.HOUR;
            case "DAY", "DAILY" -> PayPeriod.DAY;
            case "WEEK", "WEEKLY" -> PayPeriod.WEEK;
            case "MONTH", "MONTHLY" -> PayPeriod.MONTH;
            case "YEAR", "YEARLY", "ANNUAL", "ANNUALLY" -> PayPeriod.YEAR;
            default -> throw InvalidValues.of("UNKNOWN_VALUE", Forms.quoted(text) + " is no unit of pay");
        };
    }

    static Requirements requirements(JsonMembers posting) {
        return new Requirements(
                skills(posting),
                List.of(),
                experience(posting),
                posting.object("educationRequirements")
                        .flatMap(education -> education.text("credentialCategory"))
                        .flatMap(category -> Optional.ofNullable(
                                SCHOOLING.get(category.strip().toLowerCase(Locale.ROOT)))),
                Optional.empty(),
                Credentials.NONE);
    }

    /// Single skills and lists of them in one text; what is too long for one is a sentence and none.
    private static List<Skill> skills(JsonMembers posting) {
        Map<String, Skill> found = new LinkedHashMap<>();
        posting.texts("skills").stream()
                .flatMap(text -> Arrays.stream(text.split("[,;\\n]")))
                .map(Cleaned::line)
                .filter(text -> !text.isEmpty() && text.codePointCount(0, text.length()) <= LONGEST_SKILL)
                .forEach(text -> found.putIfAbsent(text.toLowerCase(Locale.ROOT), Skill.of(text, SkillLevel.MUST)));
        return found.values().stream().limit(MOST_SKILLS).toList();
    }

    private static Experience experience(JsonMembers posting) {
        Optional<Integer> months = posting.object("experienceRequirements")
                .flatMap(experience -> experience.text("monthsOfExperience"))
                .map(Forms::whole);
        boolean required = months.filter(n -> n > 0).isPresent();
        return months.isEmpty() ? Experience.NONE : new Experience(required, months, Optional.empty(), !required);
    }
}
