package dev.rozgar.adapters.postgres.document;

import dev.rozgar.adapters.postgres.sql.PostgresPool;
import dev.rozgar.application.document.Cursor;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentPage.Hit;
import dev.rozgar.application.document.DocumentPage.Total;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.Facet;
import dev.rozgar.application.document.Facet.Bucket;
import dev.rozgar.application.document.FacetWish;
import dev.rozgar.application.document.Selection;
import dev.rozgar.application.document.Sort;
import dev.rozgar.application.document.Tally;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.document.Ways;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// Reads documents, one round trip per page. Plain JDBC, because only there a text column gives its bytes away as
/// they came: they go to the socket without ever being characters.
public final class DocumentReader {
    /// The column of the first of them.
    private static final int FIRST_FACET = 7;

    private final PostgresPool pool;
    private final DocumentSchema schema;

    public DocumentReader(PostgresPool pool, DocumentSchema schema) {
        this.pool = pool;
        this.schema = schema;
    }

    DocumentPage search(DocumentQuery query) {
        SqlText sql = PageSql.of(query);
        return run(sql.text(), sql.values(), rows -> {
            rows.next();
            List<Document> documents = slices(rows.getBytes(1), rows.getString(2));
            boolean more = rows.getInt(3) > query.room();
            int nearest = FIRST_FACET + query.facets().size();
            Optional<Cursor> near = query.after().isPresent() ? place(query, rows, nearest) : Optional.empty();
            Ways ways = ways(query, documents.size(), more, near, place(query, rows, 4));
            List<Hit> hits = query.tells() ? hits(query, rows.getArray(6)) : List.of();
            DocumentPage page = DocumentPage.upTo(query, documents, ways, total(query, rows.getLong(5)), hits);
            return query.facets().isEmpty() ? page : page.counting(facets(query, rows));
        });
    }

    List<Long> count(Tally tally) {
        SqlText sql = TallySql.of(tally);
        return run(sql.text(), sql.values(), rows -> {
            rows.next();
            return List.of((Long[]) rows.getArray(1).getArray());
        });
    }

    /// The page's statement and nothing around it.
    ///
    /// @return the bytes of the documents
    public IntSupplier bare(DocumentQuery query) {
        SqlText sql = PageSql.of(query);
        return () -> run(sql.text(), sql.values(), rows -> rows.next() ? rows.getBytes(1).length : 0);
    }

    /// @param now the moment at which the document must be shown, if its kind has such a time
    Optional<Document> find(long id, Instant now, Optional<Selection> fields) {
        String shown = schema.window()
                .map(window -> " join " + schema.table() + " r using (id) where r." + column(window.from())
                        + " <= cast(? as timestamptz) and r." + column(window.until()) + " > cast(? as timestamptz)")
                .orElse("");
        String sql = "select document from " + DocumentFunction.built(schema, fields, "array[cast(? as bigint)]")
                + " as built" + shown;
        List<String> values = new ArrayList<>(List.of(Long.toString(id)));
        if (schema.window().isPresent()) values.addAll(List.of(now.toString(), now.toString()));
        return run(sql, values, rows -> rows.next() ? Optional.of(Document.of(rows.getBytes(1))) : Optional.empty());
    }

    private String column(String path) {
        return schema.require(path).leaf().column();
    }

    private static List<Document> slices(byte @Nullable [] joined, @Nullable String lengths) {
        if (joined == null || lengths == null) return List.of();
        List<Document> documents = new ArrayList<>();
        int offset = 0;
        for (int begin = 0; begin < lengths.length(); ) {
            int comma = lengths.indexOf(',', begin);
            int end = comma < 0 ? lengths.length() : comma;
            int length = Integer.parseInt(lengths, begin, end, 10);
            documents.add(new Document(joined, offset, length));
            offset += length;
            begin = end + 1;
        }
        return documents;
    }

    /// @param near of the row that was read first
    /// @param far  of the one that was read last
    private static Ways ways(
            DocumentQuery query, int shown, boolean more, Optional<Cursor> near, Optional<Cursor> far) {
        Optional<Cursor> first = query.isBackwards() ? far : near;
        Optional<Cursor> last = query.isBackwards() ? near : far;
        return Ways.of(query, shown, more, first::orElseThrow, last::orElseThrow);
    }

    private static Optional<Cursor> place(DocumentQuery query, ResultSet rows, int column) throws SQLException {
        Array keys = rows.getArray(column);
        if (keys == null) return Optional.empty();
        return Optional.of(new Cursor(values(query.order(), (@Nullable String[]) keys.getArray())));
    }

    private static List<Hit> hits(DocumentQuery query, @Nullable Array keys) throws SQLException {
        List<Hit> hits = new ArrayList<>();
        if (keys == null) return hits;
        for (@Nullable String[] texts : (@Nullable String[][]) keys.getArray()) hits.add(hit(query, texts));
        return hits;
    }

    /// @param texts one for each key, and behind them how many documents it stands for, if it does
    private static Hit hit(DocumentQuery query, @Nullable String[] texts) {
        int keys = query.keys().size();
        Hit hit = Hit.of(query, values(query.keys(), Arrays.copyOf(texts, keys)));
        return texts.length > keys ? hit.collapsed(Long.parseLong(Objects.requireNonNull(texts[keys]))) : hit;
    }

    private static List<Facet> facets(DocumentQuery query, ResultSet rows) throws SQLException {
        List<Facet> facets = new ArrayList<>();
        for (FacetWish wish : query.facets()) {
            Array buckets = rows.getArray(FIRST_FACET + facets.size());
            List<Bucket> found = new ArrayList<>();
            if (buckets != null) {
                for (@Nullable String[] bucket : (@Nullable String[][]) buckets.getArray())
                    found.add(bucket(wish.field(), bucket));
            }
            facets.add(Facet.of(wish, found));
        }
        return facets;
    }

    /// @param texts value, label, number, sum
    private static Bucket bucket(DocumentField field, @Nullable String[] texts) {
        String value = Objects.requireNonNull(texts[0]);
        String sum = texts[3];
        return new Bucket(
                FacetSql.value(field, value),
                Optional.ofNullable(texts[1]),
                Long.parseLong(Objects.requireNonNull(texts[2])),
                sum == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(sum)));
    }

    private static List<Optional<Value>> values(List<Sort> sorts, @Nullable String[] texts) {
        List<Optional<Value>> values = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            String text = texts[i];
            values.add(text == null ? Optional.empty() : sorts.get(i).parse(text));
        }
        return values;
    }

    private static Optional<Total> total(DocumentQuery query, long counted) {
        boolean apart = query.shape().onePer().isPresent();
        return switch (query.count()) {
            case NONE -> Optional.empty();
            case EXACT -> Optional.of(apart ? Total.limited(counted) : new Total(counted, true));
            case LIMITED -> Optional.of(Total.limited(counted));
        };
    }

    private <T> T run(String sql, List<String> values, Reading<T> reading) {
        return pool.read(sql, statement -> {
            for (int i = 0; i < values.size(); i++) statement.setString(i + 1, values.get(i));
            try (ResultSet rows = statement.executeQuery()) {
                return reading.of(rows);
            }
        });
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(ResultSet rows) throws SQLException;
    }
}
