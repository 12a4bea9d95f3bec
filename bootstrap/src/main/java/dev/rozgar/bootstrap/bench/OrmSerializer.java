package dev.rozgar.bootstrap.bench;

import dev.rozgar.application.document.Kind;
import dev.rozgar.application.document.Node;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Turns a loaded row into the object that is serialised, and follows its relations as a nested serializer does: one
/// statement for each relation of each row.
final class OrmSerializer {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final OrmRows rows;

    OrmSerializer(OrmRows rows) {
        this.rows = rows;
    }

    Map<String, @Nullable Object> object(List<Node> members, Map<String, @Nullable Object> row) throws SQLException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (Node member : members) object.put(member.name(), member(member, row));
        return object;
    }

    private @Nullable Object member(Node member, Map<String, @Nullable Object> row) throws SQLException {
        return switch (member) {
            case Node.Leaf leaf -> leaf.kind() == Kind.POINT ? point(leaf, row) : json(row.get(leaf.column()));
            case Node.Group group -> isPresent(group, row) ? object(group.children(), row) : null;
            case Node.One one -> one(one, row);
            case Node.Many many -> many(many, row);
        };
    }

    private static boolean isPresent(Node.Group group, Map<String, @Nullable Object> row) {
        return group.presentWhen().isEmpty()
                || Boolean.TRUE.equals(row.get(group.presentWhen().get()));
    }

    private @Nullable Object one(Node.One one, Map<String, @Nullable Object> row) throws SQLException {
        Object key = row.get(one.column());
        if (key == null) return null;
        var found = rows.select("select * from " + one.table() + " where " + one.key() + " = ?", key);
        return object(one.children(), found.getFirst());
    }

    private List<Object> many(Node.Many many, Map<String, @Nullable Object> row) throws SQLException {
        String sql =
                "select * from " + many.table() + " where " + many.foreignKey() + " = ? order by " + many.orderBy();
        List<Object> objects = new ArrayList<>();
        for (var related : rows.select(sql, Objects.requireNonNull(row.get("id"))))
            objects.add(object(many.children(), related));
        return objects;
    }

    private static @Nullable Object point(Node.Leaf leaf, Map<String, @Nullable Object> row) {
        Object latitude = row.get(leaf.columns().getFirst());
        Object longitude = row.get(leaf.columns().getLast());
        return latitude == null || longitude == null ? null : Map.of("lat", latitude, "lon", longitude);
    }

    private static @Nullable Object json(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Timestamp moment -> MOMENT.format(moment.toInstant());
            case Date day -> day.toLocalDate().toString();
            case Time time -> TIME.format(time.toLocalTime());
            default -> value;
        };
    }
}
