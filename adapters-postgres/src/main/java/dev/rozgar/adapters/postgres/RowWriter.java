package dev.rozgar.adapters.postgres;

import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Rows as JSON for `jsonb_populate_recordset`: one member per table, its value an array of rows, their
/// members named as the columns. A missing column is null.
final class RowWriter {
    private static final JsonProvider JSON = JsonProvider.provider();

    private final JsonGenerator out;

    private RowWriter(JsonGenerator out) {
        this.out = out;
    }

    /// Writes the rows of several tables, each by its own rule.
    static <T> String rows(Map<String, BiConsumer<RowWriter, T>> tables, List<T> items) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            RowWriter writer = new RowWriter(out);
            out.writeStartObject();
            tables.forEach((table, rule) -> {
                out.writeStartArray(table);
                items.forEach(item -> rule.accept(writer, item));
                out.writeEnd();
            });
            out.writeEnd();
        }
        return text.toString();
    }

    /// One row; the columns follow.
    RowWriter begin() {
        out.writeStartObject();
        return this;
    }

    void end() {
        out.writeEnd();
    }

    RowWriter put(String column, String text) {
        out.write(column, text);
        return this;
    }

    RowWriter put(String column, long number) {
        out.write(column, number);
        return this;
    }

    RowWriter put(String column, double number) {
        out.write(column, number);
        return this;
    }

    RowWriter put(String column, boolean flag) {
        out.write(column, flag);
        return this;
    }

    RowWriter put(String column, BigDecimal number) {
        out.write(column, number);
        return this;
    }

    RowWriter put(String column, Enum<?> code) {
        return put(column, code.name());
    }

    /// Anything that PostgreSQL reads from its text: moments, days, times, names of records of one value.
    RowWriter put(String column, Optional<?> value) {
        value.ifPresent(given -> {
            switch (given) {
                case BigDecimal number -> put(column, number);
                case Number number -> put(column, number.longValue());
                case Enum<?> code -> put(column, code);
                default -> put(column, given.toString());
            }
        });
        return this;
    }

    RowWriter put(String column, Collection<String> texts) {
        out.writeStartArray(column);
        texts.forEach(out::write);
        out.writeEnd();
        return this;
    }

    RowWriter codes(String column, Collection<? extends Enum<?>> codes) {
        return put(column, codes.stream().map(Enum::name).toList());
    }
}
