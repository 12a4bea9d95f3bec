package dev.rozgar.application.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.application.change.Subject.Kind;
import dev.rozgar.application.change.Transition.Actor;
import dev.rozgar.application.posting.SampleJobs;
import dev.rozgar.domain.company.Company;
import dev.rozgar.domain.company.CompanyId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What every log of changes does. An implementation's test says only how to open one.
public abstract class TransitionLogContract extends OpenStore {
    private static final Instant NOW = SampleJobs.NOW;

    @Test
    void countsTheLinesOfASubjectFromOne() {
        var company = nextCompany();
        var first = run(space -> {
            newCompany(space, company);
            return List.of(space.log(line(company, "A")), space.log(line(company, "B")));
        });
        var second = run(space -> {
            space.companies().lock(company);
            return space.log(line(company, "C"));
        });

        assertEquals(List.of(1L, 2L), first.stream().map(Transition::sequence).toList());
        assertEquals(3, second.sequence());
        assertEquals(List.of("A", "B", "C"), reasons(company, 0, 10));
    }

    @Test
    void readsALineAsItWasWritten() {
        var company = nextCompany();
        var written = run(space -> {
            newCompany(space, company);
            return space.log(line(company, "क्यों \"why\""));
        });

        assertEquals(List.of(written), log().of(new Subject(Kind.COMPANY, company.value()), 0, 10));
    }

    @Test
    void readsAPageOfTheLog() {
        var company = nextCompany();
        run(space -> {
            newCompany(space, company);
            List.of("A", "B", "C", "D").forEach(reason -> space.log(line(company, reason)));
            return company;
        });

        assertEquals(List.of("B", "C"), reasons(company, 1, 2));
    }

    @Test
    void givesNoNumberAwayThatWasRolledBack() {
        var company = run(this::newCompany);
        transactions().run(Terms.<CompanyId>usual(), space -> {
            space.companies().lock(company);
            space.log(line(company, "LOST"));
            return new Answer.Missing<>();
        });
        var kept = run(space -> {
            space.companies().lock(company);
            return space.log(line(company, "KEPT"));
        });

        assertEquals(1, kept.sequence());
        assertEquals(List.of("KEPT"), reasons(company, 0, 10));
    }

    @Test
    void letsWritersOfOneThingWaitForEachOther() {
        int writers = 16;
        var company = run(this::newCompany);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, writers)
                    .forEach(i -> threads.submit(() -> run(space -> {
                        var found = space.companies().lock(company).orElseThrow();
                        space.companies().save(found);
                        return space.log(line(company, "W" + i));
                    })));
        }

        var lines = log().of(new Subject(Kind.COMPANY, company.value()), 0, 100);
        assertEquals(
                LongStream.rangeClosed(1, writers).boxed().toList(),
                lines.stream().map(Transition::sequence).toList());
        assertEquals(
                Optional.of(writers + 1L),
                run(space -> space.companies().lock(company)).map(Company::version));
    }

    private List<String> reasons(CompanyId company, long after, int most) {
        return log().of(new Subject(Kind.COMPANY, company.value()), after, most).stream()
                .flatMap(line -> line.reason().stream())
                .toList();
    }

    private static Transition line(CompanyId company, String reason) {
        return new Transition(
                new Subject(Kind.COMPANY, company.value()),
                0,
                "SUSPEND",
                Optional.of("VERIFIED"),
                "SUSPENDED",
                Optional.of(reason),
                new Actor("MODERATOR", "key:7f3a", Optional.of("Asha")),
                2,
                NOW);
    }
}
