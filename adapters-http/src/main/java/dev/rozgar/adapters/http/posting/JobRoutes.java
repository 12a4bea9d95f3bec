package dev.rozgar.adapters.http.posting;

import dev.rozgar.adapters.http.HttpApplication;
import dev.rozgar.adapters.http.ReadModel;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.resource.Consistency;
import dev.rozgar.adapters.http.resource.FieldsParser;
import dev.rozgar.adapters.http.resource.QueryParser;
import dev.rozgar.adapters.http.resource.Replies;
import dev.rozgar.adapters.http.resource.Wish;
import dev.rozgar.adapters.http.route.Operation;
import dev.rozgar.adapters.http.route.Routes;
import dev.rozgar.adapters.http.wire.Exchange;
import dev.rozgar.adapters.http.wire.QueryString;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.document.Selection;
import dev.rozgar.application.listing.JobCompanions.Expansion;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.domain.job.JobId;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Jobs in public: the article's two paths, each bound to one store, and their elder sister where the caller
/// chooses.
public final class JobRoutes {
    public static final String READ_MODEL = "read_model";

    private final HttpApplication application;
    /// What every list of jobs takes that is no filter.
    private static final Set<String> OF_LISTS = Set.of(Consistency.PARAMETER, PageWishes.EXPAND, PageWishes.HIGHLIGHT);

    private static final Set<String> OF_ONE =
            Set.of(READ_MODEL, Consistency.PARAMETER, FieldsParser.FIELDS, PageWishes.EXPAND);

    private final PublicJobs jobs;
    private final Companions companions;
    private final FieldsParser fields = new FieldsParser(JobFields.JOB);
    private final JobWriteRoutes writes;
    private final QueryParser parser;

    public JobRoutes(HttpApplication application) {
        this.application = application;
        this.jobs = new PublicJobs(application);
        this.companions = new Companions(application.companions());
        this.writes = new JobWriteRoutes(application.useCases());
        this.parser = parser(application);
    }

    /// What reads the query string of a list of jobs.
    static QueryParser parser(HttpApplication application) {
        return new QueryParser(
                JobFields.JOB,
                JobFields.NEWEST_FIRST,
                JobLists.conditions(application.understand()),
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
        search(exchange, model, OF_LISTS, faults);
    }

    private void list(Exchange exchange) {
        QueryFaults faults = new QueryFaults();
        ReadModel model = readModel(exchange.query(), faults);
        Set<String> own = new TreeSet<>(OF_LISTS);
        own.add(READ_MODEL);
        search(exchange, model, own, faults);
    }

    /// @param own parameters that are no filters
    private void search(Exchange exchange, ReadModel model, Set<String> own, QueryFaults faults) {
        var token = Consistency.of(exchange, faults);
        PageWishes wishes = PageWishes.of(exchange.query(), faults);
        var parsed =
                parser.read(exchange.query(), own, faults, application.clock().instant());
        var found = new RelaxedList(jobs, model, token).search(parsed);
        Optional<Duration> lag = jobs.lag();
        var beside =
                companions.of(found.told().answer(), wishes, parsed.wanted().sought());
        String members = parsed.members() + found.members() + beside.members() + jobs.behind(lag);
        Replies.page(exchange.answeredBy(found.told().by(), lag), exchange.query(), beside.page(), members);
    }

    private void find(Exchange exchange) {
        QueryFaults faults = new QueryFaults();
        ReadModel model = readModel(exchange.query(), faults);
        var token = Consistency.of(exchange, faults);
        Optional<Selection> some = fields.parse(exchange.query(), faults);
        Set<Expansion> expand = PageWishes.expansions(exchange.query(), faults);
        exchange.query().requireOnly(OF_ONE, faults);
        var told = jobs.find(model, new JobId(exchange.id()), some, token);
        exchange.answeredBy(told.by(), jobs.lag());
        if (told.answer().isPresent()) Replies.related(exchange, SimilarRoutes.path(exchange.id()));
        if (expand.isEmpty() || told.answer().isEmpty()) Replies.document(exchange, told.answer());
        else Replies.undated(exchange, companions.of(told.answer().get(), expand));
    }

    private ReadModel readModel(QueryString query, QueryFaults faults) {
        return query.choice(READ_MODEL, application.jobs().keySet(), application.usual(), faults);
    }
}
