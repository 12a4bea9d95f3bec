package dev.rozgar.bootstrap.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.company.InMemoryCompanies;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.listing.CompanyReadModel;
import dev.rozgar.application.posting.InMemoryJobs;
import dev.rozgar.application.posting.JobRepository;
import dev.rozgar.bootstrap.taxonomy.Taxonomy;
import dev.rozgar.domain.Decision;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.IndustryCode;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.OccupationId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class SeedDemoTest {
    private static final int JOBS = 1_200;

    private final InMemoryCompanies companies = new InMemoryCompanies(industries());
    private final InMemoryJobs jobs = new InMemoryJobs(companies, occupations());
    private final List<SeedDemo.Progress> progress = Collections.synchronizedList(new ArrayList<>());

    @Test
    void savesEveryJobOfThePlan() {
        var done = accepted(seed(jobs, JOBS, 0));

        assertEquals(JOBS, done.jobs());
        assertEquals(done.ofCompanies(), done.companies());
        assertTrue(jobs.find(new JobId(JOBS)).isPresent());
    }

    @Test
    void handsOutIdsInTheOrderOfTheJobs() {
        accepted(seed(jobs, JOBS, 0));

        var demo = DemoSample.of(JOBS);
        var stored = jobs.find(new JobId(901)).orElseThrow();
        assertEquals(demo.job(900, stored.id(), stored.company()).content(), stored.content());
    }

    @Test
    void aSecondRunWritesNothing() {
        accepted(seed(jobs, JOBS, 0));
        var counting = new Counting(jobs, Integer.MAX_VALUE);

        assertEquals(JOBS, accepted(seed(counting, JOBS, 1)).jobs());
        assertEquals(0, counting.saves.get());
    }

    @Test
    void aLargerPlanAddsTheRest() {
        accepted(seed(jobs, 500, 0));
        var counting = new Counting(jobs, Integer.MAX_VALUE);

        accepted(seed(counting, JOBS, 1));

        assertEquals(2, counting.saves.get());
        assertTrue(jobs.find(new JobId(JOBS)).isPresent());
    }

    @Test
    void aRunThatBrokeOffIsCompletedByTheNext() {
        var failing = new Counting(jobs, 1);
        Assertions.assertThrows(PortFailure.class, () -> seed(failing, JOBS, 0));

        assertEquals(JOBS, accepted(seed(jobs, JOBS, 1)).jobs());
        assertEquals(JOBS, stored().size());
    }

    @Test
    void aBoardWithOtherCompaniesIsLeftAlone() {
        var decision = seed(jobs, JOBS, 1);

        assertInstanceOf(Decision.Refused.class, decision);
        assertEquals(List.of(), stored());
    }

    @Test
    void theLastWordOfProgressIsTheWhole() {
        accepted(seed(jobs, JOBS, 0));

        assertTrue(progress.stream().anyMatch(told -> told.jobs() == JOBS));
    }

    private List<Job> stored() {
        var found = new ArrayList<Job>();
        for (long id = 1; id < 4L * JOBS; id++) {
            jobs.find(new JobId(id)).ifPresent(found::add);
        }
        return found;
    }

    private Decision<SeedDemo.Progress> seed(JobRepository into, int count, int otherCompanies) {
        var plan = new DemoPlan(DemoSample.SEED, count, DemoSample.NOW);
        return new SeedDemo(companies, into, new Listed(otherCompanies))
                .handle(new SeedDemo.Command(plan, false, progress::add));
    }

    private static SeedDemo.Progress accepted(Decision<SeedDemo.Progress> decision) {
        return DemoCompany.accepted(decision);
    }

    private static Set<IndustryCode> industries() {
        return Taxonomy.standard().entries().stream()
                .filter(entry -> entry.kind() == Taxonomy.Kind.INDUSTRY)
                .map(entry -> new IndustryCode(entry.key()))
                .collect(Collectors.toSet());
    }

    private static Set<OccupationId> occupations() {
        return Taxonomy.standard().entries().stream()
                .filter(entry -> entry.kind() == Taxonomy.Kind.OCCUPATION)
                .map(entry -> new OccupationId(Long.parseLong(entry.key())))
                .collect(Collectors.toSet());
    }

    /// A board that lists so many companies.
    private record Listed(int companies) implements CompanyReadModel {
        @Override
        public DocumentPage search(DocumentQuery query) {
            var document = new Document("{}".getBytes(StandardCharsets.UTF_8), 0, 2);
            return new DocumentPage(
                    query, Collections.nCopies(companies, document), Optional.empty(), Optional.empty());
        }

        @Override
        public Optional<Document> find(CompanyId id) {
            return Optional.empty();
        }
    }

    /// Counts the saves, and fails after so many.
    private static final class Counting implements JobRepository {
        private final JobRepository jobs;
        private final int most;
        private final AtomicInteger saves = new AtomicInteger();

        Counting(JobRepository jobs, int most) {
            this.jobs = jobs;
            this.most = most;
        }

        @Override
        public Receipt save(List<Job> batch, Sync wanted) {
            if (saves.incrementAndGet() > most) {
                throw PortFailure.unavailable("gone", null);
            }
            return jobs.save(batch, wanted);
        }

        @Override
        public JobId nextId() {
            return jobs.nextId();
        }

        @Override
        public Optional<Job> find(JobId id) {
            return jobs.find(id);
        }

        @Override
        public List<Job> findByRequisition(Map<CompanyId, ? extends Collection<String>> requisitionIds) {
            return jobs.findByRequisition(requisitionIds);
        }
    }
}
