package dev.rozgar.adapters.http.posting;

import dev.rozgar.adapters.http.HttpApplication;
import dev.rozgar.adapters.http.ReadModel;
import dev.rozgar.adapters.http.problem.ProblemType;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.problem.Refusal;
import dev.rozgar.adapters.http.resource.Consistency;
import dev.rozgar.adapters.http.resource.QueryParser;
import dev.rozgar.adapters.http.route.Operation;
import dev.rozgar.adapters.http.route.Routes;
import dev.rozgar.adapters.http.wire.Exchange;
import dev.rozgar.adapters.http.wire.Watchdog;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.Sort;
import dev.rozgar.application.listing.JobFields;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;

/// Every job of a query in one reply, in the order of the ids: `application/x-ndjson`, one document a line,
/// as it came from the store. As fast as the caller reads, and never more than a chunk in memory. What was
/// cut off goes on with `id.gt` and the last id. `Changes-Cursor` says from where the feed of changes goes on
/// with what was exported.
public final class ExportRoutes {
    /// Each takes a connection and a place for as long as its caller likes.
    private static final int AT_ONCE = 8;

    private static final HeaderName CHANGES_CURSOR = HeaderNames.create("Changes-Cursor");

    private static final Set<String> NO_PAGES = Set.copyOf(QueryParser.OWN);

    private final HttpApplication application;
    private final PublicJobs jobs;
    private final Watchdog watchdog;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final QueryParser parser;

    /// @param watchdog ends exports whose callers have stopped reading
    public ExportRoutes(HttpApplication application, Watchdog watchdog) {
        this.application = application;
        this.jobs = new PublicJobs(application);
        this.watchdog = watchdog;
        this.parser = new QueryParser(
                JobFields.JOB,
                List.of(new Sort.ByField(JobFields.JOB.require("id"), false)),
                JobConditions.of(application.understand()).inUsualOrder());
    }

    public void register(Routes routes) {
        routes.on(Operation.EXPORT_JOBS, this::export);
    }

    private void export(Exchange exchange) {
        QueryFaults faults = new QueryFaults();
        ReadModel model =
                exchange.query().choice(JobRoutes.READ_MODEL, application.jobs().keySet(), application.usual(), faults);
        for (String name : NO_PAGES) {
            if (exchange.query().first(name).isPresent())
                faults.add(name, "NOT_ALLOWED", "an export has no pages, is ordered by id and counts nothing");
        }
        var token = Consistency.of(exchange, faults);
        DocumentQuery query = parser.parse(
                exchange.query(),
                Set.of(JobRoutes.READ_MODEL, Consistency.PARAMETER),
                faults,
                application.clock().instant());
        if (!places.tryAcquire())
            throw Refusal.of(ProblemType.OVERLOADED, "There are " + AT_ONCE + " exports under way already.");
        try {
            // Before the first job is read: what changes from here on comes after it.
            application
                    .changes()
                    .follow()
                    .beforeExport(model != ReadModel.POSTGRES)
                    .ifPresent(cursor -> exchange.with(HeaderValues.create(CHANGES_CURSOR, cursor.token())));
            new Export(exchange, watchdog).run(chunk -> jobs.search(model, chunk, token), query);
        } finally {
            places.release();
        }
    }
}
