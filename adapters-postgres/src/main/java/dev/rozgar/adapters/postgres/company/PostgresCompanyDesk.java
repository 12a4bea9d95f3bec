package dev.rozgar.adapters.postgres.company;

import dev.rozgar.adapters.postgres.session.Session;
import dev.rozgar.adapters.postgres.sql.RowReader;
import dev.rozgar.application.change.CompanyDesk;
import dev.rozgar.application.change.Subject;
import dev.rozgar.domain.company.Company;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.company.Employer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Companies within a transaction. The lock lets others refer to the company, but a new job waits for it: it has to
/// know whether the company is shown.
public final class PostgresCompanyDesk implements CompanyDesk {
    private static final String READ = "select * from find_companies(array[?::bigint])";
    private static final String IS_REMOVED = "select from company where id = ? and removed_at is not null";
    private static final String EMPLOYER = """
            select %s from company c where c.id = ? and c.removed_at is null
            """.formatted(Employers.COLUMNS);
    private static final String LIVE_JOBS = """
            select count(*) from job
            where company_id = ? and state in ('SCHEDULED', 'PUBLISHED', 'PAUSED') and removed_at is null
            """;
    private static final String SAVE = "select from save_companies(?::jsonb)";
    private static final String REMOVE = """
            update company set removed_at = ?, updated_at = ?, version = version + 1
            where id = ? and version = ? and removed_at is null
            """;

    private final Session session;

    public PostgresCompanyDesk(Session session) {
        this.session = session;
    }

    @Override
    public CompanyId nextId() {
        return new CompanyId(session.ids().companies().next(session.reads()));
    }

    @Override
    public Optional<Company> lock(CompanyId id) {
        return session.subjects().lock(subject(id), READ, row -> CompanyReader.read(RowReader.of(row.getString(1))));
    }

    private static Subject subject(CompanyId id) {
        return new Subject(Subject.Kind.COMPANY, id.value());
    }

    @Override
    public Optional<Employer> employer(CompanyId id) {
        return session.reads().first(EMPLOYER, row -> Employers.read(id, row), id.value());
    }

    @Override
    public boolean isRemoved(CompanyId id) {
        return session.reads().first(IS_REMOVED, _ -> true, id.value()).isPresent();
    }

    @Override
    public long liveJobs(CompanyId id) {
        return session.reads()
                .first(LIVE_JOBS, row -> row.getLong(1), id.value())
                .orElse(0L);
    }

    @Override
    public void save(Company company) {
        session.subjects().isSaved(subject(company.id()), company.version());
        session.writes().changesCompany(company.id().value());
        session.writes().add(SAVE, CompanyWriter.rows(List.of(company)));
    }

    @Override
    public void remove(Company company, Instant at) {
        session.writes().changesCompany(company.id().value());
        session.writes()
                .addExpectingOne(REMOVE, at, company.updatedAt(), company.id().value(), company.version());
    }
}
