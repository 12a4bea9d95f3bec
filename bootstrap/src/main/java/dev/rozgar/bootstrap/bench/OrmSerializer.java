package dev.rozgar.bootstrap.bench;

import dev.rozgar.application.document.Kind;
import dev.rozgar.application.document.Node;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns a loaded row into the object that is serialised, and follows its relations as a nested serializer does: one
/// statement for each relation of each row.
final class OrmSerializer {
    private final OrmRows rows;

    OrmSerializer(OrmRows rows) {
        this.rows = rows;
    }

    Map<String, Object> object(List<Node> members, Map<String, @Nullable Object> row) throws SQLException {
        Map<String, Object> object = new LinkedHashMap<>();
        for (Node member : members) {
            Optional<Object> value = member(member, row);
            if (value.isPresent()) object.put(member.name(), value.get());
        }
        return object;
    }

    private Optional<Object> member(Node member, Map<String, @Nullable Object> row) throws SQLException {
        return switch (member) {
            case Node.Leaf leaf -> leaf(leaf, row);
            case Node.Group group -> group(group, row);
            case Node.One one -> one(one, row);
            case Node.Many many -> Optional.of(many(many, row));
        };
    }

    private Optional<Object> group(Node.Group group, Map<String, @Nullable Object> row) throws SQLException {
        boolean present =
                group.presentWhen().map(row::get).map(Boolean.TRUE::equals).orElse(true);
        return present ? Optional.of(object(group.children(), row)) : Optional.empty();
    }

    private Optional<Object> one(Node.One one, Map<String, @Nullable Object> row) throws SQLException {
        Object key = row.get(one.column());
        if (key == null) return Optional.empty();
        var found = rows.select("select * from " + one.table() + " where " + one.key() + " = ?", key);
        return found.isEmpty() ? Optional.empty() : Optional.of(object(one.children(), found.getFirst()));
    }

    private List<Object> many(Node.Many many, Map<String, @Nullable Object> row) throws SQLException {
        String sql =
                "select * from " + many.table() + " where " + many.foreignKey() + " = ? order by " + many.orderBy();
        List<Object> objects = new ArrayList<>();
        for (var related : rows.select(sql, Optional.ofNullable(row.get("id")).orElseThrow()))
            objects.add(object(many.children(), related));
        return objects;
    }

    private static Optional<Object> leaf(Node.Leaf leaf, Map<String, @Nullable Object> row) {
        if (leaf.kind() == Kind.POINT) return point(leaf, row);
        Object value = row.get(leaf.column());
        return Optional.ofNullable(value).map(OrmSerializer::json);
    }

    private static Optional<Object> point(Node.Leaf leaf, Map<String, @Nullable Object> row) {
        Object latitude = row.get(leaf.columns().getFirst());
        Object longitude = row.get(leaf.columns().getLast());
        return latitude == null || longitude == null
                ? Optional.empty()
                : Optional.of(Map.of("lat", latitude, "lon", longitude));
    }

    private static Object json(Object value) {
        return switch (value) {
            case Timestamp moment -> moment.toInstant().toString();
            case Date day -> day.toLocalDate().toString();
            case Time time -> time.toLocalTime().toString();
            case BigDecimal number -> number.stripTrailingZeros();
            default -> value;
        };
    }
}
