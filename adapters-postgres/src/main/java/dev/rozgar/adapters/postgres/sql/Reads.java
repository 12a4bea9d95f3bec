package dev.rozgar.adapters.postgres.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
public final class Reads {
    private final Connection connection;
    private @Nullable Foreword foreword;

    public Reads(Connection connection) {
        this.connection = connection;
    }

    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// Looks at the answers of all statements of a question.
    @FunctionalInterface
    public interface Reading<T> {
        T of(Results results) throws SQLException;
    }

    /// To be asked together with the next question, and before it.
    public void precede(Foreword first) {
        foreword = first;
    }

    /// Asks what was to precede a question and found none.
    public void settle() {
        Foreword first = foreword;
        if (first == null) return;
        foreword = null;
        send(first.sql(), first.values(), results -> {
            first.heard().of(results);
            return true;
        });
    }

    /// Asks several things at once. All statements have to answer rows, be they without columns.
    ///
    /// @param values of all statements, in their order; see [Binding]
    public <T> T ask(String sql, Reading<T> reading, @Nullable Object... values) {
        Foreword first = foreword;
        if (first == null) return send(sql, Arrays.asList(values), reading);
        foreword = null;
        List<@Nullable Object> all = new ArrayList<>(first.values());
        all.addAll(Arrays.asList(values));
        return send(first.sql() + ";\n" + sql, all, results -> {
            first.heard().of(results);
            return reading.of(results);
        });
    }

    private <T> T send(String sql, List<@Nullable Object> values, Reading<T> reading) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Binding.bind(statement, values);
            statement.execute();
            return reading.of(new Results(statement));
        } catch (SQLException failure) {
            throw PostgresFailures.of(failure);
        }
    }

    /// The rows that the last statement answers.
    public <T> List<T> rows(String sql, Row<T> row, @Nullable Object... values) {
        return ask(sql, results -> results.last(row), values);
    }

    public <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... values) {
        return rows(sql, row, values).stream().findFirst();
    }

    boolean isTrue(String sql, @Nullable Object... values) {
        return first(sql, row -> row.getBoolean(1), values).orElse(false);
    }

    static <T> List<T> last(PreparedStatement statement, Row<T> row) throws SQLException {
        statement.execute();
        return new Results(statement).last(row);
    }
}
