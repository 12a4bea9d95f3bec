package dev.rozgar.adapters.http.posting;

import dev.rozgar.adapters.http.json.Json;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.resource.FieldsParser;
import dev.rozgar.adapters.http.resource.GroupParser;
import dev.rozgar.adapters.http.resource.QueryParser;
import dev.rozgar.adapters.http.resource.Telling.Links;
import dev.rozgar.adapters.http.route.Paths;
import dev.rozgar.adapters.http.wire.Exchange;
import dev.rozgar.adapters.http.wire.ParameterBody;
import dev.rozgar.adapters.http.wire.ParameterBody.Form;
import dev.rozgar.adapters.http.wire.QueryString;
import dev.rozgar.adapters.http.wire.QueryString.Parameter;
import dev.rozgar.adapters.http.wire.RequestBody;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.Filter;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The list's query as a body: too long for an address, or with groups of filters ([GroupParser]).
record SearchBody(QueryString query, Map<String, List<QueryString>> groups) {
    /// Longer addresses are not kept everywhere.
    private static final int LONGEST_LINK = 2_000;

    private static final Form FORM = new Form(
            Set.of(
                    QueryParser.FACETS,
                    QueryParser.SORT,
                    FieldsParser.FIELDS,
                    PageWishes.EXPAND,
                    JobWords.FIELDS,
                    JobShifts.DAYS),
            GroupParser.NAMES,
            Filter.Groups.MAX_GROUPS,
            Filter.Groups.MAX_CONDITIONS);

    /// @param faults of the body
    static SearchBody of(Exchange exchange, QueryFaults faults) {
        ParameterBody body = RequestBody.parameters(exchange, FORM, faults);
        return new SearchBody(body.parameters(), body.groups());
    }

    /// Where the page and those around it are to be had by GET, if the query fits into an address; else only where
    /// to post the query again, with the cursors of the page.
    Links links(DocumentPage page) {
        boolean fits = groups.isEmpty()
                && query.encoded().length() + page.next().orElse("").length() <= LONGEST_LINK;
        return fits ? Links.of(Paths.JOBS, query, page) : Links.alone(Paths.JOBS + Paths.BY_BODY);
    }

    /// `,"asked":{…}`: the query as it was understood, which may be posted again.
    String asked() {
        JsonObjectBuilder all = Json.PROVIDER.createObjectBuilder(object(query.without(QueryParser.CURSOR)));
        for (String name : new String[] {GroupParser.ANY, GroupParser.NONE}) {
            @Nullable List<QueryString> some = groups.get(name);
            if (some == null) continue;
            JsonArrayBuilder array = Json.PROVIDER.createArrayBuilder();
            some.forEach(group -> array.add(object(group)));
            all.add(name, array);
        }
        return ",\"asked\":" + all.build();
    }

    private static JsonObject object(QueryString query) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Parameter parameter : query.parameters())
            values.computeIfAbsent(parameter.name(), _ -> new ArrayList<>()).add(parameter.value());
        JsonObjectBuilder object = Json.PROVIDER.createObjectBuilder();
        values.forEach((name, some) -> {
            if (some.size() == 1) object.add(name, some.getFirst());
            else object.add(name, Json.PROVIDER.createArrayBuilder(some));
        });
        return object.build();
    }
}
