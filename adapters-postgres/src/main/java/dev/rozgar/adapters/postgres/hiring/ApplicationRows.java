package dev.rozgar.adapters.postgres.hiring;

import dev.rozgar.adapters.postgres.sql.RowReader;
import dev.rozgar.adapters.postgres.sql.RowWriter;
import dev.rozgar.domain.WebUrl;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.hiring.Answer;
import dev.rozgar.domain.hiring.ApplicationId;
import dev.rozgar.domain.hiring.ApplicationSource;
import dev.rozgar.domain.hiring.CandidateId;
import dev.rozgar.domain.hiring.Consent;
import dev.rozgar.domain.hiring.JobApplication;
import dev.rozgar.domain.hiring.Letter;
import dev.rozgar.domain.job.JobId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// Applications as rows and back; see [ApplicationStates] for their states.
final class ApplicationRows {
    /// To be followed by a condition; each row is read by [#read].
    static final String SELECT = "select row_to_json(a)::text from application a where ";

    static final String INSERT = """
            insert into application (
                version, id, job_id, company_id, candidate_id, answers, source_channel, source_referrer,
                source_partner_id, brought_by, consent_store, consent_contact, consent_policy_id, consent_expires_at, resume, state,
                state_at, slot_id, seat, offer_expires_at, detail, created_at, updated_at)
            select
                1, g.id, g.job_id, g.company_id, g.candidate_id, g.answers, g.source_channel, g.source_referrer,
                g.source_partner_id, g.brought_by, g.consent_store, g.consent_contact, g.consent_policy_id, g.consent_expires_at,
                g.resume, g.state, g.state_at, g.slot_id, g.seat, g.offer_expires_at, g.detail, g.created_at,
                g.updated_at
            from jsonb_populate_record(null::application, ?::jsonb) g""";

    /// Nothing else of an application ever changes, unless it is forgotten. A move may bring new words to forget.
    static final String MOVE = """
            update application a set
                version = a.version + 1, state = g.state, state_at = g.state_at, slot_id = g.slot_id, seat = g.seat,
                offer_expires_at = g.offer_expires_at, detail = g.detail, updated_at = g.updated_at, forgotten_at = null
            from jsonb_populate_record(null::application, ?::jsonb) g
            where a.id = g.id and a.version = g.version""";

    private ApplicationRows() {}

    static String write(JobApplication application) {
        return RowWriter.row(out -> {
            out.put("id", application.id().value())
                    .put("version", application.version())
                    .put("job_id", application.job().value())
                    .put("company_id", application.company().value())
                    .put("created_at", application.createdAt().toString())
                    .put("updated_at", application.updatedAt().toString());
            letter(out, application.letter());
            ApplicationStates.write(out, application.state());
        });
    }

    private static void letter(RowWriter out, Letter letter) {
        out.put("candidate_id", letter.candidate().value())
                .objects("answers", letter.answers(), ApplicationRows::answer)
                .put("source_channel", letter.source().channel())
                .put("source_referrer", letter.source().referrer())
                .put("source_partner_id", letter.source().partnerId())
                .put("brought_by", letter.source().broughtBy())
                .put("consent_store", letter.consent().store())
                .put("consent_contact", letter.consent().contact())
                .put("consent_policy_id", letter.consent().policyId())
                .put("consent_expires_at", letter.consent().expiresAt())
                .put("resume", letter.resume().map(WebUrl::value));
    }

    private static void answer(RowWriter out, Answer answer) {
        out.put("question", answer.question()).put("values", answer.values());
    }

    static JobApplication read(ResultSet row) throws SQLException {
        return read(RowReader.of(row.getString(1)));
    }

    static List<Answer> answers(RowReader row) {
        return row.rows("answers", answer -> new Answer(answer.text("question"), answer.texts("values")));
    }

    private static JobApplication read(RowReader row) {
        return new JobApplication(
                new ApplicationId(row.whole("id")),
                new JobId(row.whole("job_id")),
                new CompanyId(row.whole("company_id")),
                letter(row),
                ApplicationStates.read(row),
                row.whole("version"),
                row.moment("created_at"),
                row.moment("updated_at"));
    }

    private static Letter letter(RowReader row) {
        return new Letter(
                new CandidateId(row.whole("candidate_id")),
                answers(row),
                new ApplicationSource(
                        row.text("source_channel"),
                        row.maybeText("source_referrer"),
                        row.maybeText("source_partner_id"),
                        row.maybeText("brought_by")),
                new Consent(
                        row.flag("consent_store"),
                        row.flag("consent_contact"),
                        row.maybeText("consent_policy_id"),
                        row.maybeMoment("consent_expires_at")),
                row.maybeText("resume").map(WebUrl::new));
    }
}
