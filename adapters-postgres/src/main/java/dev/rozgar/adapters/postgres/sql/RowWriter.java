package dev.rozgar.adapters.postgres.sql;

import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Rows as JSON for `jsonb_populate_recordset`: one member per table, its value an array of rows, their
/// members named as the columns. A missing column is null.
public final class RowWriter {
    private static final JsonProvider JSON = JsonProvider.provider();

    private final JsonGenerator out;

    private RowWriter(JsonGenerator out) {
        this.out = out;
    }

    /// Writes the rows of several tables, each by its own rule.
    public static <T> String rows(Map<String, BiConsumer<RowWriter, T>> tables, List<T> items) {
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

    /// One row by itself, for `jsonb_populate_record`.
    public static String row(Consumer<RowWriter> columns) {
        return text(out -> new RowWriter(out).object(columns));
    }

    /// Rows of one table, for `jsonb_populate_recordset`.
    static <T> String list(List<T> items, BiConsumer<RowWriter, T> columns) {
        return text(out -> {
            out.writeStartArray();
            items.forEach(item -> new RowWriter(out).object(row -> columns.accept(row, item)));
            out.writeEnd();
        });
    }

    /// The same, with the `position` of each from 0.
    public static <T> String numbered(List<T> items, BiConsumer<RowWriter, T> columns) {
        int[] position = {0};
        return list(items, (out, item) -> columns.accept(out.put("position", position[0]++), item));
    }

    private static String text(Consumer<JsonGenerator> content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            content.accept(out);
        }
        return text.toString();
    }

    private void object(Consumer<RowWriter> columns) {
        out.writeStartObject();
        columns.accept(this);
        out.writeEnd();
    }

    /// A `jsonb` column that holds an object.
    public RowWriter object(String column, Consumer<RowWriter> members) {
        out.writeStartObject(column);
        members.accept(this);
        out.writeEnd();
        return this;
    }

    /// A `jsonb` column that holds an array of objects.
    public <T> RowWriter objects(String column, List<T> items, BiConsumer<RowWriter, T> members) {
        out.writeStartArray(column);
        items.forEach(item -> object(row -> members.accept(row, item)));
        out.writeEnd();
        return this;
    }

    /// One row; the columns follow.
    public RowWriter begin() {
        out.writeStartObject();
        return this;
    }

    public void end() {
        out.writeEnd();
    }

    public RowWriter put(String column, String text) {
        out.write(column, text);
        return this;
    }

    public RowWriter put(String column, long number) {
        out.write(column, number);
        return this;
    }

    public RowWriter put(String column, double number) {
        out.write(column, number);
        return this;
    }

    public RowWriter put(String column, boolean flag) {
        out.write(column, flag);
        return this;
    }

    public RowWriter put(String column, BigDecimal number) {
        out.write(column, number);
        return this;
    }

    public RowWriter put(String column, Enum<?> code) {
        return put(column, code.name());
    }

    /// Anything that PostgreSQL reads from its text: moments, days, times, names of records of one value.
    public RowWriter put(String column, Optional<?> value) {
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

    public RowWriter put(String column, Collection<String> texts) {
        out.writeStartArray(column);
        texts.forEach(out::write);
        out.writeEnd();
        return this;
    }

    public RowWriter texts(String column, Optional<? extends Collection<String>> texts) {
        texts.ifPresent(given -> put(column, given));
        return this;
    }

    public RowWriter codes(String column, Collection<? extends Enum<?>> codes) {
        return put(column, codes.stream().map(Enum::name).toList());
    }
}
