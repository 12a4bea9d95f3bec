package dev.rozgar.adapters.http;

import dev.rozgar.adapters.http.HttpApplication.Reader;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.posting.PostJob;
import dev.rozgar.application.posting.PostJob.Posted;
import dev.rozgar.domain.Decision;
import dev.rozgar.domain.job.JobId;
import io.helidon.http.Method;
import io.helidon.http.Status;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Jobs: the article's two paths, each bound to one store, and their elder sister where the caller chooses.
final class JobRoutes {
    static final String ELASTIC = "/api/job/elastic";
    static final String DATABASE = "/api/job/database";
    static final String JOBS = "/api/jobs";
    static final String JOB = JOBS + "/{id}";
    static final String READ_MODEL = "read_model";
    static final String SYNC = "sync";
    static final Shape.Members BODY = Shape.of(PostJobBody.class);

    private final HttpApplication application;
    private final QueryParser parser = new QueryParser(JobFields.JOB, JobFields.NEWEST_FIRST);

    /// What became of a posted job.
    ///
    /// @param sync how far the write had come: `accepted` or `indexed`
    @JsonbPropertyOrder({"id", "slug", "state", "version", "sync"})
    public record Receipt(Long id, String slug, String state, Long version, String sync) {}

    JobRoutes(HttpApplication application) {
        this.application = application;
    }

    void register(Routes routes) {
        if (application.jobs().containsKey(ReadModel.ELASTICSEARCH))
            bind(routes, ELASTIC, ReadModel.ELASTICSEARCH, Sync.INDEXED);
        bind(routes, DATABASE, ReadModel.POSTGRES, Sync.ACCEPTED);
        routes.at(JOBS, Map.of(Method.GET, this::list, Method.POST, this::post));
        routes.at(JOB, Map.of(Method.GET, this::find));
    }

    private void bind(Routes routes, String path, ReadModel model, Sync sync) {
        Endpoint list = exchange -> {
            QueryString query = exchange.query();
            search(
                    exchange,
                    model,
                    parser.parse(
                            query,
                            Set.of(),
                            new QueryFaults(),
                            application.clock().instant()));
        };
        Endpoint post = exchange -> {
            exchange.query().requireOnly(Set.of(), new QueryFaults());
            post(exchange, sync);
        };
        routes.at(path, Map.of(Method.GET, list, Method.POST, post));
    }

    private void list(Exchange exchange) {
        QueryFaults faults = new QueryFaults();
        ReadModel model = readModel(exchange.query(), faults);
        search(
                exchange,
                model,
                parser.parse(
                        exchange.query(),
                        Set.of(READ_MODEL),
                        faults,
                        application.clock().instant()));
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
        var found = reader.model()
                .find(new JobId(exchange.id()), application.clock().instant());
        Replies.document(exchange.answeredBy(reader.answering().get()), found);
    }

    private void post(Exchange exchange) {
        QueryFaults faults = new QueryFaults();
        Sync sync = exchange.query().choice(SYNC, List.of(Sync.values()), Sync.ACCEPTED, faults);
        exchange.query().requireOnly(Set.of(SYNC), faults);
        post(exchange, sync);
    }

    private void post(Exchange exchange, Sync sync) {
        PostJob.Command command =
                RequestBody.read(exchange.request(), BODY, PostJobBody.class).toCommand(sync);
        switch (application.postJob().handle(command)) {
            case Decision.Accepted<Posted>(Posted posted, var _) -> created(exchange, posted, sync);
            case Decision.Refused<Posted>(var reasons) -> throw new Refusal(Problems.refused(reasons));
        }
    }

    /// The job is saved in either case; 202 says that the index was asked for and has not answered yet.
    private static void created(Exchange exchange, Posted posted, Sync wanted) {
        var job = posted.job();
        boolean late = posted.reached().compareTo(wanted) < 0;
        Receipt receipt = new Receipt(
                job.id().value(),
                job.slug().value(),
                job.state().kind().name(),
                posted.version(),
                posted.reached().name().toLowerCase(Locale.ROOT));
        Replies.created(exchange, late ? Status.ACCEPTED_202 : Status.CREATED_201, JOBS + '/' + receipt.id(), receipt);
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
