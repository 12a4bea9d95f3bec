package dev.rozgar.application.listing;

import dev.rozgar.domain.company.CompanyState;
import dev.rozgar.domain.company.SizeBand;
import dev.rozgar.domain.job.Benefit;
import dev.rozgar.domain.job.DocumentType;
import dev.rozgar.domain.job.Education;
import dev.rozgar.domain.job.EmploymentType;
import dev.rozgar.domain.job.EnglishLevel;
import dev.rozgar.domain.job.PayKind;
import dev.rozgar.domain.job.PayPeriod;
import dev.rozgar.domain.job.Precision;
import dev.rozgar.domain.job.RemoteMode;
import dev.rozgar.domain.job.ShiftKind;
import dev.rozgar.domain.job.SkillLevel;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;

/// The closed lists of values of the declared fields, taken from the domain's types.
final class Codes {
    static final List<String> COMPANY_STATES = names(CompanyState.Kind.values());
    static final List<String> SIZE_BANDS = names(SizeBand.values());
    static final List<String> PRECISIONS = names(Precision.values());
    static final List<String> REMOTE_MODES = names(RemoteMode.values());
    static final List<String> EMPLOYMENT_TYPES = names(EmploymentType.values());
    static final List<String> SHIFT_KINDS = names(ShiftKind.values());
    static final List<String> DAYS = names(DayOfWeek.values());
    static final List<String> PAY_PERIODS = names(PayPeriod.values());
    static final List<String> PAY_KINDS = names(PayKind.values());
    static final List<String> SKILL_LEVELS = names(SkillLevel.values());
    static final List<String> EDUCATIONS = names(Education.values());
    static final List<String> ENGLISH_LEVELS = names(EnglishLevel.values());
    static final List<String> DOCUMENTS = names(DocumentType.values());
    static final List<String> BENEFITS = names(Benefit.values());

    private Codes() {}

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
