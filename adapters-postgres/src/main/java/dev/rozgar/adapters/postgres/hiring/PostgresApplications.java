package dev.rozgar.adapters.postgres.hiring;

import dev.rozgar.adapters.postgres.sql.PostgresPool;
import dev.rozgar.application.hiring.Applications;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.hiring.Candidate;
import dev.rozgar.domain.hiring.CandidateId;
import dev.rozgar.domain.hiring.JobApplication;
import dev.rozgar.domain.job.JobId;
import java.util.List;
import java.util.Optional;

/// Applications read outside of transactions.
public final class PostgresApplications implements Applications {
    private static final String PAGE = " = ? and id < ? order by id desc limit ?";

    private final PostgresPool pool;

    public PostgresApplications(PostgresPool pool) {
        this.pool = pool;
    }

    @Override
    public Optional<JobApplication> find(ApplicationId id) {
        return pool.rows(ApplicationRows.SELECT + "id = ?", ApplicationRows::read, id.value()).stream()
                .findFirst();
    }

    @Override
    public Optional<Candidate> candidate(CandidateId id) {
        return pool
                .rows(HiringRows.CANDIDATE + "id = ? and phone is not null", HiringRows::candidate, id.value())
                .stream()
                .findFirst();
    }

    @Override
    public List<JobApplication> ofJob(JobId job, Optional<ApplicationId> below, int most) {
        return page("job_id", job.value(), below, most);
    }

    @Override
    public List<JobApplication> ofCandidate(CandidateId candidate, Optional<ApplicationId> below, int most) {
        return page("candidate_id", candidate.value(), below, most);
    }

    private List<JobApplication> page(String column, long owner, Optional<ApplicationId> below, int most) {
        long end = below.map(ApplicationId::value).orElse(Long.MAX_VALUE);
        return pool.rows(ApplicationRows.SELECT + column + PAGE, ApplicationRows::read, owner, end, most);
    }
}
