package dev.rozgar.adapters.postgres.sql;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What has to be asked before anything else, and travels together with the first question.
///
/// @param sql    statements that all answer rows, be they without columns
/// @param values of all of them, see [Binding]
/// @param heard  looks at exactly their answers; may end the transaction by what it throws
public record Foreword(String sql, List<@Nullable Object> values, Hearing heard) {
    @FunctionalInterface
    public interface Hearing {
        void of(Results results) throws SQLException;
    }
}
