package dev.rozgar.adapters.http.feed;

import dev.rozgar.adapters.http.HttpApplication;
import dev.rozgar.adapters.http.problem.ProblemType;
import dev.rozgar.adapters.http.problem.Refusal;
import dev.rozgar.adapters.http.route.Operation;
import dev.rozgar.adapters.http.route.Routes;
import dev.rozgar.adapters.http.wire.Exchange;
import dev.rozgar.adapters.http.wire.Watchdog;
import dev.rozgar.application.feed.ChangePage;
import dev.rozgar.application.feed.FeedCursor;
import dev.rozgar.application.feed.FollowChanges;
import dev.rozgar.application.feed.FollowChanges.Wanted;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/// Changes of listed jobs, for those who follow them: at once, when they come, or as events one after the other.
///
/// Who waits takes a place of the server meanwhile; so there are only so many of them, streams included.
public final class ChangesRoutes implements AutoCloseable {
    private static final Header NO_STORE = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");
    private static final String EVENTS = "text/event-stream";

    private final FollowChanges follow;
    private final HttpApplication.Changes desk;
    private final Clock clock;
    private final Watchdog watchdog;
    private final Semaphore places;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger streams = new AtomicInteger();

    /// @param watchdog ends streams whose callers have stopped reading
    public ChangesRoutes(HttpApplication application, Watchdog watchdog) {
        this.desk = application.changes();
        this.follow = desk.follow();
        this.clock = application.clock();
        this.watchdog = watchdog;
        this.places = new Semaphore(desk.mostWaiting());
        MeterRegistry metrics = application.metrics();
        metrics.gauge("http.changes.waiting", waiting);
        metrics.gauge("http.changes.streams", streams);
    }

    public void register(Routes routes) {
        routes.on(Operation.JOB_CHANGES, this::changes);
    }

    private void changes(Exchange exchange) {
        boolean events = exchange.request().headers().contains(HeaderNames.ACCEPT)
                && exchange.request().headers().get(HeaderNames.ACCEPT).allValues().stream()
                        .anyMatch(value -> value.contains(EVENTS));
        if (events) stream(exchange, ChangesQuery.ofEvents(exchange, clock.instant()));
        else page(exchange, ChangesQuery.of(exchange, clock.instant()));
    }

    private void stream(Exchange exchange, ChangesQuery query) {
        Wanted wanted = wanted(query);
        // What is forgotten is a problem with a status of its own, before anything is sent.
        read(wanted, Duration.ZERO);
        waiting(streams, () -> new EventStream(exchange, watchdog, follow, desk.heartbeat()).run(wanted));
    }

    private void page(Exchange exchange, ChangesQuery query) {
        Wanted wanted = wanted(query);
        ChangePage page = read(wanted, Duration.ZERO);
        boolean patient = !query.patience().isZero() && !exchange.method().equals(Method.HEAD);
        if (page.isSilent() && patient)
            waiting(waiting, () -> answer(exchange, read(wanted.from(page.next()), query.patience())));
        else answer(exchange, page);
    }

    private static void answer(Exchange exchange, ChangePage page) {
        exchange.with(NO_STORE).json(Status.OK_200, ChangesJson.of(page));
    }

    private void waiting(AtomicInteger counted, Runnable work) {
        if (!places.tryAcquire())
            throw Refusal.of(
                    ProblemType.OVERLOADED, "There are " + desk.mostWaiting() + " who wait for changes already.");
        counted.incrementAndGet();
        try {
            work.run();
        } finally {
            counted.decrementAndGet();
            places.release();
        }
    }

    private Wanted wanted(ChangesQuery query) {
        FeedCursor start = switch (query.start()) {
            case ChangesQuery.Start.At(FeedCursor cursor) -> cursor;
            case ChangesQuery.Start.AtEnd() -> follow.end();
            case ChangesQuery.Start.Since(var moment) -> follow.since(moment).orElseThrow(ChangesRoutes::expired);
        };
        return new Wanted(start, query.filter(), query.most());
    }

    private ChangePage read(Wanted wanted, Duration patience) {
        return follow.read(wanted, patience).orElseThrow(ChangesRoutes::expired);
    }

    private static Refusal expired() {
        return Refusal.of(
                ProblemType.CURSOR_EXPIRED,
                "What follows is not kept any more: export the jobs again, and go on from its Changes-Cursor.");
    }

    /// Nobody is kept waiting any longer, and all streams end.
    @Override
    public void close() {
        follow.close();
    }
}
