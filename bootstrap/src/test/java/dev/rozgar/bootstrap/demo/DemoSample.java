package dev.rozgar.bootstrap.demo;

import dev.rozgar.domain.company.Company;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Demo data without a store: a job's id is its number plus one, a company's its number plus one.
final class DemoSample {
    static final Instant NOW = Instant.parse("2026-03-10T08:00:00Z");
    static final long SEED = DemoPlan.USUAL_SEED;

    private DemoSample() {}

    static DemoData of(int jobs) {
        return new DemoData(new DemoPlan(SEED, jobs, NOW));
    }

    static Job job(DemoData demo, int which) {
        return demo.job(which, new JobId(which + 1), new CompanyId(demo.employerOf(which) + 1));
    }

    static Stream<Job> jobs(DemoData demo) {
        return IntStream.range(0, demo.plan().jobs()).mapToObj(which -> job(demo, which));
    }

    static List<Job> ordinaryJobs(DemoData demo) {
        return jobs(demo).skip(AwkwardCase.total()).toList();
    }

    static Stream<Company> companies(DemoData demo) {
        return demo.companies().mapToObj(number -> demo.company(number, new CompanyId(number + 1)));
    }

    static String sha256(Stream<?> things) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            things.forEach(thing -> digest.update(thing.toString().getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
