package dev.rozgar.adapters.postgres;

import dev.rozgar.application.company.CompanyRepository;
import dev.rozgar.application.indexing.IndexLedger;
import dev.rozgar.application.listing.CompanyReadModel;
import dev.rozgar.application.listing.JobReadModel;
import dev.rozgar.application.posting.JobRepository;
import java.util.List;

/// STUB
public final class Postgres implements AutoCloseable {
    public static Postgres open(PostgresSettings settings) {
        throw new UnsupportedOperationException();
    }

    public JobRepository jobRepository() {
        throw new UnsupportedOperationException();
    }

    public CompanyRepository companyRepository() {
        throw new UnsupportedOperationException();
    }

    public JobReadModel jobReadModel() {
        throw new UnsupportedOperationException();
    }

    public CompanyReadModel companyReadModel() {
        throw new UnsupportedOperationException();
    }

    public IndexLedger indexLedger() {
        throw new UnsupportedOperationException();
    }

    public List<String> pendingMigrations() {
        return List.of();
    }

    public void migrate() {}

    public void checkDeclaration() {}

    public boolean answers() {
        return false;
    }

    public Pool pool() {
        throw new UnsupportedOperationException();
    }

    public interface Pool {
        int active();

        int idle();

        int waiting();

        int max();
    }

    @Override
    public void close() {}
}
