package dev.rozgar.bootstrap.bench;

import dev.rozgar.adapters.http.Freshness;
import dev.rozgar.adapters.http.Http;
import dev.rozgar.adapters.http.HttpApplication;
import dev.rozgar.adapters.http.HttpApplication.Reader;
import dev.rozgar.adapters.http.Identities;
import dev.rozgar.adapters.http.ReadModel;
import dev.rozgar.adapters.http.WebhookTargets;
import dev.rozgar.application.feed.FollowChanges;
import dev.rozgar.application.listing.SuggestJobs;
import dev.rozgar.application.matching.LikenJob;
import dev.rozgar.application.matching.MatchJob;
import dev.rozgar.application.words.Understand;
import dev.rozgar.bootstrap.Opened;
import dev.rozgar.bootstrap.Wiring;
import dev.rozgar.bootstrap.settings.Settings;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/// The service with one part exchanged: its lists come from [OrmJobReadModel]. All else is the same HTTP adapter, so
/// that what is measured is the difference in reading.
public final class BaselineService implements AutoCloseable {
    private static final int CONNECTIONS = 10;

    private final Opened opened = new Opened();

    private BaselineService(Settings settings) {
        Wiring wiring = opened.add(Wiring.open(settings));
        var pool = opened.add(Rig.pool(settings, CONNECTIONS));
        Understand understand = new Understand(wiring.postgres().dictionary());
        var application = new HttpApplication(
                Map.of(ReadModel.POSTGRES, Reader.of(ReadModel.POSTGRES, new OrmJobReadModel(pool))),
                ReadModel.POSTGRES,
                wiring.postgres().companyReadModel(),
                wiring.postgres().jobCompanions(),
                understand,
                new SuggestJobs(wiring.postgres().suggestions()),
                new MatchJob(wiring.postgres().jobJudge()),
                new LikenJob(wiring.postgres().jobJudge(), understand),
                wiring.postgres().jobSignals(),
                wiring.useCases(),
                Identities.of(wiring.postgres().apiKeys()),
                Freshness.OF_NO_INDEX,
                new HttpApplication.Changes(
                        new FollowChanges(
                                wiring.postgres().changeFeed(), () -> {}, Clock.systemUTC(), FollowChanges.Pace.USUAL),
                        1,
                        HttpApplication.Changes.USUAL_HEARTBEAT),
                WebhookTargets.PUBLIC,
                new HttpApplication.Health(wiring.postgres()::answers, Optional.empty()),
                Optional.empty(),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                Clock.systemUTC());
        opened.add(Http.open(settings.server(), application));
    }

    public static BaselineService start(Settings settings) {
        return new BaselineService(settings);
    }

    @Override
    public void close() {
        opened.close();
    }
}
