package dev.rozgar.adapters.http.posting;

import static dev.rozgar.adapters.http.json.JsonSchemas.object;

import dev.rozgar.adapters.http.HttpApplication;
import dev.rozgar.adapters.http.ReadModel;
import dev.rozgar.adapters.http.json.Json;
import dev.rozgar.adapters.http.posting.JobConditions.Told;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.resource.FieldsParser;
import dev.rozgar.adapters.http.resource.QueryParser;
import dev.rozgar.adapters.http.resource.Replies;
import dev.rozgar.adapters.http.route.Operation;
import dev.rozgar.adapters.http.route.Routes;
import dev.rozgar.adapters.http.wire.Exchange;
import dev.rozgar.adapters.http.wire.QueryString;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.listing.SuggestJobs;
import dev.rozgar.application.listing.SuggestJobs.Suggestion;
import dev.rozgar.application.listing.Suggestions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a search may be completed to while somebody types: `q`, how many (`size`), and the other filters of the
/// list.
public final class SuggestRoutes {
    private static final String Q = "q";
    private static final String SIZE = "size";
    private static final int USUAL_SIZE = 10;
    private static final List<String> NO_PAGES = Stream.concat(QueryParser.OWN.stream(), Stream.of(FieldsParser.FIELDS))
            .toList();
    private static final Set<String> OWN = Set.of(Q, SIZE, JobRoutes.READ_MODEL);

    private final HttpApplication application;
    private final PublicJobs jobs;
    private final QueryParser parser =
            new QueryParser(JobFields.JOB, JobFields.NEWEST_FIRST, JobConditions.besideWords());

    /// @param suggestions most jobs first
    public record Body(List<Item> suggestions) {}

    /// @param text what people read
    /// @param type OCCUPATION, and so on, in small letters
    /// @param id of an occupation or a company
    /// @param count jobs that are left with it, under the other filters
    /// @param parameter the filter of the list that it stands for
    /// @param value what that filter asks for
    public record Item(String text, String type, @Nullable Long id, Long count, String parameter, String value) {
        static Item of(Suggestion suggestion) {
            Suggestions.Candidate candidate = suggestion.candidate();
            return new Item(
                    candidate.text(),
                    candidate.kind().type(),
                    candidate.kind().hasId() ? Long.valueOf(candidate.value()) : null,
                    suggestion.count(),
                    candidate.kind().field().parameter(),
                    candidate.value());
        }
    }

    public SuggestRoutes(HttpApplication application) {
        this.application = application;
        this.jobs = new PublicJobs(application);
    }

    public void register(Routes routes) {
        routes.on(Operation.SUGGEST_JOBS, this::suggest);
    }

    /// Name, description and schema of each parameter but the filters on fields.
    public static List<Told> described() {
        Set<String> others = JobConditions.besideWords().names();
        return Stream.concat(
                        own().stream(), JobConditions.described().stream().filter(told -> others.contains(told.name())))
                .toList();
    }

    private static List<Told> own() {
        List<String> types = Arrays.stream(Suggestions.Kind.values())
                .map(Suggestions.Kind::type)
                .distinct()
                .toList();
        return List.of(
                new Told(
                        Q,
                        "What has been typed: a word of each suggestion (" + String.join(", ", types)
                                + ") begins with the last word, and the words before stand in it. A space at the end begins"
                                + " the next word.",
                        object("type", "string", "maxLength", SuggestJobs.MAX_LENGTH)),
                new Told(
                        SIZE,
                        "How many.",
                        object(
                                "type",
                                "integer",
                                "minimum",
                                1,
                                "maximum",
                                SuggestJobs.MAX_SIZE,
                                "default",
                                USUAL_SIZE)));
    }

    private void suggest(Exchange exchange) {
        QueryFaults faults = new QueryFaults();
        QueryString query = exchange.query();
        ReadModel model = query.choice(JobRoutes.READ_MODEL, application.jobs().keySet(), application.usual(), faults);
        String typed = typed(query, faults);
        int size = query.whole(SIZE, 1, SuggestJobs.MAX_SIZE, faults).orElse(USUAL_SIZE);
        for (String name : NO_PAGES) {
            if (query.first(name).isPresent())
                faults.add(name, "NOT_ALLOWED", "suggestions have no pages, no order and no facets");
        }
        Instant now = application.clock().instant();
        List<Filter> filters = parser.parse(query, OWN, faults, now).filters();
        if (filters.size() > SuggestJobs.MAX_FILTERS)
            faults.add(Q, "TOO_MANY", "has at most " + SuggestJobs.MAX_FILTERS + " filters beside it");
        faults.raise();
        AtomicReference<ReadModel> by = new AtomicReference<>(model);
        List<Item> items = application
                .suggest()
                .handle(new SuggestJobs.Asked(typed, size, filters, now), tally -> {
                    var told = jobs.count(model, tally, Optional.empty());
                    by.set(told.by());
                    return told.answer();
                })
                .stream()
                .map(Item::of)
                .toList();
        Replies.list(exchange.answeredBy(by.get(), jobs.lag()), Json.bytes(new Body(items)));
    }

    /// Nothing yet is completed to nothing.
    private static String typed(QueryString query, QueryFaults faults) {
        String typed = query.first(Q).orElse("");
        if (typed.length() > SuggestJobs.MAX_LENGTH)
            faults.add(Q, "MALFORMED", "may have " + SuggestJobs.MAX_LENGTH + " characters");
        return typed;
    }
}
