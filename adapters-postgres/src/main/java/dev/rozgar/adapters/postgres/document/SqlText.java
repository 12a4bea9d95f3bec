package dev.rozgar.adapters.postgres.document;

import dev.rozgar.application.document.Kind;
import dev.rozgar.application.document.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A statement under construction: its text and, in the order of their places in it, the values to bind. Values
/// travel as text and are cast by the statement, so that a text is prepared once for all values.
final class SqlText {
    private final StringBuilder sql = new StringBuilder();
    private final List<String> values = new ArrayList<>();

    SqlText add(String text) {
        sql.append(text);
        return this;
    }

    SqlText add(SqlText other) {
        sql.append(other.sql);
        values.addAll(other.values);
        return this;
    }

    SqlText bind(Value value, Kind kind) {
        sql.append("cast(? as ").append(type(kind)).append(')');
        values.add(value.text());
        return this;
    }

    /// All values as one array, so that their number does not change the text.
    SqlText bindAll(List<Value> all, Kind kind) {
        sql.append("cast(cast(? as text) as ").append(type(kind)).append("[])");
        values.add(all.stream().map(Value::text).map(SqlText::quoted).collect(Collectors.joining(",", "{", "}")));
        return this;
    }

    SqlText bindAs(String type, String text) {
        sql.append("cast(? as ").append(type).append(')');
        values.add(text);
        return this;
    }

    SqlText bind(double number) {
        sql.append("cast(? as double precision)");
        values.add(Double.toString(number));
        return this;
    }

    String text() {
        return sql.toString();
    }

    List<String> values() {
        return values;
    }

    /// An element of an array literal (PostgreSQL, §8.15.6).
    private static String quoted(String element) {
        return '"' + element.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String type(Kind kind) {
        return switch (kind) {
            case WHOLE -> "bigint";
            case DECIMAL -> "numeric";
            case FLAG -> "boolean";
            case KEYWORD, TEXT, PLACE -> "text";
            case MOMENT -> "timestamptz";
            case DAY -> "date";
            case TIME -> "time";
            case POINT -> throw new IllegalArgumentException("a point is no value of a filter");
        };
    }
}
