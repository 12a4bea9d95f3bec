package dev.rozgar.bootstrap.intake;

import dev.rozgar.domain.Checked;
import dev.rozgar.domain.Faults;
import dev.rozgar.domain.InvalidValues;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;

/// One row of a CSV file seen through its profile; collects the faults of all fields.
final class CsvCells {
    private final Profile profile;
    private final Map<String, Integer> columns;
    private final List<String> values;
    private final Faults faults = new Faults();

    CsvCells(Profile profile, Map<String, Integer> columns, List<String> values) {
        this.profile = profile;
        this.columns = columns;
        this.values = values;
    }

    Faults faults() {
        return faults;
    }

    <T> Checked<T> required(Field field, Function<String, T> parse) {
        return faults.at(
                field.key(),
                () -> parse.apply(value(field).orElseThrow(() -> InvalidValues.of("REQUIRED", "must be given"))));
    }

    <T> Checked<Optional<T>> optional(Field field, Function<String, T> parse) {
        return faults.at(field.key(), () -> value(field).map(parse));
    }

    /// What the row says of the field, in the words of the profile's codes.
    Optional<String> value(Field field) {
        var pattern = profile.extract().get(field);
        var text = raw(field);
        if (pattern != null) {
            text = text.map(pattern::matcher).filter(Matcher::find).map(found -> found.group(1));
        }
        return text.flatMap(cell -> decoded(field, cell));
    }

    /// The groups of the field's pattern where it is found; empty otherwise.
    List<String> groups(Field field) {
        var pattern = profile.extract().get(field);
        if (pattern == null) {
            return List.of();
        }
        return raw(field)
                .map(pattern::matcher)
                .filter(Matcher::find)
                .map(found -> List.of(found.group(1), found.group(2)))
                .orElse(List.of());
    }

    private Optional<String> raw(Field field) {
        var template = profile.fields().get(field);
        return template == null ? Optional.empty() : template.fill(this::cell);
    }

    private Optional<String> decoded(Field field, String cell) {
        var codes = profile.codes().get(field);
        if (codes == null) {
            return Optional.of(cell);
        }
        var code = codes.get(cell.strip().toLowerCase(Locale.ROOT));
        if (code == null) {
            throw InvalidValues.of("UNKNOWN_VALUE", "the profile has no code for " + Forms.quoted(cell));
        }
        return code.isEmpty() ? Optional.empty() : Optional.of(code);
    }

    private Optional<String> cell(String column) {
        Integer at = columns.get(column);
        if (at == null) {
            return Optional.empty();
        }
        var text = Cleaned.prose(values.get(at));
        return profile.reading().isMissing(text)
                ? Optional.empty()
                : Optional.of(profile.reading().doubleEncoded() ? Cleaned.decodedAgain(text) : text);
    }
}
