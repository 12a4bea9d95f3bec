package dev.rozgar.adapters.postgres.hiring;

import dev.rozgar.adapters.postgres.sql.PostgresPool;
import dev.rozgar.application.hiring.HiringPlan;
import dev.rozgar.domain.hiring.ApplicationForm;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.hiring.InterviewSlot;
import dev.rozgar.domain.hiring.InterviewSlotId;
import dev.rozgar.domain.hiring.Seat;
import dev.rozgar.domain.job.JobId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// Forms, seats and interview slots read outside of transactions.
public final class PostgresHiringPlan implements HiringPlan {
    private static final String OPENINGS = """
            select seat, application_id, taken_at, freed_at from job_opening where job_id = ?
            order by seat, id limit ?""";

    private static final String SEATS = """
            select s as seat, o.application_id
            from job j
            cross join generate_series(?, least(j.openings_total, ?)) s
            left join job_opening o on o.job_id = j.id and o.seat = s and o.freed_at is null
            where j.id = ? and j.removed_at is null
            order by s""";

    private static final String SLOTS = HiringRows.SLOT + "job_id = ? and ends > ? order by starts, id limit ?";

    private final PostgresPool pool;

    public PostgresHiringPlan(PostgresPool pool) {
        this.pool = pool;
    }

    @Override
    public ApplicationForm form(JobId job) {
        return new ApplicationForm(pool.rows(HiringRows.FORM, HiringRows::question, job.value()));
    }

    @Override
    public List<Opening> openings(JobId job, int most) {
        return pool.rows(OPENINGS, PostgresHiringPlan::opening, job.value(), most);
    }

    @Override
    public List<Place> seats(JobId job, int after, int most) {
        return pool.rows(SEATS, PostgresHiringPlan::place, after + 1, after + most, job.value());
    }

    private static Place place(ResultSet row) throws SQLException {
        Long by = row.getObject("application_id", Long.class);
        return new Place(new Seat(row.getInt("seat")), Optional.ofNullable(by).map(ApplicationId::new));
    }

    @Override
    public Optional<InterviewSlot> slot(InterviewSlotId id) {
        return pool.rows(HiringRows.SLOT + "id = ?", HiringRows::slot, id.value()).stream()
                .findFirst();
    }

    @Override
    public List<InterviewSlot> slots(JobId job, Instant from, int most) {
        return pool.rows(SLOTS, HiringRows::slot, job.value(), from, most);
    }

    private static Opening opening(ResultSet row) throws SQLException {
        return new Opening(
                new Seat(row.getInt("seat")),
                new ApplicationId(row.getLong("application_id")),
                row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("freed_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
