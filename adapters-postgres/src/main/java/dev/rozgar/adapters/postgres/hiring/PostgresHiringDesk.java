package dev.rozgar.adapters.postgres.hiring;

import dev.rozgar.adapters.postgres.posting.PostgresJobDesk;
import dev.rozgar.adapters.postgres.session.DeskIds;
import dev.rozgar.adapters.postgres.session.Session;
import dev.rozgar.adapters.postgres.session.Subjects;
import dev.rozgar.adapters.postgres.sql.Reads;
import dev.rozgar.adapters.postgres.sql.Writes;
import dev.rozgar.application.change.Docket;
import dev.rozgar.application.change.Ending;
import dev.rozgar.application.change.HiringDesk;
import dev.rozgar.application.change.Reception;
import dev.rozgar.application.change.Subject;
import dev.rozgar.domain.PhoneNumber;
import dev.rozgar.domain.hiring.ApplicationForm;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.hiring.Candidate;
import dev.rozgar.domain.hiring.CandidateId;
import dev.rozgar.domain.hiring.InterviewSlot;
import dev.rozgar.domain.hiring.InterviewSlotId;
import dev.rozgar.domain.hiring.JobApplication;
import dev.rozgar.domain.hiring.Seat;
import dev.rozgar.domain.job.JobId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Hiring in one transaction. A row of one table that is locked by the statement that reads it is the newest there is:
/// PostgreSQL reads it again when it had to wait.
public final class PostgresHiringDesk implements HiringDesk {
    private static final String SAVE_FORM =
            "insert into question select * from jsonb_populate_recordset(null::question, ?::jsonb)";

    private static final String HAS_BROUGHT =
            "select from application a where a.job_id = ? and a.brought_by = ? and (%s) limit 1"
                    .formatted(HiringReads.KNOWN_AS_LIVE);
    private static final String LETTERS = """
            select id from application
            where job_id = ? and not live and (answers <> '[]' or resume is not null or source_referrer is not null
                or jsonb_exists(detail, 'note'))
            order by id limit ? for no key update
            """;
    private static final String FORGET = """
            update application set answers = '[]', resume = null, source_referrer = null, detail = detail - 'note',
                version = version + 1, updated_at = greatest(updated_at, ?)
            where id = any (?)
            """;

    private final Reads reads;
    private final Writes writes;
    private final Subjects subjects;
    private final DeskIds ids;

    private final HiringReads questions;

    public PostgresHiringDesk(Session session, PostgresJobDesk jobs) {
        this.reads = session.reads();
        this.writes = session.writes();
        this.subjects = session.subjects();
        this.ids = session.ids();
        this.questions = new HiringReads(reads, this::locked, jobs::lockedToo);
    }

    @Override
    public ApplicationId nextApplication() {
        return new ApplicationId(ids.applications().next(reads));
    }

    @Override
    public CandidateId nextCandidate() {
        return new CandidateId(ids.candidates().next(reads));
    }

    @Override
    public InterviewSlotId nextSlot() {
        return new InterviewSlotId(ids.slots().next(reads));
    }

    @Override
    public Optional<JobApplication> lock(ApplicationId id) {
        return subjects.lock(subject(id), ApplicationRows.SELECT + "id = ?", ApplicationRows::read);
    }

    @Override
    public Optional<Docket> lock(ApplicationId id, Optional<InterviewSlotId> asked) {
        return questions.docket(id, asked);
    }

    @Override
    public Reception receive(JobId job, Optional<CandidateId> id, Optional<PhoneNumber> phone, Instant now) {
        return questions.reception(job, id, phone, now);
    }

    @Override
    public boolean hasBrought(JobId job, String partner, Instant now) {
        return reads.first(HAS_BROUGHT, _ -> true, job.value(), partner, now).isPresent();
    }

    @Override
    public Ending open(JobId job, int most) {
        return questions.ending(job, most);
    }

    private JobApplication locked(ResultSet row) throws SQLException {
        JobApplication application = ApplicationRows.read(row);
        subjects.isLocked(subject(application.id()), row);
        return application;
    }

    private static Subject subject(ApplicationId id) {
        return new Subject(Subject.Kind.APPLICATION, id.value());
    }

    @Override
    public List<ApplicationId> letters(JobId job, int most) {
        return reads.rows(LETTERS, row -> new ApplicationId(row.getLong(1)), job.value(), most);
    }

    @Override
    public void forgetLetters(List<ApplicationId> ids, Instant at) {
        writes.add(FORGET, at, ids.stream().map(ApplicationId::value).toArray(Long[]::new));
    }

    @Override
    public void save(JobApplication application) {
        subjects.isSaved(subject(application.id()), application.version());
        String row = ApplicationRows.write(application);
        if (application.version() == 0) writes.add(ApplicationRows.INSERT, row);
        else writes.addExpectingOne(ApplicationRows.MOVE, row);
    }

    @Override
    public void add(Candidate candidate) {
        writes.addExpectingOne(HiringRows.ADD_CANDIDATE, HiringRows.write(candidate));
    }

    @Override
    public void save(JobId job, ApplicationForm form) {
        writes.add("delete from question where job_id = ?", job.value());
        writes.add(SAVE_FORM, HiringRows.write(job, form));
    }

    @Override
    public void save(InterviewSlot slot) {
        writes.add(HiringRows.SAVE_SLOT, HiringRows.write(slot));
    }

    @Override
    public void take(JobId job, Seat seat, ApplicationId by) {
        writes.add(
                "insert into job_opening (job_id, seat, application_id) values (?, ?, ?)",
                job.value(),
                seat.number(),
                by.value());
    }

    @Override
    public void free(JobId job, Seat seat) {
        writes.addExpectingOne(
                "update job_opening set freed_at = clock_timestamp()"
                        + " where job_id = ? and seat = ? and freed_at is null",
                job.value(),
                seat.number());
    }

    @Override
    public void ended(JobId job) {
        writes.add("delete from ended_job where job_id = ?", job.value());
    }
}
