package dev.rozgar.adapters.http.resource;

import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.resource.QueryParser.Conditions;
import dev.rozgar.adapters.http.wire.QueryString;
import dev.rozgar.adapters.http.wire.QueryString.Parameter;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.Filter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Groups of filters: `any_of`, of which one holds at least, and `none_of`, of which none does. In a group all
/// must hold. Whatever is no filter stands outside.
public final class GroupParser {
    public static final String ANY = "any_of";
    public static final String NONE = "none_of";
    public static final Set<String> NAMES = Set.of(ANY, NONE);

    private final FilterParser filters;
    private final Conditions conditions;
    private final Set<String> outside;

    /// @param conditions that a group may hold beside the values of filters
    /// @param outside    what may stand beside groups and not in them
    public GroupParser(DocumentSchema schema, Conditions conditions, Set<String> outside) {
        this.filters = new FilterParser(schema);
        this.conditions = conditions;
        this.outside = outside;
    }

    /// @param groups by [#ANY] and [#NONE]
    /// @param faults of the object that they are members of
    public List<Filter> parse(Map<String, List<QueryString>> groups, QueryFaults faults, Instant at) {
        List<Filter> all = new ArrayList<>();
        groups(ANY, groups, faults, at).ifPresent(all::add);
        groups(NONE, groups, faults, at).map(Filter.Not::new).ifPresent(all::add);
        return all;
    }

    private Optional<Filter.Groups> groups(
            String name, Map<String, List<QueryString>> groups, QueryFaults faults, Instant at) {
        List<List<Filter>> understood = new ArrayList<>();
        List<QueryString> given = groups.getOrDefault(name, List.of());
        for (int i = 0; i < given.size(); i++)
            understood.add(group(given.get(i), faults.within("/" + name + '/' + i), at));
        boolean whole = !understood.isEmpty() && understood.stream().noneMatch(List::isEmpty);
        return whole ? Optional.of(new Filter.Groups(understood)) : Optional.empty();
    }

    private List<Filter> group(QueryString group, QueryFaults faults, Instant at) {
        List<Parameter> rest = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Parameter parameter : group.parameters()) {
            String name = parameter.name();
            if (outside.contains(name)) faults.add(name, "NOT_ALLOWED", "stands outside of groups, which hold filters");
            else if (!conditions.names().contains(name)) rest.add(parameter);
            else if (!seen.add(name)) faults.add(name, "DUPLICATE", "may be given once");
        }
        List<Filter> all =
                new ArrayList<>(conditions.reading().of(group, faults, at).filters());
        if (!rest.isEmpty()) all.addAll(filters.parse(rest, conditions.names(), faults));
        return all;
    }
}
