package dev.rozgar.adapters.http.index;

import dev.rozgar.adapters.http.HttpApplication;
import dev.rozgar.adapters.http.HttpApplication.IndexDesk;
import dev.rozgar.adapters.http.json.Json;
import dev.rozgar.adapters.http.problem.Problems;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.problem.Refusal;
import dev.rozgar.adapters.http.resource.Replies;
import dev.rozgar.adapters.http.route.Operation;
import dev.rozgar.adapters.http.route.Routes;
import dev.rozgar.adapters.http.wire.Exchange;
import dev.rozgar.adapters.http.wire.QueryString;
import dev.rozgar.application.checking.IdRange;
import dev.rozgar.application.checking.Moments;
import dev.rozgar.application.checking.Patience;
import dev.rozgar.application.checking.VerifyIndex.Order;
import dev.rozgar.application.checking.VerifyIndex.Scope;
import dev.rozgar.domain.job.JobId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether the index says what PostgreSQL says, for operators: of one job, or of as many as fit into a request.
/// The whole of it is for the steady check and the command line.
public final class CheckRoutes {
    public static final String RANGE = "range";
    public static final String SINCE = "since";
    public static final String DEEP = "deep";
    public static final String REPAIR = "repair";

    /// Jobs of one request.
    private static final int MOST = 10_000;

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String USUAL = "15m";

    private enum Flag {
        TRUE,
        FALSE
    }

    private final Optional<IndexDesk> desk;
    private final Clock clock;

    public CheckRoutes(HttpApplication application) {
        this.desk = application.index();
        this.clock = application.clock();
    }

    public void register(Routes routes) {
        routes.on(Operation.EXPLAIN_JOB, this::explain).on(Operation.VERIFY_INDEX, this::verify);
    }

    private void explain(Exchange exchange) {
        exchange.query().requireOnly(Set.of(), new QueryFaults());
        var why = desk().explain().handle(new JobId(exchange.id()), clock.instant());
        Replies.unversioned(exchange, Json.bytes(CheckViews.Explained.of(why)));
    }

    private void verify(Exchange exchange) {
        QueryString query = exchange.query();
        QueryFaults faults = new QueryFaults();
        Scope scope = scope(query, faults);
        boolean deep = flag(query, DEEP, faults);
        boolean repair = flag(query, REPAIR, faults);
        if (query.first(DEEP).isPresent() && query.first(RANGE).isEmpty())
            faults.add(DEEP, "NOT_ALLOWED", "needs range: what has changed lately is always compared whole");
        query.requireOnly(Set.of(RANGE, SINCE, DEEP, REPAIR), faults);
        if (!desk().verify().isWithin(scope, MOST)) {
            String named = query.first(RANGE).isPresent() ? RANGE : SINCE;
            faults.add(named, "TOO_MANY", "must name at most " + MOST + " jobs");
            faults.raise();
        }
        var order = new Order(scope, deep, repair, Patience.upTo(PATIENCE));
        var findings = desk().verify().handle(order, (_, _) -> {});
        Replies.unversioned(exchange, Json.bytes(CheckViews.Found.of(findings)));
    }

    private Scope scope(QueryString query, QueryFaults faults) {
        Optional<String> range = query.first(RANGE);
        Optional<String> since = query.first(SINCE);
        if (range.isPresent() && since.isPresent()) faults.add(SINCE, "CONFLICTING", "cannot be given beside " + RANGE);
        if (range.isPresent()) {
            Optional<IdRange> ids = range.flatMap(IdRange::parse);
            if (ids.isEmpty()) faults.add(RANGE, "MALFORMED", "must be ids such as 1..5000");
            return new Scope.Ids(ids.orElse(IdRange.ALL));
        }
        Optional<Instant> moment = Moments.before(clock.instant(), since.orElse(USUAL));
        if (moment.isEmpty()) faults.add(SINCE, "MALFORMED", "must be a duration such as 15m, 2h or 3d, or a moment");
        return new Scope.Since(moment.orElse(Instant.EPOCH));
    }

    private static boolean flag(QueryString query, String name, QueryFaults faults) {
        return query.choice(name, List.of(Flag.values()), Flag.FALSE, faults) == Flag.TRUE;
    }

    private IndexDesk desk() {
        return desk.orElseThrow(() -> new Refusal(Problems.missing()));
    }
}
