package dev.rozgar.adapters.postgres.posting;

import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.company.CompanyRepository;
import dev.rozgar.application.posting.JobRepository;
import dev.rozgar.application.posting.JobRepositoryContract;
import org.junit.jupiter.api.AfterAll;

class PostgresJobRepositoryTest extends JobRepositoryContract {
    private static final TestDatabase DATABASE = TestDatabase.open();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Override
    protected JobRepository jobs() {
        return DATABASE.postgres().jobRepository();
    }

    @Override
    protected CompanyRepository companies() {
        return DATABASE.postgres().companyRepository();
    }
}
