package dev.rozgar.adapters.http.ops;

import static dev.rozgar.adapters.http.json.JsonSchemas.object;
import static dev.rozgar.adapters.http.json.JsonSchemas.ref;

import dev.rozgar.adapters.http.posting.JobRoutes;
import dev.rozgar.adapters.http.resource.GroupParser;
import dev.rozgar.application.document.Filter.Groups;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The body of a search: each parameter of the list as a member, and groups of those that filter.
final class SearchSchemas {
    static final String BODY = "JobSearch";
    private static final String GROUP = "JobFilters";

    private SearchSchemas() {}

    /// @param ofFields what every list takes, filters among it
    /// @param ofJobs   what lists of jobs take besides
    static Map<String, Object> all(Collection<Object> ofFields, List<Map<String, Object>> ofJobs) {
        Map<String, Object> members = new LinkedHashMap<>();
        ofJobs.forEach(parameter -> member(parameter, members));
        ofFields.forEach(parameter -> member(map(parameter), members));
        Map<String, Object> filters = new LinkedHashMap<>(members);
        filters.keySet().removeAll(JobRoutes.OUTSIDE_OF_GROUPS);
        members.put(GroupParser.ANY, groups("Of these groups of filters one holds at least, beside all else."));
        members.put(GroupParser.NONE, groups("Of these groups of filters none holds."));
        return object(BODY, closed(members), GROUP, closed(filters));
    }

    private static Map<String, Object> groups(String description) {
        return object(
                "type",
                "array",
                "description",
                description + " In a group all must; it has at most " + Groups.MAX_CONDITIONS + " values.",
                "minItems",
                1,
                "maxItems",
                Groups.MAX_GROUPS,
                "items",
                ref("schemas/" + GROUP));
    }

    private static Map<String, Object> closed(Map<String, Object> members) {
        return object("type", "object", "properties", members, "additionalProperties", false);
    }

    /// One value or several; as a text too, which is how a minus before it is written.
    private static void member(Map<String, Object> parameter, Map<String, Object> members) {
        Map<String, Object> schema = map(Objects.requireNonNull(parameter.get("schema")));
        Object value = schema.getOrDefault("items", schema);
        Object one = object("anyOf", List.of(value, object("type", "string")));
        Map<String, Object> member = schema.containsKey("items")
                ? object("anyOf", List.of(value, object("type", "string"), object("type", "array", "items", one)))
                : object("anyOf", List.of(value, object("type", "string")));
        Object description = parameter.get("description");
        if (description != null) member.put("description", description);
        members.put(Objects.requireNonNull(parameter.get("name")).toString(), member);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object schema) {
        return (Map<String, Object>) schema;
    }
}
