package dev.rozgar.adapters.postgres.clock;

import dev.rozgar.adapters.postgres.sql.PostgresPool;
import dev.rozgar.application.clock.DueWork;
import dev.rozgar.domain.billing.LineKind;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.job.JobId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;

/// What is due, found by partial indexes that hold little else.
public final class PostgresDueWork implements DueWork {
    /// Without the jobs of companies that are suspended: they would only be refused, again and again.
    private static final String TO_START = """
            select id from job where state = 'SCHEDULED' and removed_at is null and not company_hidden and state_at <= ?
            order by state_at, id limit ?
            """;
    private static final String TO_EXPIRE = """
            select id from job
            where state in ('SCHEDULED', 'PUBLISHED', 'PAUSED') and removed_at is null and expires_at <= ?
            order by expires_at, id limit ?
            """;
    private static final String TO_LAPSE = """
            select id from application where state = 'OFFERED' and offer_expires_at <= ?
            order by offer_expires_at, id limit ?
            """;
    private static final String TO_ARCHIVE = """
            select id from job j
            where state in ('FILLED', 'EXPIRED', 'CLOSED', 'REJECTED') and removed_at is null and state_at < ?
                and not exists (select from application a where a.job_id = j.id and a.live)
            order by state_at, id limit ?
            """;
    /// The list that the database keeps of them: no application is looked at.
    static final String TO_CLOSE = "select job_id from ended_job order by job_id limit ?";

    private static final String TO_BILL = """
            select c.company_id from charge c join company o on o.id = c.company_id and o.removed_at is null
            where c.invoice_id is null and c.kind = any (?) and c.at < ?
            group by c.company_id order by min(c.at), c.company_id limit ?
            """;

    private final PostgresPool pool;

    public PostgresDueWork(PostgresPool pool) {
        this.pool = pool;
    }

    @Override
    public List<JobId> jobsToStart(Instant now, int most) {
        return due(TO_START, now, most, JobId::new);
    }

    @Override
    public List<JobId> jobsToExpire(Instant now, int most) {
        return due(TO_EXPIRE, now, most, JobId::new);
    }

    @Override
    public List<ApplicationId> offersToLapse(Instant now, int most) {
        return due(TO_LAPSE, now, most, ApplicationId::new);
    }

    @Override
    public List<JobId> jobsToArchive(Instant endedBefore, int most) {
        return due(TO_ARCHIVE, endedBefore, most, JobId::new);
    }

    @Override
    public List<JobId> endedJobsWithOpenApplications(int most) {
        return pool.run(TO_CLOSE, statement -> {
            statement.setInt(1, most);
            return ids(statement.executeQuery(), JobId::new);
        });
    }

    @Override
    public List<CompanyId> companiesToBill(Set<LineKind> kinds, Instant before, int most) {
        Object[] names = kinds.stream().map(LineKind::name).toArray();
        return pool.run(TO_BILL, statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("text", names));
            statement.setObject(2, before.atOffset(ZoneOffset.UTC));
            statement.setInt(3, most);
            return ids(statement.executeQuery(), CompanyId::new);
        });
    }

    private <T> List<T> due(String sql, Instant now, int most, LongFunction<T> id) {
        return pool.run(sql, statement -> {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setInt(2, most);
            return ids(statement.executeQuery(), id);
        });
    }

    private static <T> List<T> ids(ResultSet rows, LongFunction<T> id) throws SQLException {
        try (rows) {
            List<T> found = new ArrayList<>();
            while (rows.next()) found.add(id.apply(rows.getLong(1)));
            return found;
        }
    }
}
