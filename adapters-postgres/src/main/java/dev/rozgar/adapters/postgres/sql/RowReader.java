package dev.rozgar.adapters.postgres.sql;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// One row of `to_json`: columns by name, null where the member is.
public final class RowReader {
    private static final JsonProvider JSON = JsonProvider.provider();

    private final JsonObject row;

    private RowReader(JsonObject row) {
        this.row = row;
    }

    public static RowReader of(String json) {
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            return new RowReader(reader.readObject());
        }
    }

    public RowReader row(String name) {
        return new RowReader(row.getJsonObject(name));
    }

    public <T> List<T> rows(String name, Function<RowReader, T> read) {
        JsonArray rows = row.getJsonArray(name);
        return rows.getValuesAs((JsonObject each) -> read.apply(new RowReader(each)));
    }

    /// A member that an object in a `jsonb` column leaves out is null as well.
    public boolean has(String column) {
        return row.containsKey(column) && !row.isNull(column);
    }

    public String text(String column) {
        return row.getString(column);
    }

    public Optional<String> maybeText(String column) {
        return has(column) ? Optional.of(text(column)) : Optional.empty();
    }

    public List<String> texts(String column) {
        return row.getJsonArray(column).getValuesAs(JsonString::getString);
    }

    public boolean flag(String column) {
        return row.getBoolean(column);
    }

    public long whole(String column) {
        return number(column).longValueExact();
    }

    public int small(String column) {
        return number(column).intValueExact();
    }

    public Optional<Integer> maybeSmall(String column) {
        return has(column) ? Optional.of(small(column)) : Optional.empty();
    }

    public BigDecimal decimal(String column) {
        return number(column).bigDecimalValue();
    }

    public Optional<BigDecimal> maybeDecimal(String column) {
        return has(column) ? Optional.of(decimal(column)) : Optional.empty();
    }

    double real(String column) {
        return number(column).doubleValue();
    }

    public Instant moment(String column) {
        return OffsetDateTime.parse(text(column)).toInstant();
    }

    public Optional<Instant> maybeMoment(String column) {
        return has(column) ? Optional.of(moment(column)) : Optional.empty();
    }

    public Optional<LocalTime> maybeTime(String column) {
        return maybeText(column).map(LocalTime::parse);
    }

    private JsonNumber number(String column) {
        return row.getJsonNumber(column);
    }
}
