package dev.rozgar.adapters.http;

import dev.rozgar.adapters.http.HttpApplication.Reader;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.domain.job.JobId;
import java.util.Set;

/// Jobs in public: the article's two paths, each bound to one store, and their elder sister where the caller chooses.
final class JobRoutes {
    static final String READ_MODEL = "read_model";

    private final HttpApplication application;
    private final JobWriteRoutes writes;
    private final QueryParser parser = new QueryParser(JobFields.JOB, JobFields.NEWEST_FIRST, JobConditions.ALL);

    JobRoutes(HttpApplication application) {
        this.application = application;
        this.writes = new JobWriteRoutes(application.useCases());
    }

    void register(Routes routes) {
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
        Reader reader = reader(model);
        var page = reader.model().search(query);
        Replies.page(exchange.answeredBy(reader.answering().get()), exchange.query(), page);
    }

    private void find(Exchange exchange) {
        QueryFaults faults = new QueryFaults();
        ReadModel model = readModel(exchange.query(), faults);
        exchange.query().requireOnly(Set.of(READ_MODEL), faults);
        Reader reader = reader(model);
        JobId id = new JobId(exchange.id());
        var found = reader.model().find(id, application.clock().instant());
        if (found.isEmpty() && application.useCases().jobs().past().test(id)) throw new Refusal(Problems.gone());
        Replies.document(exchange.answeredBy(reader.answering().get()), found);
    }

    private ReadModel readModel(QueryString query, QueryFaults faults) {
        return query.choice(READ_MODEL, application.jobs().keySet(), application.usual(), faults);
    }

    private Reader reader(ReadModel model) {
        Reader reader = application.jobs().get(model);
        if (reader == null) throw new IllegalStateException("no read model " + model.text());
        return reader;
    }
}
