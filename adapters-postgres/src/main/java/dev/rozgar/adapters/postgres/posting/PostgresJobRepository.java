package dev.rozgar.adapters.postgres.posting;

import dev.rozgar.adapters.postgres.sql.IdBlocks;
import dev.rozgar.adapters.postgres.sql.PostgresPool;
import dev.rozgar.adapters.postgres.sql.RowReader;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.posting.JobRepository;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Jobs in PostgreSQL: one function call, and so one round trip and one transaction, per save and per load.
public final class PostgresJobRepository implements JobRepository {
    private static final String SAVE = "select id, version, change from save_jobs(?::jsonb)";
    private static final String FIND = "select * from find_jobs(array[?::bigint])";
    private static final String FIND_BY_REQUISITION = """
            select * from find_jobs(array(
                select job.id from unnest(?, ?) as wanted (company, requisition)
                join job on job.company_id = wanted.company and job.requisition_id = wanted.requisition
                where job.removed_at is null))
            """;

    private final PostgresPool pool;
    private final IdBlocks ids;

    public PostgresJobRepository(PostgresPool pool) {
        this.pool = pool;
        this.ids = new IdBlocks("job_id");
    }

    @Override
    public JobId nextId() {
        return new JobId(ids.next(pool));
    }

    /// Reaches [Sync#ACCEPTED]: what comes after is the business of whoever pays the debt.
    @Override
    public Receipt save(List<Job> jobs, Sync wanted) {
        if (jobs.isEmpty()) return new Receipt(List.of(), Sync.ACCEPTED);
        return pool.run(SAVE, statement -> save(statement, jobs));
    }

    /// Within whatever transaction the connection has.
    public static Receipt save(Connection connection, List<Job> jobs) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SAVE)) {
            return save(statement, jobs);
        }
    }

    private static Receipt save(PreparedStatement statement, List<Job> jobs) throws SQLException {
        statement.setString(1, JobWriter.rows(jobs));
        Map<Long, Saved> saved = new HashMap<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                long id = rows.getLong(1);
                saved.put(id, new Saved(new JobId(id), rows.getLong(2), rows.getLong(3)));
            }
        }
        return new Receipt(jobs.stream().map(job -> saved.get(job.id().value())).toList(), Sync.ACCEPTED);
    }

    @Override
    public Optional<Job> find(JobId id) {
        return pool.rows(FIND, PostgresJobRepository::job, id.value()).stream().findFirst();
    }

    @Override
    public List<Job> findByRequisition(Map<CompanyId, ? extends Collection<String>> requisitionIds) {
        List<Long> companies = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        requisitionIds.forEach((company, its) -> its.forEach(id -> {
            companies.add(company.value());
            ids.add(id);
        }));
        return pool.rows(
                FIND_BY_REQUISITION,
                PostgresJobRepository::job,
                companies.toArray(Long[]::new),
                ids.toArray(String[]::new));
    }

    private static Job job(ResultSet row) throws SQLException {
        return JobReader.read(RowReader.of(row.getString(1)));
    }
}
