package dev.rozgar.adapters.postgres.hiring;

import dev.rozgar.adapters.postgres.sql.RowReader;
import dev.rozgar.adapters.postgres.sql.RowWriter;
import dev.rozgar.domain.EmailAddress;
import dev.rozgar.domain.PhoneNumber;
import dev.rozgar.domain.hiring.ApplicationForm;
import dev.rozgar.domain.hiring.Candidate;
import dev.rozgar.domain.hiring.CandidateId;
import dev.rozgar.domain.hiring.InterviewMode;
import dev.rozgar.domain.hiring.InterviewSlot;
import dev.rozgar.domain.hiring.InterviewSlotId;
import dev.rozgar.domain.hiring.Question;
import dev.rozgar.domain.hiring.QuestionType;
import dev.rozgar.domain.job.JobId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// What applications need, as rows and back: candidates, questions, interview slots.
public final class HiringRows {
    static final String CANDIDATE = "select row_to_json(c)::text from candidate c where ";
    static final String SLOT = "select row_to_json(s)::text from interview_slot s where ";
    static final String FORM = "select row_to_json(q)::text from question q where job_id = ? order by position";

    /// Nobody is ever overwritten, unless forgotten: who comes back says again who it is. Whoever sends two first
    /// applications at once has the same id and the same number in both: the row of the one that came first stays,
    /// and counts as written.
    static final String ADD_CANDIDATE = """
            insert into candidate as c select * from jsonb_populate_record(null::candidate, ?::jsonb)
            on conflict (id) do update set
                name = coalesce(c.name, excluded.name), phone = coalesce(c.phone, excluded.phone),
                email = case when c.phone is null then excluded.email else c.email end
            where c.phone is null or c.phone = excluded.phone""";

    static final String SAVE_SLOT = """
            insert into interview_slot select * from jsonb_populate_record(null::interview_slot, ?::jsonb)
            on conflict (id) do update set starts = excluded.starts, ends = excluded.ends, place = excluded.place,
                mode = excluded.mode, capacity = excluded.capacity, booked = excluded.booked""";

    private HiringRows() {}

    static String write(Candidate candidate) {
        return RowWriter.row(out -> out.put("id", candidate.id().value())
                .put("name", candidate.name())
                .put("phone", candidate.phone().value())
                .put("phone_verified_at", candidate.phoneVerifiedAt())
                .put("email", candidate.email().map(EmailAddress::value)));
    }

    /// @return empty: forgotten
    static Optional<Candidate> known(ResultSet found) throws SQLException {
        RowReader row = RowReader.of(found.getString(1));
        return row.has("phone") ? Optional.of(candidate(row)) : Optional.empty();
    }

    static Candidate candidate(ResultSet found) throws SQLException {
        return candidate(RowReader.of(found.getString(1)));
    }

    private static Candidate candidate(RowReader row) {
        return new Candidate(
                new CandidateId(row.whole("id")),
                row.text("name"),
                new PhoneNumber(row.text("phone")),
                row.maybeMoment("phone_verified_at"),
                row.maybeText("email").map(EmailAddress::new));
    }

    static String write(InterviewSlot slot) {
        return RowWriter.row(out -> out.put("id", slot.id().value())
                .put("job_id", slot.job().value())
                .put("starts", slot.start().toString())
                .put("ends", slot.end().toString())
                .put("place", slot.place())
                .put("mode", slot.mode())
                .put("capacity", slot.capacity())
                .put("booked", slot.booked()));
    }

    static InterviewSlot slot(ResultSet found) throws SQLException {
        RowReader row = RowReader.of(found.getString(1));
        return new InterviewSlot(
                new InterviewSlotId(row.whole("id")),
                new JobId(row.whole("job_id")),
                row.moment("starts"),
                row.moment("ends"),
                row.maybeText("place"),
                InterviewMode.valueOf(row.text("mode")),
                row.small("capacity"),
                row.small("booked"));
    }

    static String write(JobId job, ApplicationForm form) {
        return RowWriter.numbered(
                form.questions(),
                (out, question) -> out.put("job_id", job.value())
                        .put("id", question.id())
                        .put("label", question.label())
                        .put("type", question.type())
                        .put("required", question.required())
                        .objects(
                                "options",
                                question.options(),
                                (option, choice) ->
                                        option.put("value", choice.value()).put("label", choice.label()))
                        .texts("knockout", question.knockout()));
    }

    /// @param found its first column is the row as JSON
    public static Question question(ResultSet found) throws SQLException {
        RowReader row = RowReader.of(found.getString(1));
        return new Question(
                row.text("id"),
                row.text("label"),
                QuestionType.valueOf(row.text("type")),
                row.flag("required"),
                row.rows("options", option -> new Question.Choice(option.text("value"), option.text("label"))),
                knockout(row));
    }

    private static Optional<Set<String>> knockout(RowReader row) {
        return row.has("knockout") ? Optional.of(new HashSet<>(row.texts("knockout"))) : Optional.empty();
    }
}
