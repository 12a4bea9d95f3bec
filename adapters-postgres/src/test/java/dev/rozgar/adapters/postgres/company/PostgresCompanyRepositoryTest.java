package dev.rozgar.adapters.postgres.company;

import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.company.CompanyRepository;
import dev.rozgar.application.company.CompanyRepositoryContract;
import org.junit.jupiter.api.AfterAll;

class PostgresCompanyRepositoryTest extends CompanyRepositoryContract {
    private static final TestDatabase DATABASE = TestDatabase.open();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Override
    protected CompanyRepository companies() {
        return DATABASE.postgres().companyRepository();
    }
}
