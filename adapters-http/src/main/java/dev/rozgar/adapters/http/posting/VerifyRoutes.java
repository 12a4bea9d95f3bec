package dev.rozgar.adapters.http.posting;

import dev.rozgar.adapters.http.HttpApplication;
import dev.rozgar.adapters.http.HttpApplication.IndexDesk;
import dev.rozgar.adapters.http.json.Json;
import dev.rozgar.adapters.http.json.Shape;
import dev.rozgar.adapters.http.problem.Problem;
import dev.rozgar.adapters.http.problem.ProblemType;
import dev.rozgar.adapters.http.problem.Problems;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.problem.Refusal;
import dev.rozgar.adapters.http.resource.QueryParser;
import dev.rozgar.adapters.http.resource.Replies;
import dev.rozgar.adapters.http.route.Operation;
import dev.rozgar.adapters.http.route.Routes;
import dev.rozgar.adapters.http.wire.Exchange;
import dev.rozgar.adapters.http.wire.QueryString;
import dev.rozgar.adapters.http.wire.RequestBody;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.shadow.VerifyQueries;
import dev.rozgar.application.shadow.VerifyQueries.Asked;
import dev.rozgar.application.shadow.VerifyQueries.Finding;
import dev.rozgar.application.shadow.Waivers;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Whether both stores give one answer, for operators: queries that are given, or some at random, are run on
/// both. One set at a time, since each may ask for as much as hundreds of lists.
public final class VerifyRoutes {
    public static final Shape.Members BODY = Shape.of(VerifyBody.class);

    private final Optional<IndexDesk> desk;
    private final QueryParser parser;
    private final Clock clock;
    private final Waivers waivers = Waivers.read();
    private final Semaphore place = new Semaphore(1);

    public VerifyRoutes(HttpApplication application) {
        this.desk = application.index();
        this.clock = application.clock();
        this.parser = JobRoutes.parser(application);
    }

    public void register(Routes routes) {
        routes.on(Operation.VERIFY_SEARCH, this::verify);
    }

    private void verify(Exchange exchange) {
        exchange.query().requireOnly(Set.of(), new QueryFaults());
        VerifyBody body = RequestBody.json(exchange).as(BODY, VerifyBody.class);
        body.check();
        IndexDesk its = desk.orElseThrow(() -> new Refusal(Problems.missing()));
        Instant now = clock.instant();
        if (!place.tryAcquire()) throw Refusal.of(ProblemType.OVERLOADED, "Queries are being compared already.");
        try {
            Replies.unversioned(exchange, Json.bytes(verified(body, its, now)));
        } finally {
            place.release();
        }
    }

    private VerifyViews.Verified verified(VerifyBody body, IndexDesk its, Instant now) {
        @Nullable Long seed = body.seed();
        if (body.random() != null && seed == null) seed = now.toEpochMilli();
        Iterable<Asked> asked = body.random() == null || seed == null
                ? given(body.queries() == null ? List.of() : body.queries(), now)
                : its.queries().random().some(body.random(), seed, now);
        return VerifyViews.Verified.of(its.queries().verify().handle(asked, SILENT), waivers, seed);
    }

    private static final VerifyQueries.Watch SILENT = new VerifyQueries.Watch() {
        @Override
        public void at(long compared) {}

        @Override
        public void found(Finding finding) {}
    };

    /// All faults of all queries are told at once, each with the query's place and the parameter's name.
    private List<Asked> given(List<String> queries, Instant now) {
        List<Asked> asked = new ArrayList<>();
        List<Problem.Error> faults = new ArrayList<>();
        for (int i = 0; i < queries.size(); i++) {
            String pointer = "/queries/" + i;
            try {
                asked.add(new Asked(queries.get(i), parsed(queries.get(i), now)));
            } catch (Refusal refused) {
                faults.addAll(refused.problem().under(pointer));
            }
        }
        if (!faults.isEmpty()) throw new Refusal(Problem.faulty(ProblemType.INVALID_QUERY, faults));
        return asked;
    }

    private DocumentQuery parsed(String query, Instant now) {
        if (query.length() > VerifyBody.LONGEST)
            throw Refusal.of(ProblemType.INVALID_QUERY, "A query may have " + VerifyBody.LONGEST + " characters.");
        return parser.parse(QueryString.parse(query), Set.of(), new QueryFaults(), now);
    }
}
