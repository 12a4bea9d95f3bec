package dev.rozgar.adapters.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Questions within a transaction, each a round trip.
///
/// A question may be several statements, separated by `;`: they travel together, and each sees all that was committed
/// before it began. So a row that is locked by the first and read by the second is the newest there is; one statement
/// that does both would read what it saw before it waited for the lock.
final class Reads {
    private final Connection connection;

    Reads(Connection connection) {
        this.connection = connection;
    }

    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// The rows that the last statement answers. All statements have to answer rows, be they without columns.
    ///
    /// @param values of all statements, in their order; see [Binding]
    <T> List<T> rows(String sql, Row<T> row, @Nullable Object... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Binding.bind(statement, Arrays.asList(values));
            return last(statement, row);
        } catch (SQLException failure) {
            throw PostgresFailures.of(failure);
        }
    }

    <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... values) {
        return rows(sql, row, values).stream().findFirst();
    }

    boolean isTrue(String sql, @Nullable Object... values) {
        return first(sql, row -> row.getBoolean(1), values).orElse(false);
    }

    static <T> List<T> last(PreparedStatement statement, Row<T> row) throws SQLException {
        List<T> found = new ArrayList<>();
        statement.execute();
        ResultSet last = statement.getResultSet();
        while (statement.getMoreResults(Statement.KEEP_CURRENT_RESULT)) last = statement.getResultSet();
        while (last.next()) found.add(row.read(last));
        return found;
    }
}
