package dev.rozgar.adapters.http.resource;

import dev.rozgar.adapters.http.problem.Nearest;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.wire.QueryString;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.Selection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// `fields=id,title,company.name`: the members that are told, at any depth; the name of an object takes all of it.
public final class FieldsParser {
    public static final String FIELDS = "fields";

    private final DocumentSchema schema;

    public FieldsParser(DocumentSchema schema) {
        this.schema = schema;
    }

    /// @param faults told of whatever is not understood
    /// @return empty if everything is told
    public Optional<Selection> parse(QueryString query, QueryFaults faults) {
        return query.first(FIELDS).flatMap(text -> selection(text, faults));
    }

    private Optional<Selection> selection(String text, QueryFaults faults) {
        String[] names = text.split(",", Selection.MAX_NAMES + 1);
        if (names.length > Selection.MAX_NAMES) {
            faults.add(FIELDS, "TOO_MANY", "may name at most " + Selection.MAX_NAMES + " members");
            return Optional.empty();
        }
        Set<String> known = new LinkedHashSet<>();
        for (String name : names) {
            if (!schema.names().contains(name))
                faults.add(
                        FIELDS,
                        "UNKNOWN_VALUE",
                        "has no member \"" + QueryFaults.cut(name) + '"' + Nearest.hint(name, schema.names()));
            else if (!known.add(name)) faults.add(FIELDS, "DUPLICATE", "names " + name + " twice");
        }
        return faults.isEmpty() ? Optional.of(Selection.of(schema, known)) : Optional.empty();
    }
}
