package dev.rozgar.bootstrap.intake;

import dev.rozgar.domain.Slug;
import dev.rozgar.domain.WebUrl;
import dev.rozgar.domain.company.CompanyLocation;
import dev.rozgar.domain.company.CompanyName;
import dev.rozgar.domain.company.CompanyProfile;
import dev.rozgar.domain.company.ExternalId;
import dev.rozgar.domain.company.IndustryCode;
import dev.rozgar.domain.job.JobLocation;
import dev.rozgar.domain.job.JobSource;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/// What a posting tells about its employer.
record EmployerCard(JobSource source, String name, Optional<WebUrl> website, Optional<IndustryCode> industry) {
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_EXTERNAL_ID = 100;

    /// The profile to register it with. The slug is made of the name and of a checksum of source and name, so that the
    /// same employer is found again and two sources do not meet by accident.
    CompanyProfile profile(JobLocation place, ZoneId zone) {
        var shown = new CompanyName(Cleaned.shortened(name, LONGEST_NAME));
        var externalId = source.value() + ":" + name;
        return new CompanyProfile(
                slug(),
                externalId.length() <= LONGEST_EXTERNAL_ID ? Optional.of(new ExternalId(externalId)) : Optional.empty(),
                shown,
                Optional.empty(),
                Optional.empty(),
                website,
                List.of(),
                industry,
                Optional.empty(),
                List.of(new CompanyLocation("Office", place.address(), place.geo(), false, zone)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Slug slug() {
        var sum = new CRC32();
        sum.update((source.value() + '\n' + name).getBytes(StandardCharsets.UTF_8));
        return Slug.of(name, "company", sum.getValue());
    }
}
