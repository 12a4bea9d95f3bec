package dev.rozgar.adapters.postgres.hiring;

import dev.rozgar.adapters.postgres.sql.Reads;
import dev.rozgar.adapters.postgres.sql.RowReader;
import dev.rozgar.application.change.Docket;
import dev.rozgar.application.change.Ending;
import dev.rozgar.application.change.Reception;
import dev.rozgar.domain.PhoneNumber;
import dev.rozgar.domain.hiring.Answer;
import dev.rozgar.domain.hiring.ApplicationForm;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.hiring.Candidate;
import dev.rozgar.domain.hiring.CandidateId;
import dev.rozgar.domain.hiring.InterviewSlot;
import dev.rozgar.domain.hiring.InterviewSlotId;
import dev.rozgar.domain.hiring.JobApplication;
import dev.rozgar.domain.hiring.Seat;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The three readings of hiring, each one round trip of several statements. First what is locked, in the order of all
/// locks, then what is read, by later statements: what the locks waited for is seen.
///
/// @param application reads and remembers one that is locked
/// @param job         the same of its job
record HiringReads(Reads reads, Reads.Row<JobApplication> application, Reads.Row<Job> job) {
    private static final String LAST_LINE =
            "(select coalesce(max(sequence), 0) from transition where kind = '%s' and subject_id = %s) as last_line";

    /// A slot of another job is none. Slots are locked by the statement that reads them: PostgreSQL reads a row again
    /// when it had to wait for it.
    private static final String DOCKET =
            """
            select from job where id = (select job_id from application where id = ?) for no key update;
            select from application where id = ? for no key update;
            select row_to_json(s)::text from interview_slot s where (id, job_id) in (
                select unnest(array[a.slot_id, (a.detail -> 'was' ->> 'slot_id')::bigint, ?]), a.job_id
                from application a where a.id = ?)
            order by id for no key update;
            select row_to_json(a)::text, %s from application a where id = ?;
            select found.*, %s
            from application a, find_jobs(array[a.job_id]) found where a.id = ?;
            select row_to_json(c)::text,
                (select s from job j, generate_series(1, j.openings_total) s
                where j.id = a.job_id and j.openings_filled < j.openings_total
                    and not exists (
                        select from job_opening o where o.job_id = j.id and o.seat = s and o.freed_at is null)
                order by s limit 1) as free_seat,
                exists (
                    select from application o where o.job_id = a.job_id and o.candidate_id = a.candidate_id and o.live
                        and o.id <> a.id) as other_live
            from application a join candidate c on c.id = a.candidate_id where a.id = ?""".formatted(LAST_LINE.formatted("APPLICATION", "a.id"), LAST_LINE.formatted("JOB", "a.job_id"));

    /// What is turned down in silence is live for who waits; see [JobApplication#asTold].
    static final String KNOWN_AS_LIVE =
            "a.live or a.state = 'REJECTED' and (a.detail ->> 'notify_at')::timestamptz > ?";

    /// Whoever is met is not forgotten before the transaction ends.
    private static final String RECEPTION = HiringRows.FORM + """
            ;
            select row_to_json(c)::text, c.id, s.applied, s.before,
                (select row_to_json(a)::text from application a
                where a.job_id = s.job_id and a.candidate_id = c.id and a.state = 'REJECTED'
                    and a.detail ->> 'reason' = 'KNOCKOUT'
                order by a.id desc limit 1) as knocked_out
            from candidate c cross join lateral (
                select ? as job_id, coalesce(bool_or(%s), false) as applied, count(*) > 0 as before
                from application a where a.job_id = ? and a.candidate_id = c.id) s
            where c.id = ? or c.phone = ?
            for key share of c""".formatted(KNOWN_AS_LIVE);

    private static final String ENDING =
            """
            select from application a %1$s;
            select row_to_json(s)::text from interview_slot s where id in (
                select slot_id from (select slot_id, state from application a %2$s) open where state = 'INTERVIEW_SCHEDULED')
            order by id for no key update;
            select row_to_json(a)::text, %3$s from application a %1$s""".formatted(open(" for no key update"), open(""), LAST_LINE.formatted("APPLICATION", "a.id"));

    private static String open(String lock) {
        return "where job_id = ? and live and state <> 'OFFERED' and state <> 'HIRED' order by id limit ?" + lock;
    }

    Optional<Docket> docket(ApplicationId id, Optional<InterviewSlotId> asked) {
        long key = id.value();
        Long slot = asked.map(InterviewSlotId::value).orElse(0L);
        return reads.ask(
                DOCKET,
                results -> {
                    List<InterviewSlot> slots = results.skip(2).rows(HiringRows::slot);
                    Optional<JobApplication> sent = results.first(application);
                    Optional<Job> found = results.first(job);
                    Optional<Person> person = results.first(Person::read);
                    return sent.flatMap(one -> person.map(facts -> facts.docket(found, one, slots)));
                },
                key,
                key,
                slot,
                key,
                key,
                key,
                key);
    }

    Reception reception(JobId of, Optional<CandidateId> id, Optional<PhoneNumber> phone, Instant now) {
        return reads.ask(
                RECEPTION,
                results -> {
                    ApplicationForm form = new ApplicationForm(results.rows(HiringRows::question));
                    Set<CandidateId> applied = new HashSet<>();
                    Set<CandidateId> before = new HashSet<>();
                    Map<CandidateId, List<Answer>> knockedOut = new HashMap<>();
                    List<Optional<Candidate>> known = results.rows(row -> {
                        CandidateId met = new CandidateId(row.getLong("id"));
                        if (row.getBoolean("applied")) applied.add(met);
                        if (row.getBoolean("before")) before.add(met);
                        String last = row.getString("knocked_out");
                        if (last != null) knockedOut.put(met, ApplicationRows.answers(RowReader.of(last)));
                        return HiringRows.known(row);
                    });
                    return new Reception(
                            form, known.stream().flatMap(Optional::stream).toList(), applied, before, knockedOut);
                },
                of.value(),
                of.value(),
                now,
                of.value(),
                id.map(CandidateId::value).orElse(0L),
                phone.map(PhoneNumber::value).orElse(""));
    }

    Ending ending(JobId of, int most) {
        return reads.ask(
                ENDING,
                results -> {
                    List<InterviewSlot> slots = results.skip(1).rows(HiringRows::slot);
                    return new Ending(results.rows(application), slots);
                },
                of.value(),
                most,
                of.value(),
                most,
                of.value(),
                most);
    }

    private record Person(Optional<Candidate> candidate, Optional<Seat> freeSeat, boolean otherLive) {
        static Person read(ResultSet row) throws SQLException {
            int seat = row.getInt("free_seat");
            return new Person(
                    HiringRows.known(row),
                    seat == 0 ? Optional.empty() : Optional.of(new Seat(seat)),
                    row.getBoolean("other_live"));
        }

        Docket docket(Optional<Job> job, JobApplication application, List<InterviewSlot> slots) {
            return new Docket(job, application, candidate, freeSeat, slots, otherLive);
        }
    }
}
