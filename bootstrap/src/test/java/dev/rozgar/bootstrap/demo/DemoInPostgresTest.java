package dev.rozgar.bootstrap.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.postgres.Postgres;
import dev.rozgar.adapters.postgres.PostgresSettings;
import dev.rozgar.bootstrap.Sql;
import dev.rozgar.domain.Decision;
import dev.rozgar.engines.Database;
import dev.rozgar.engines.TestEngines;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The demo in a real database: whatever is made up can be stored, read back as it was, and shown.
class DemoInPostgresTest {
    private static final int JOBS = 2_000;
    private static final DemoPlan PLAN = new DemoPlan(DemoPlan.USUAL_SEED, JOBS, DemoSample.NOW);
    private static final DemoData DEMO = new DemoData(PLAN);

    @SuppressWarnings("NullAway.Init") // by seed()
    private static Postgres postgres;

    @SuppressWarnings("NullAway.Init") // by seed()
    private static Database database;

    @BeforeAll
    static void seed() {
        database = TestEngines.freshDatabase();
        postgres = Postgres.open(PostgresSettings.of(database.jdbcUrl(), database.user(), database.password()));
        postgres.migrate();
        long began = System.nanoTime();
        seedAgain();
        var took = Duration.ofNanos(System.nanoTime() - began);
        System.out.println(
                JOBS + " demo jobs of " + DEMO.companyCount() + " companies saved in " + took.toMillis() + " ms");
    }

    @AfterAll
    static void close() {
        postgres.close();
    }

    @Test
    void everyJobIsThere() {
        assertEquals(JOBS, DemoCompany.accepted(seedAgain()).jobs());
    }

    @ParameterizedTest
    @EnumSource
    void everyAwkwardCaseIsReadBackAsItWasMade(AwkwardCase kind) {
        int which = IntStream.range(0, JOBS)
                .filter(i -> DEMO.requisition(i).equals(kind.requisition(1)))
                .findFirst()
                .orElseThrow();
        var company = postgres.companyRepository()
                .findBySlug(List.of(DEMO.slug(DEMO.employerOf(which))))
                .getFirst();

        var stored = postgres.jobRepository()
                .findByRequisition(company.id(), List.of(kind.requisition(1).value()))
                .getFirst();

        var made = DEMO.job(which, stored.id(), company.id());
        assertEquals(made.content(), stored.content());
        assertEquals(made.state(), stored.state());
    }

    @Test
    void documentsHaveTheSizeOfRealOnes() {
        long average = Sql.number(
                database,
                "select round(avg(octet_length(document)))"
                        + " from job_documents(array(select id from job where listed))");
        System.out.println("a demo document has " + average + " bytes on average");

        assertTrue(average > 2_500 && average < 3_200, average + " bytes");
    }

    private static Decision<SeedDemo.Progress> seedAgain() {
        return new SeedDemo(postgres.companyRepository(), postgres.jobRepository(), postgres.companyReadModel())
                .handle(new SeedDemo.Command(PLAN, false, _ -> {}));
    }
}
