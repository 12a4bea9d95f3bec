package dev.rozgar.adapters.postgres.document;

import dev.rozgar.adapters.postgres.sql.PostgresPool;
import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.matching.JobJudge;
import dev.rozgar.domain.job.JobId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Has PostgreSQL judge a job in the words of its searches, in one round trip.
public final class PostgresJobJudge implements JobJudge {
    private static final int FIRST_FIELD = 3;

    private final PostgresPool pool;

    public PostgresJobJudge(PostgresPool pool) {
        this.pool = pool;
    }

    @Override
    public Optional<Judgement> judge(JobId id, Question question) {
        SqlText sql = JudgeSql.of(JobFields.JOB, id.value(), question);
        return pool.read(sql.text(), statement -> {
            for (int i = 0; i < sql.values().size(); i++)
                statement.setString(i + 1, sql.values().get(i));
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(judgement(question, rows)) : Optional.empty();
            }
        });
    }

    private static Judgement judgement(Question question, ResultSet row) throws SQLException {
        List<Boolean> holds = Arrays.asList((Boolean[]) row.getArray(1).getArray());
        List<Optional<Double>> metres = new ArrayList<>();
        for (@Nullable Double one : (@Nullable Double[]) row.getArray(2).getArray())
            metres.add(Optional.ofNullable(one));
        Map<String, List<Value>> values = new HashMap<>();
        for (DocumentField field : question.fields())
            values.put(field.path(), values(field, row.getArray(FIRST_FIELD + values.size())));
        return new Judgement(holds, values, metres);
    }

    private static List<Value> values(DocumentField field, @Nullable Array texts) throws SQLException {
        List<Value> values = new ArrayList<>();
        if (texts == null) return values;
        for (@Nullable String text : (@Nullable String[]) texts.getArray())
            if (text != null) values.add(FacetSql.value(field, text));
        return values;
    }
}
