package dev.rozgar.adapters.postgres.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.company.SampleCompanies;
import dev.rozgar.application.document.Sought;
import dev.rozgar.application.document.Weight;
import dev.rozgar.application.document.Wording;
import dev.rozgar.application.listing.JobCompanions;
import dev.rozgar.application.listing.JobCompanions.Companion;
import dev.rozgar.application.listing.JobCompanions.Expansion;
import dev.rozgar.application.posting.SampleJobs;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.Question;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.JobState;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresJobCompanionsTest {
    private static final TestDatabase DATABASE = TestDatabase.open();
    private static final CompanyId COMPANY = new CompanyId(1);
    private static final List<JobId> JOBS = List.of(new JobId(2), new JobId(1), new JobId(9), new JobId(2));

    private static JobCompanions companions;

    @BeforeAll
    static void begin() {
        var postgres = DATABASE.postgres();
        postgres.companyRepository().save(List.of(SampleCompanies.plain(COMPANY)));
        postgres.jobRepository().save(List.of(job(1, "Cook <day>"), job(2, "Delivery rider")), Sync.ACCEPTED);
        DATABASE.run("""
                insert into question values
                    (2, 1, 'second', 'Since when?', 'INPUT_TEXT', false, '[]', null),
                    (2, 0, 'first', 'Which?', 'SINGLE_SELECT', true,
                        '[{"value": "a", "label": "A"}, {"value": "b", "label": "B"}]', '{b}')
                """);
        companions = postgres.jobCompanions();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static Job job(long id, String title) {
        return SampleJobs.in(
                new JobId(id),
                COMPANY,
                new JobState.Published(SampleJobs.NOW, SampleJobs.UNTIL),
                SampleJobs.content(title));
    }

    @Test
    void tellsBothOfEachJobInTheOrderInWhichTheyAreGiven() {
        List<Companion> found = companions.of(JOBS, EnumSet.allOf(Expansion.class));

        assertEquals(
                List.of(List.of("first", "second"), List.of(), List.of(), List.of("first", "second")),
                found.stream()
                        .map(one -> one.questions().orElseThrow().questions().stream()
                                .map(Question::id)
                                .toList())
                        .toList());
        assertEquals(
                List.of(true, true, false, true),
                found.stream().map(one -> one.company().isPresent()).toList());
        assertTrue(found.getFirst().company().orElseThrow().toString().startsWith("{\"id\":1,"));
    }

    @Test
    void tellsNothingThatIsNotWanted() {
        assertEquals(
                List.of(Optional.empty(), Optional.empty()),
                companions.of(JOBS.subList(0, 2), Set.of(Expansion.COMPANY)).stream()
                        .map(Companion::questions)
                        .toList());
        assertEquals(
                List.of(Optional.empty(), Optional.empty()),
                companions.of(JOBS.subList(0, 2), Set.of(Expansion.QUESTIONS)).stream()
                        .map(Companion::company)
                        .toList());
        assertEquals(List.of(), companions.of(List.of(), EnumSet.allOf(Expansion.class)));
    }

    @Test
    void showsWhereWordsStandInTheTextsThatWereLookedInto() {
        Sought sought = new Sought(List.of(Wording.word("cook"), Wording.word("rider")), List.of(Weight.A));

        assertEquals(
                List.of(
                        Optional.of("{\"title\": \"Delivery <em>rider</em>\"}"),
                        Optional.of("{\"title\": \"<em>Cook</em> &lt;day&gt;\"}"),
                        Optional.empty(),
                        Optional.of("{\"title\": \"Delivery <em>rider</em>\"}")),
                companions.highlights(JOBS, sought));
    }
}
