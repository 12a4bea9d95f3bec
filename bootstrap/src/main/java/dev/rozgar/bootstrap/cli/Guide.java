package dev.rozgar.bootstrap.cli;

import dev.rozgar.application.access.Role;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.listing.CompanyFields;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.bootstrap.Wiring;
import dev.rozgar.domain.company.CompanyId;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the person at the keyboard reads once the demo runs.
///
/// @param engines what runs where
/// @param keys one for each role
/// @param took from the start until it served
record Guide(List<String> engines, Path dir, String address, Map<Role, String> keys, Duration took) {
    private static final Pattern ID = Pattern.compile("\\{\"id\": ?(\\d+)");

    void print(Wiring wiring, PrintWriter out) {
        out.printf("%nRozgar serves at %s after %.1f s.%n", address, took.toMillis() / 1e3);
        engines.forEach(out::println);
        out.println("The data stays in " + dir.toAbsolutePath().normalize() + "; Ctrl-C stops everything.");
        out.println();
        out.println("Keys, one for each role, kept in " + dir.resolve("keys") + ":");
        keys.forEach((role, key) -> out.printf("  %-9s  %s%n", role.name().toLowerCase(Locale.ROOT), key));
        out.println();
        out.println("Try:");
        commands(wiring).forEach(command -> out.println("  " + command));
        out.println();
        out.flush();
    }

    private List<String> commands(Wiring wiring) {
        Instant now = Instant.now();
        long job = first(wiring.postgres()
                .jobReadModel()
                .search(DocumentQuery.of(JobFields.JOB, JobFields.NEWEST_FIRST, now)
                        .limit(1))
                .items());
        long company = company(wiring).value();
        return List.of(
                "curl '" + address + "/api/jobs?limit=2'",
                "curl '" + address + "/api/jobs?locations.country=IN&sort=-pay.derived.annual_max&limit=2'",
                "curl -i '" + address + "/api/jobs/" + job + "'   # again with -H 'If-None-Match: <the ETag>': 304",
                "curl -i '" + address
                        + "/api/jobs?limit=2&read_model=postgres'   # the same documents, byte for byte, from the other store",
                "curl -i '" + address + "/api/job/elastic/' -H 'Authorization: Bearer " + keys.get(Role.RECRUITER)
                        + "' -H 'Content-Type: application/json' -d '" + posting(company)
                        + "'",
                "curl '" + address + "/openapi'   # what else there is: applications, invoices, moves");
    }

    /// The first by its name: the recruiter's.
    static CompanyId company(Wiring wiring) {
        return new CompanyId(first(wiring.postgres()
                .companyReadModel()
                .search(DocumentQuery.of(CompanyFields.COMPANY, CompanyFields.BY_NAME, Instant.now())
                        .limit(1))
                .items()));
    }

    private static String posting(long company) {
        return "{\"company_id\":" + company + ",\"title\":\"Delivery rider\","
                + "\"description\":{\"text\":\"Deliver parcels by scooter in Pune.\"},"
                + "\"locations\":[{\"locality\":\"Pune\",\"country\":\"IN\",\"precision\":\"LOCALITY\"}],"
                + "\"employment_types\":[\"FULL_TIME\"],"
                + "\"pay\":{\"min\":18000,\"max\":24000,\"currency\":\"INR\",\"period\":\"MONTH\",\"kind\":\"FIXED\","
                + "\"disclosed\":true}}";
    }

    /// The id is declared first, so it stands first in each document. Any number will do where there is none.
    private static long first(List<Document> documents) {
        if (documents.isEmpty()) return 1;
        Matcher id = ID.matcher(documents.getFirst().toString());
        return id.lookingAt() ? Long.parseLong(id.group(1)) : 1;
    }
}
