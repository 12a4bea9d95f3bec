package dev.rozgar.adapters.postgres.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts the values of a statement in their places, each as the type its class stands for.
///
/// | class | type |
/// |---|---|
/// | `String` | varchar; anything else is cast by the statement, as in `?::jsonb` or `?::date` |
/// | `Long`, `Integer`, `Boolean` | bigint, integer, boolean |
/// | `Instant` | timestamptz |
/// | `byte[]` | bytea |
/// | `Long[]`, `String[]` | bigint[], text[] |
/// | null | whatever the place wants |
public final class Binding {
    private Binding() {}

    /// @param values as many as the statement has places
    public static void bind(PreparedStatement statement, List<@Nullable Object> values) throws SQLException {
        int place = 1;
        for (Object value : values) bind(statement, place++, value);
    }

    private static void bind(PreparedStatement statement, int place, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(place, Types.NULL);
            case String text -> statement.setString(place, text);
            case Long number -> statement.setLong(place, number);
            case Integer number -> statement.setInt(place, number);
            case Boolean flag -> statement.setBoolean(place, flag);
            case Instant moment -> statement.setObject(place, moment.atOffset(ZoneOffset.UTC));
            case byte[] bytes -> statement.setBytes(place, bytes);
            case Long[] numbers ->
                statement.setArray(place, statement.getConnection().createArrayOf("bigint", numbers));
            case String[] texts ->
                statement.setArray(place, statement.getConnection().createArrayOf("text", texts));
            default -> throw new IllegalArgumentException("no type is known for a " + value.getClass());
        }
    }
}
