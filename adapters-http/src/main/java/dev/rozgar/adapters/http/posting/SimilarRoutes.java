package dev.rozgar.adapters.http.posting;

import static dev.rozgar.adapters.http.json.JsonSchemas.object;

import dev.rozgar.adapters.http.HttpApplication;
import dev.rozgar.adapters.http.ReadModel;
import dev.rozgar.adapters.http.json.Json;
import dev.rozgar.adapters.http.posting.JobConditions.Told;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.resource.Consistency;
import dev.rozgar.adapters.http.resource.CursorParser;
import dev.rozgar.adapters.http.resource.QueryParser;
import dev.rozgar.adapters.http.resource.Replies;
import dev.rozgar.adapters.http.route.Operation;
import dev.rozgar.adapters.http.route.Paths;
import dev.rozgar.adapters.http.route.Routes;
import dev.rozgar.adapters.http.wire.Exchange;
import dev.rozgar.adapters.http.wire.QueryString;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.matching.JobLikeness;
import dev.rozgar.application.matching.JobLikeness.Aspect;
import dev.rozgar.domain.job.JobId;
import jakarta.json.JsonArrayBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Jobs like one: a list that goes by what the job is, under the filters of any list.
public final class SimilarRoutes {
    private static final int USUAL_LIMIT = 10;
    private static final int MOST_FILTERS = DocumentQuery.MAX_FILTERS - JobLikeness.FILTERS;
    private static final List<String> NOT_HERE = List.of(QueryParser.SORT, QueryParser.FACETS, QueryParser.FACET_SIZE);
    private static final Set<String> OWN = Set.of(JobRoutes.READ_MODEL, Consistency.PARAMETER);

    private final HttpApplication application;
    private final PublicJobs jobs;
    private final QueryParser parser = new QueryParser(JobFields.JOB, JobFields.NEWEST_FIRST, JobLists.inOwnOrder());

    public SimilarRoutes(HttpApplication application) {
        this.application = application;
        this.jobs = new PublicJobs(application);
    }

    public void register(Routes routes) {
        routes.on(Operation.SIMILAR_JOBS, this::similar);
    }

    /// Where the jobs like one are.
    static String path(long id) {
        return Paths.JOBS + '/' + id + Paths.SIMILAR;
    }

    /// Name, description and schema of each parameter but those that are described as of every list.
    public static List<Told> described() {
        Told limit = new Told(
                QueryParser.LIMIT,
                "Documents per page; more than " + DocumentQuery.MAX_LIMIT + " is taken as that.",
                object("type", "integer", "minimum", 1, "default", USUAL_LIMIT));
        return Stream.concat(Stream.of(limit), JobLists.describedInOwnOrder().stream())
                .toList();
    }

    private void similar(Exchange exchange) {
        QueryFaults faults = new QueryFaults();
        QueryString query = exchange.query();
        ReadModel model = query.choice(JobRoutes.READ_MODEL, application.jobs().keySet(), application.usual(), faults);
        var token = Consistency.of(exchange, faults);
        Instant now = application.clock().instant();
        DocumentQuery list = list(query, faults, now);
        JobId id = new JobId(exchange.id());
        JobLikeness likeness = jobs.shown(id, application.liken().handle(id, now));
        var told = jobs.search(model, CursorParser.page(query, likeness.of(list), faults), token);
        Optional<Duration> lag = jobs.lag();
        Replies.page(
                exchange.answeredBy(told.by(), lag),
                query,
                told.answer(),
                ",\"query\":" + understood(likeness) + jobs.behind(lag));
    }

    private DocumentQuery list(QueryString query, QueryFaults faults, Instant now) {
        for (String name : NOT_HERE) {
            if (query.first(name).isPresent())
                faults.add(name, "NOT_ALLOWED", "is not of this list: it has an order of its own and counts no values");
        }
        DocumentQuery list = parser.whole(query, OWN, faults, now).query();
        if (list.filters().size() > MOST_FILTERS)
            faults.add(
                    query.parameters().getLast().name(),
                    "TOO_MANY",
                    "this list has at most " + MOST_FILTERS + " filters");
        faults.raise();
        return query.first(QueryParser.LIMIT).isPresent() ? list : list.limit(USUAL_LIMIT);
    }

    /// What was looked for, see [SimilarSchema].
    private static String understood(JobLikeness likeness) {
        JsonArrayBuilder understood = Json.PROVIDER.createArrayBuilder();
        for (List<Aspect> best : likeness.aspects())
            for (Aspect aspect : best)
                understood.add(Json.PROVIDER
                        .createObjectBuilder()
                        .add("shared", aspect.kind().name())
                        .add("text", aspect.text())
                        .add("points", aspect.step().points())
                        .add("by", MatchView.wanted(aspect.step().condition())));
        return Json.PROVIDER
                .createObjectBuilder()
                .add("understood", understood)
                .add("least", JobLikeness.LEAST)
                .build()
                .toString();
    }
}
