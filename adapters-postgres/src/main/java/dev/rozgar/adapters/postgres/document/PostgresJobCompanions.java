package dev.rozgar.adapters.postgres.document;

import dev.rozgar.adapters.postgres.hiring.HiringRows;
import dev.rozgar.adapters.postgres.sql.PostgresPool;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.Sought;
import dev.rozgar.application.listing.JobCompanions;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.domain.hiring.ApplicationForm;
import dev.rozgar.domain.hiring.Question;
import dev.rozgar.domain.job.JobId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What goes with jobs, as it stands at the moment of the question: one statement for all jobs of a page.
public final class PostgresJobCompanions implements JobCompanions {
    private static final String IDS = "unnest(?) with ordinality as w (id, place)";

    private static final Map<Expansion, String> PARTS = Map.of(
            Expansion.COMPANY,
            "select d.document, w.place, 0 as kind, 0 as position from " + IDS
                    + " join job j on j.id = w.id join company_documents(array(select j.company_id from " + IDS
                    + " join job j on j.id = w.id)) d on d.id = j.company_id",
            Expansion.QUESTIONS,
            "select row_to_json(q)::text as document, w.place, 1 as kind, q.position from " + IDS
                    + " join question q on q.job_id = w.id");

    private final PostgresPool pool;

    public PostgresJobCompanions(PostgresPool pool) {
        this.pool = pool;
    }

    /// What the rows of one job say.
    private static final class Gathered {
        private Optional<Document> company = Optional.empty();
        private final List<Question> questions = new ArrayList<>();

        private Companion companion(Set<Expansion> wanted) {
            return new Companion(
                    company,
                    wanted.contains(Expansion.QUESTIONS)
                            ? Optional.of(new ApplicationForm(questions))
                            : Optional.empty());
        }
    }

    @Override
    public List<Companion> of(List<JobId> jobs, Set<Expansion> wanted) {
        List<Gathered> gathered = jobs.stream().map(_ -> new Gathered()).toList();
        if (jobs.isEmpty() || wanted.isEmpty()) return List.of();
        List<Expansion> kinds = wanted.stream().sorted().toList();
        String sql = kinds.stream().map(PARTS::get).collect(Collectors.joining("\nunion all\n"))
                + "\norder by kind, place, position";
        Long[] ids = jobs.stream().map(JobId::value).toArray(Long[]::new);
        int times = (int) sql.chars().filter(c -> c == '?').count();
        pool.rows(
                sql, row -> take(row, gathered), Collections.nCopies(times, ids).toArray());
        return gathered.stream().map(one -> one.companion(wanted)).toList();
    }

    private static boolean take(ResultSet row, List<Gathered> gathered) throws SQLException {
        Gathered one = gathered.get(row.getInt("place") - 1);
        if (row.getInt("kind") == 0) one.company = Optional.of(Document.of(row.getBytes(1)));
        else one.questions.add(HiringRows.question(row));
        return true;
    }

    @Override
    public List<Optional<String>> highlights(List<JobId> jobs, Sought sought) {
        if (jobs.isEmpty()) return List.of();
        SqlText sql = HighlightSql.of(
                JobFields.JOB, sought, jobs.stream().map(JobId::value).toList());
        Map<Integer, String> found = new HashMap<>();
        pool.rows(
                sql.text(),
                row -> found.put(row.getInt(1), row.getString(2)),
                sql.values().toArray());
        List<Optional<String>> all = new ArrayList<>();
        for (int place = 1; place <= jobs.size(); place++)
            all.add(Optional.ofNullable(found.get(place)).filter(json -> !json.equals("{}")));
        return all;
    }
}
