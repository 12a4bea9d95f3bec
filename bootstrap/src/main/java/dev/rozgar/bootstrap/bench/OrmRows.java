package dev.rozgar.bootstrap.bench;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Whole rows as objects, the way an object-relational mapper loads them: every column, wanted or not.
final class OrmRows {
    private final Connection connection;
    private int statements;

    OrmRows(Connection connection) {
        this.connection = connection;
    }

    /// @param sql written by this program, never by a caller of it
    List<Map<String, @Nullable Object>> select(String sql, Object... arguments) throws SQLException {
        statements++;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) statement.setObject(i + 1, arguments[i]);
            try (ResultSet rows = statement.executeQuery()) {
                ResultSetMetaData columns = rows.getMetaData();
                List<Map<String, @Nullable Object>> found = new ArrayList<>();
                while (rows.next()) {
                    Map<String, @Nullable Object> row = new LinkedHashMap<>();
                    for (int i = 1; i <= columns.getColumnCount(); i++)
                        row.put(columns.getColumnName(i), value(rows.getObject(i)));
                    found.add(row);
                }
                return found;
            }
        }
    }

    /// How many round trips it took so far.
    int statements() {
        return statements;
    }

    private static @Nullable Object value(@Nullable Object column) throws SQLException {
        return column instanceof Array array ? Arrays.asList((Object[]) array.getArray()) : column;
    }
}
