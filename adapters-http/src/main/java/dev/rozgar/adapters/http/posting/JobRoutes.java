package dev.rozgar.adapters.http.posting;

import dev.rozgar.adapters.http.HttpApplication;
import dev.rozgar.adapters.http.ReadModel;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.resource.Consistency;
import dev.rozgar.adapters.http.resource.QueryParser;
import dev.rozgar.adapters.http.resource.Replies;
import dev.rozgar.adapters.http.resource.Wish;
import dev.rozgar.adapters.http.route.Operation;
import dev.rozgar.adapters.http.route.Routes;
import dev.rozgar.adapters.http.wire.Exchange;
import dev.rozgar.adapters.http.wire.QueryString;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.domain.job.JobId;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// Jobs in public: the article's two paths, each bound to one store, and their elder sister where the caller chooses.
public final class JobRoutes {
    public static final String READ_MODEL = "read_model";

    private final HttpApplication application;
    private final PublicJobs jobs;
    private final JobWriteRoutes writes;
    private final QueryParser parser;

    public JobRoutes(HttpApplication application) {
        this.application = application;
        this.jobs = new PublicJobs(application);
        this.writes = new JobWriteRoutes(application.useCases());
        this.parser = parser(application);
    }

    /// What reads the query string of a list of jobs.
    static QueryParser parser(HttpApplication application) {
        return new QueryParser(
                JobFields.JOB,
                JobFields.NEWEST_FIRST,
                JobConditions.of(application.understand()),
                Optional.of(JobFields.OPENINGS));
    }

    public void register(Routes routes) {
        if (application.jobs().containsKey(ReadModel.ELASTICSEARCH)) {
            routes.on(Operation.LIST_FROM_ELASTIC, exchange -> list(exchange, ReadModel.ELASTICSEARCH));
            routes.on(
                    Operation.POST_TO_ELASTIC,
                    exchange -> writes.post(exchange, Wish.of(exchange.query(), Sync.INDEXED)));
        }
        routes.on(Operation.LIST_FROM_DATABASE, exchange -> list(exchange, ReadModel.POSTGRES));
        routes.on(
                Operation.POST_TO_DATABASE,
                exchange -> writes.post(exchange, Wish.of(exchange.query(), Sync.ACCEPTED)));
        routes.on(Operation.LIST_JOBS, this::list);
        routes.on(Operation.POST_JOB, exchange -> writes.post(exchange, Wish.withSync(exchange)));
        routes.on(Operation.READ_JOB, this::find);
        writes.register(routes);
    }

    private void list(Exchange exchange, ReadModel model) {
        QueryFaults faults = new QueryFaults();
        search(exchange, model, Set.of(Consistency.PARAMETER), faults);
    }

    private void list(Exchange exchange) {
        QueryFaults faults = new QueryFaults();
        ReadModel model = readModel(exchange.query(), faults);
        search(exchange, model, Set.of(READ_MODEL, Consistency.PARAMETER), faults);
    }

    /// @param own parameters that are no filters
    private void search(Exchange exchange, ReadModel model, Set<String> own, QueryFaults faults) {
        var token = Consistency.of(exchange, faults);
        var parsed = parser.read(exchange.query(), own, faults, application.clock().instant());
        var told = jobs.search(model, parsed.query(), token);
        Optional<Duration> lag = jobs.lag();
        Replies.page(exchange.answeredBy(told.by(), lag), exchange.query(), told.answer(), parsed.members() + behind(lag));
    }

    private String behind(Optional<Duration> lag) {
        if (!application.jobs().containsKey(ReadModel.ELASTICSEARCH)) return "";
        return ",\"index_lag_ms\":"
                + lag.map(known -> Long.toString(known.toMillis())).orElse("null");
    }

    private void find(Exchange exchange) {
        QueryFaults faults = new QueryFaults();
        ReadModel model = readModel(exchange.query(), faults);
        var token = Consistency.of(exchange, faults);
        exchange.query().requireOnly(Set.of(READ_MODEL, Consistency.PARAMETER), faults);
        var told = jobs.find(model, new JobId(exchange.id()), token);
        Replies.document(exchange.answeredBy(told.by(), jobs.lag()), told.answer());
    }

    private ReadModel readModel(QueryString query, QueryFaults faults) {
        return query.choice(READ_MODEL, application.jobs().keySet(), application.usual(), faults);
    }
}
