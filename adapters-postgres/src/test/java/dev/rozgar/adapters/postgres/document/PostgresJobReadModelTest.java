package dev.rozgar.adapters.postgres.document;

import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.company.SampleCompanies;
import dev.rozgar.application.listing.JobReadModel;
import dev.rozgar.application.listing.JobReadModelContract;
import dev.rozgar.domain.job.Job;
import java.util.List;
import org.junit.jupiter.api.AfterAll;

class PostgresJobReadModelTest extends JobReadModelContract {
    private static final TestDatabase DATABASE = TestDatabase.open();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Override
    protected JobReadModel showing(List<Job> jobs) {
        DATABASE.run("truncate company cascade");
        DATABASE.postgres()
                .companyRepository()
                .save(List.of(SampleCompanies.plain(jobs.getFirst().company())));
        DATABASE.postgres().jobRepository().save(jobs, Sync.ACCEPTED);
        return DATABASE.postgres().jobReadModel();
    }
}
