package dev.rozgar.adapters.http.posting;

import dev.rozgar.adapters.http.HttpApplication;
import dev.rozgar.adapters.http.ReadModel;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.resource.Consistency;
import dev.rozgar.adapters.http.resource.FieldsParser;
import dev.rozgar.adapters.http.resource.GroupParser;
import dev.rozgar.adapters.http.resource.QueryParser;
import dev.rozgar.adapters.http.resource.Replies;
import dev.rozgar.adapters.http.resource.Wish;
import dev.rozgar.adapters.http.route.Operation;
import dev.rozgar.adapters.http.route.Routes;
import dev.rozgar.adapters.http.wire.Exchange;
import dev.rozgar.adapters.http.wire.QueryString;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Selection;
import dev.rozgar.application.listing.JobCompanions.Expansion;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.domain.job.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Jobs in public: the article's two paths, each bound to one store, and their elder sister where the caller
/// chooses.
public final class JobRoutes {
    public static final String READ_MODEL = "read_model";

    private final HttpApplication application;
    /// What every list of jobs takes that is no filter.
    private static final Set<String> OF_LISTS = Set.of(Consistency.PARAMETER, PageWishes.EXPAND, PageWishes.HIGHLIGHT);

    private static final Set<String> OF_ONE =
            Set.of(READ_MODEL, Consistency.PARAMETER, FieldsParser.FIELDS, PageWishes.EXPAND);

    private static final Set<String> OF_BODIES = Stream.of(OF_LISTS, Set.of(READ_MODEL), GroupParser.NAMES)
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    /// What a query in a body takes beside groups of filters and not in them.
    public static final Set<String> OUTSIDE_OF_GROUPS = Stream.of(
                    OF_BODIES, QueryParser.OWN, Set.of(FieldsParser.FIELDS), JobLists.NO_FILTERS)
            .flatMap(Collection::stream)
            .collect(Collectors.toUnmodifiableSet());

    private final PublicJobs jobs;
    private final Companions companions;
    private final FieldsParser fields = new FieldsParser(JobFields.JOB);
    private final JobWriteRoutes writes;
    private final QueryParser parser;
    private final GroupParser groups;

    public JobRoutes(HttpApplication application) {
        this.application = application;
        this.jobs = new PublicJobs(application);
        this.companions = new Companions(application.companions());
        this.writes = new JobWriteRoutes(application.useCases());
        this.parser = parser(application);
        this.groups = new GroupParser(JobFields.JOB, JobConditions.besideWords(), OUTSIDE_OF_GROUPS);
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
        routes.on(Operation.SEARCH_JOBS, this::searchByBody);
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
        QueryString query = exchange.query();
        Found found = found(exchange, model, new Asked(query, own, _ -> List.of()), faults);
        Replies.page(exchange, query, found.page(), found.members());
    }

    /// Nothing is asked in the address: a query would stand in two places.
    private void searchByBody(Exchange exchange) {
        exchange.query().requireOnly(Set.of(), new QueryFaults());
        QueryFaults faults = QueryFaults.ofBody();
        SearchBody body = SearchBody.of(exchange, faults);
        ReadModel model = readModel(body.query(), faults);
        Asked asked = new Asked(body.query(), OF_BODIES, at -> groups.parse(body.groups(), faults, at));
        Found found = found(exchange, model, asked, faults);
        Replies.page(exchange, body.links(found.page()), found.page(), found.members() + body.asked());
    }

    /// @param own  parameters that are no filters
    /// @param more filters that stand in no parameter, for the moment at which a traversal began
    private record Asked(QueryString query, Set<String> own, Function<Instant, List<Filter>> more) {}

    private record Found(DocumentPage page, String members) {}

    private Found found(Exchange exchange, ReadModel model, Asked asked, QueryFaults faults) {
        var token = Consistency.of(exchange, asked.query(), faults);
        PageWishes wishes = PageWishes.of(asked.query(), faults);
        Instant now = application.clock().instant();
        var parsed = parser.read(asked.query(), asked.own(), faults, now, asked.more());
        var found = new RelaxedList(jobs, model, token).search(parsed);
        Optional<Duration> lag = jobs.lag();
        var beside =
                companions.of(found.told().answer(), wishes, parsed.wanted().sought());
        exchange.answeredBy(found.told().by(), lag);
        return new Found(beside.page(), parsed.members() + found.members() + beside.members() + jobs.behind(lag));
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
