package dev.rozgar.adapters.http.posting;

import dev.rozgar.adapters.http.HttpApplication;
import dev.rozgar.adapters.http.HttpApplication.Reader;
import dev.rozgar.adapters.http.ReadModel;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.resource.QueryParser;
import dev.rozgar.adapters.http.resource.Replies;
import dev.rozgar.adapters.http.resource.Wish;
import dev.rozgar.adapters.http.route.Operation;
import dev.rozgar.adapters.http.route.Routes;
import dev.rozgar.adapters.http.wire.Exchange;
import dev.rozgar.adapters.http.wire.QueryString;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.domain.job.JobId;
import java.util.Set;

/// Jobs in public: the article's two paths, each bound to one store, and their elder sister where the caller chooses.
public final class JobRoutes {
    public static final String READ_MODEL = "read_model";

    private final HttpApplication application;
    private final PublicJobs jobs;
    private final JobWriteRoutes writes;
    private final QueryParser parser = new QueryParser(JobFields.JOB, JobFields.NEWEST_FIRST, JobConditions.ALL);

    public JobRoutes(HttpApplication application) {
        this.application = application;
        this.jobs = new PublicJobs(application);
        this.writes = new JobWriteRoutes(application.useCases());
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
        routes.on(Operation.POST_JOB, exchange -> writes.post(exchange, Wish.withSync(exchange.query())));
        routes.on(Operation.READ_JOB, this::find);
        writes.register(routes);
    }

    private void list(Exchange exchange, ReadModel model) {
        search(exchange, model, query(exchange, Set.of(), new QueryFaults()));
    }

    private void list(Exchange exchange) {
        QueryFaults faults = new QueryFaults();
        ReadModel model = readModel(exchange.query(), faults);
        search(exchange, model, query(exchange, Set.of(READ_MODEL), faults));
    }

    private DocumentQuery query(Exchange exchange, Set<String> others, QueryFaults faults) {
        return parser.parse(
                exchange.query(), others, faults, application.clock().instant());
    }

    private void search(Exchange exchange, ReadModel model, DocumentQuery query) {
        Reader reader = jobs.reader(model);
        var page = reader.model().search(query);
        Replies.page(exchange.answeredBy(reader.answering().get()), exchange.query(), page);
    }

    private void find(Exchange exchange) {
        QueryFaults faults = new QueryFaults();
        ReadModel model = readModel(exchange.query(), faults);
        exchange.query().requireOnly(Set.of(READ_MODEL), faults);
        var found = jobs.find(model, new JobId(exchange.id()));
        Replies.document(exchange.answeredBy(jobs.reader(model).answering().get()), found);
    }

    private ReadModel readModel(QueryString query, QueryFaults faults) {
        return query.choice(READ_MODEL, application.jobs().keySet(), application.usual(), faults);
    }
}
