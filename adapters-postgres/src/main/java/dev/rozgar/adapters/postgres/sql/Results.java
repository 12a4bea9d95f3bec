package dev.rozgar.adapters.postgres.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What several statements that travelled together have answered, read one after the other in their order.
public final class Results {
    private final PreparedStatement statement;
    private boolean begun;

    /// @param statement executed
    Results(PreparedStatement statement) {
        this.statement = statement;
    }

    /// The rows of the next statement.
    public <T> List<T> rows(Reads.Row<T> row) throws SQLException {
        ResultSet answered = next();
        List<T> found = new ArrayList<>();
        while (answered.next()) found.add(row.read(answered));
        return found;
    }

    public <T> Optional<T> first(Reads.Row<T> row) throws SQLException {
        return rows(row).stream().findFirst();
    }

    /// Passes by statements that only lock.
    public Results skip(int statements) throws SQLException {
        for (int i = 0; i < statements; i++) next();
        return this;
    }

    /// The rows of the last statement, however many there are before it.
    <T> List<T> last(Reads.Row<T> row) throws SQLException {
        ResultSet last = next();
        while (statement.getMoreResults(Statement.KEEP_CURRENT_RESULT)) last = statement.getResultSet();
        List<T> found = new ArrayList<>();
        while (last.next()) found.add(row.read(last));
        return found;
    }

    private ResultSet next() throws SQLException {
        if (begun) statement.getMoreResults();
        begun = true;
        return statement.getResultSet();
    }
}
