package dev.rozgar.bootstrap;

import dev.rozgar.adapters.http.Http;
import dev.rozgar.adapters.postgres.AlertStores;
import dev.rozgar.adapters.postgres.Postgres;
import dev.rozgar.application.alerts.DeliverEvents;
import dev.rozgar.application.alerts.MatchSearches;
import dev.rozgar.application.words.Understand;
import dev.rozgar.bootstrap.settings.Settings.Alerts;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Has saved searches looked at and events delivered; on every node, of which one looks and all deliver.
final class AlertKeeper implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(AlertKeeper.class.getName());
    /// Between two looks for events that are due.
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration END = Duration.ofSeconds(5);
    /// Rounds without a pause: something else is to be done as well some time.
    private static final int MOST_ROUNDS = 100;
    private static final int MOST_FORGOTTEN = 1_000;

    private final Opened opened = new Opened();

    AlertKeeper(Postgres postgres, Alerts settings, Clock clock, MeterRegistry metrics) {
        AlertStores stores = postgres.alerts();
        var understand = new Understand(new RecentDictionary(postgres.dictionary()));
        var shelf = new MatchSearches.Shelf(stores.alerts(), stores.turns(), Http.storedQuery(understand));
        var match = new MatchSearches(postgres.changeFeed(), postgres.jobReadModel(), shelf, clock);
        Gauge.builder("saved.search.behind.seconds", match, its -> its.behind().toMillis() / 1e3)
                .description("For how long there have been changes of jobs that saved searches were not asked about")
                .strongReference(true)
                .register(metrics);
        var sender = Http.webhookSender(settings.targets(), settings.timeout());
        var deliver = new DeliverEvents(stores.deliveries(), sender, clock);
        opened.add(new SteadyLoop("saved-searches", new SteadyLoop.Pace(settings.every(), END), LOG, () -> {
            untilDone(match::step);
            stores.deliveries().forget(clock.instant().minus(settings.retention()), MOST_FORGOTTEN);
        }));
        opened.add(new SteadyLoop(
                "webhooks", new SteadyLoop.Pace(POLL, END), LOG, () -> untilDone(() -> deliver.step() > 0)));
    }

    /// @param step whether there may be more
    private static void untilDone(BooleanSupplier step) {
        int left = MOST_ROUNDS;
        while (left > 0 && step.getAsBoolean()) left--;
    }

    @Override
    public void close() {
        opened.close();
    }
}
