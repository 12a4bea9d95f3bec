package dev.rozgar.adapters.http.json;

import static dev.rozgar.adapters.http.json.JsonSchemas.object;

import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.FacetWish.Summed;
import dev.rozgar.application.document.Use;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// JSON Schemas of the facets of a declared document, derived from it.
public final class FacetSchemas {
    private FacetSchemas() {}

    /// @param summed what is told beside each count
    public static Map<String, Object> of(DocumentSchema document, Optional<Summed> summed) {
        Map<String, Object> facets = new LinkedHashMap<>();
        for (DocumentField field : document.fields(Use.FACET)) {
            Map<String, Object> buckets = object("type", "array", "items", bucket(field, summed));
            Map<String, Object> more = object("type", "boolean", "description", "Whether there are more values.");
            facets.put(
                    field.parameter(),
                    object(
                            "type", "object",
                            "properties", object("buckets", buckets, "more", more),
                            "required", List.of("buckets", "more")));
        }
        return object(
                "type",
                "object",
                "description",
                "Those that were asked for, in that order; of each the values that most documents have, and of as"
                        + " many the smaller one first.",
                "properties",
                facets);
    }

    private static Map<String, Object> bucket(DocumentField field, Optional<Summed> summed) {
        Map<String, Object> value = JsonSchemas.of(field.kind());
        if (!field.leaf().codes().isEmpty()) value.put("enum", field.leaf().codes());
        Map<String, Object> members = object("value", value);
        List<String> required = new ArrayList<>(List.of("value"));
        if (field.label().isPresent()) {
            members.put("label", object("type", "string"));
            required.add("label");
        }
        members.put("count", object("type", "integer", "minimum", 1));
        required.add("count");
        summed.ifPresent(sum -> {
            members.put(
                    sum.name(),
                    object(
                            "type",
                            "integer",
                            "description",
                            "The sum of " + sum.field().path() + "."));
            required.add(sum.name());
        });
        return object("type", "object", "properties", members, "required", required);
    }
}
