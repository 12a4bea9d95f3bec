package dev.rozgar.application.intake;

import dev.rozgar.domain.Address;
import dev.rozgar.domain.CountryCode;
import dev.rozgar.domain.Slug;
import dev.rozgar.domain.company.CompanyLocation;
import dev.rozgar.domain.company.CompanyName;
import dev.rozgar.domain.company.CompanyProfile;
import dev.rozgar.domain.job.ApplyChannel;
import dev.rozgar.domain.job.Classification;
import dev.rozgar.domain.job.Description;
import dev.rozgar.domain.job.EmploymentType;
import dev.rozgar.domain.job.JobContent;
import dev.rozgar.domain.job.JobLocation;
import dev.rozgar.domain.job.JobSource;
import dev.rozgar.domain.job.LanguageTag;
import dev.rozgar.domain.job.Openings;
import dev.rozgar.domain.job.Origin;
import dev.rozgar.domain.job.PostingWindow;
import dev.rozgar.domain.job.Precision;
import dev.rozgar.domain.job.Requirements;
import dev.rozgar.domain.job.RequisitionId;
import dev.rozgar.domain.job.Title;
import dev.rozgar.domain.job.WorkTime;
import dev.rozgar.domain.job.Workplace;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Rows to import, all alike but for what a test is about.
final class Samples {
    static final Instant NOW = Instant.parse("2026-03-10T08:00:00Z");
    static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));
    static final Instant NEXT_MONTH = NOW.plus(Duration.ofDays(30));

    private static final Address ADDRESS = new Address(
            Optional.empty(), Optional.of("Nagpur"), Optional.empty(), Optional.empty(), new CountryCode("IN"));

    private Samples() {}

    static Row.Posting posting(String requisition) {
        return posting(requisition, "Welder", NEXT_MONTH);
    }

    static Row.Posting posting(String requisition, String title, Instant expiresAt) {
        return new Row.Posting(
                1, requisition, profile("Lohia Works"), content(requisition, title, expiresAt), YESTERDAY);
    }

    static Row.Posting postedAt(Instant postedAt, Instant expiresAt) {
        return new Row.Posting(1, "A1", profile("Lohia Works"), content("A1", "Welder", expiresAt), postedAt);
    }

    /// With the longest text there may be.
    static Row.Posting longPosting(String requisition) {
        var content = content(requisition, "Welder", NEXT_MONTH, "x".repeat(100_000));
        return new Row.Posting(1, requisition, profile("Lohia Works"), content, YESTERDAY);
    }

    static CompanyProfile profile(String name) {
        return new CompanyProfile(
                Slug.of(name, "company", 7),
                Optional.empty(),
                new CompanyName(name),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(new CompanyLocation("Office", ADDRESS, Optional.empty(), true, ZoneId.of("Asia/Kolkata"))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static JobContent content(String requisition, String title, Instant expiresAt) {
        return content(requisition, title, expiresAt, "Joins metal.");
    }

    private static JobContent content(String requisition, String title, Instant expiresAt, String text) {
        return new JobContent(
                Optional.of(new RequisitionId(requisition)),
                new LanguageTag("en-IN"),
                new Title(title),
                Description.of(text),
                Workplace.at(new JobLocation(ADDRESS, Optional.empty(), Precision.LOCALITY, Optional.empty())),
                Classification.NONE,
                WorkTime.of(EmploymentType.FULL_TIME),
                Optional.empty(),
                Requirements.NONE,
                Set.of(),
                Openings.ONE,
                Optional.empty(),
                PostingWindow.until(expiresAt),
                ApplyChannel.DIRECT,
                new Origin(new JobSource("sample"), 0));
    }
}
