package dev.rozgar.bootstrap.bench;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.document.Cursor;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentPage.Total;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.DocumentSchema.Window;
import dev.rozgar.application.document.Selection;
import dev.rozgar.application.document.Sort;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.listing.JobReadModel;
import dev.rozgar.domain.job.JobId;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// What the article's service did before it changed, as a measure: jobs loaded as objects, every relation of
/// every job by a statement of its own, and then serialised. It walks the declaration, so it reads exactly
/// what the others read.
///
/// For the benchmark only: it knows the first page without filters.
final class OrmJobReadModel implements JobReadModel {
    private static final Jsonb JSON = JsonbBuilder.create(new JsonbConfig().withNullValues(true));

    private final DataSource pool;

    OrmJobReadModel(DataSource pool) {
        this.pool = pool;
    }

    @Override
    public DocumentPage search(DocumentQuery query) {
        if (!query.filters().isEmpty() || query.after().isPresent())
            throw new IllegalArgumentException("the baseline reads the first page, without filters");
        Timestamp now = Timestamp.from(query.asOf());
        return reading(connection -> {
            OrmRows rows = new OrmRows(connection);
            var jobs = rows.select(
                    "select * from job where " + shown() + " order by " + order(query) + " limit ?",
                    now,
                    now,
                    query.limit() + 1);
            long counted = number(rows.select(
                            "select count(*) as n from (select 1 from job where " + shown()
                                    + " limit 10001) as matches",
                            now,
                            now)
                    .getFirst()
                    .get("n"));
            List<Document> documents = new ArrayList<>();
            // The job too many only says that there is a next page; nobody serialises it.
            for (var job : jobs.subList(0, Math.min(jobs.size(), query.limit()))) documents.add(document(rows, job));
            if (jobs.size() > query.limit()) documents.add(Document.of(new byte[0]));
            Optional<Cursor> none = Optional.of(new Cursor(List.of()));
            return DocumentPage.of(query, documents, none, Optional.of(Total.limited(counted)));
        });
    }

    @Override
    public Optional<Document> find(JobId id, Instant now, Optional<Selection> fields) {
        if (fields.isPresent()) throw new IllegalArgumentException("whole documents only");
        Timestamp at = Timestamp.from(now);
        return reading(connection -> {
            OrmRows rows = new OrmRows(connection);
            var found = rows.select("select * from job where " + shown() + " and id = ?", at, at, id.value());
            return found.isEmpty() ? Optional.empty() : Optional.of(document(rows, found.getFirst()));
        });
    }

    private static Document document(OrmRows rows, Map<String, @Nullable Object> job) throws SQLException {
        var object = new OrmSerializer(rows).object(JobFields.JOB.members(), job);
        return Document.of(JSON.toJson(object).getBytes(StandardCharsets.UTF_8));
    }

    private static String shown() {
        Window window = JobFields.JOB.window().orElseThrow();
        return JobFields.JOB.listed() + " and " + window.from() + " <= ? and " + window.until() + " > ?";
    }

    private static String order(DocumentQuery query) {
        List<String> keys = new ArrayList<>();
        for (Sort sort : query.order()) {
            if (!(sort instanceof Sort.ByField by)) throw new IllegalArgumentException("lists by their columns only");
            keys.add(by.field().leaf().column() + (sort.descending() ? " desc" : ""));
        }
        return String.join(", ", keys);
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    private <T> T reading(Reading<T> reading) {
        try (Connection connection = pool.getConnection()) {
            return reading.from(connection);
        } catch (SQLException failure) {
            throw PortFailure.unavailable("the baseline cannot read", failure);
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T from(Connection connection) throws SQLException;
    }
}
