package dev.rozgar.bootstrap;

import dev.rozgar.adapters.elasticsearch.Elasticsearch;
import dev.rozgar.adapters.http.Freshness;
import dev.rozgar.adapters.http.HttpApplication.Reader;
import dev.rozgar.adapters.http.ReadModel;
import dev.rozgar.adapters.postgres.Postgres;
import dev.rozgar.application.indexing.IndexRelay;
import dev.rozgar.application.indexing.LagWatch;
import dev.rozgar.application.indexing.Visibility;
import dev.rozgar.application.listing.BreakerState;
import dev.rozgar.application.listing.FallbackJobReadModel;
import dev.rozgar.application.listing.JobReadModel;
import dev.rozgar.application.shadow.ShadowCompare;
import dev.rozgar.application.shadow.ShadowCompare.Stores;
import dev.rozgar.bootstrap.settings.Settings;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;

/// Reading from the copy, and what makes that safe: a stand-in, tokens, a second opinion.
public final class CopyReads implements AutoCloseable {
    private final JobReadModel elastic;
    private final FallbackJobReadModel auto;
    private final Visibility visibility;
    private final LagWatch lag;
    private final ShadowCompare shadow;
    private final boolean shadowing;

    /// @param keeper knows whether the index may be read at all
    CopyReads(Settings settings, Postgres postgres, Elasticsearch elasticsearch, IndexRelay relay, IndexKeeper keeper) {
        var rules = settings.reads();
        JobReadModel sql = postgres.jobReadModel();
        this.elastic = guarded(elasticsearch.jobReadModel(), keeper);
        JobReadModel hurried = guarded(elasticsearch.jobReadModel(rules.deadline()), keeper);
        this.auto = new FallbackJobReadModel(hurried, sql, Clock.systemUTC(), rules.pause());
        BooleanSupplier away = () -> auto.state() == BreakerState.OPEN || relay.isPaused();
        this.visibility = new Visibility(postgres.indexProgress(), relay, away, rules.consistentWithin());
        this.lag = new LagWatch(postgres.indexProgress());
        var stores = new Stores(
                sql,
                elastic,
                postgres.suspects(),
                () -> elasticsearch.jobIndex().refresh());
        this.shadow = new ShadowCompare(
                stores, rules.shadowShare(), () -> ThreadLocalRandom.current().nextDouble());
        this.shadowing = rules.shadowShare() > 0;
    }

    private static JobReadModel guarded(JobReadModel elastic, IndexKeeper keeper) {
        return new GuardedJobReadModel(elastic, keeper::isCurrent, keeper::lacking);
    }

    void start() {
        if (shadowing) shadow.start();
    }

    /// The readers that the copy adds to that of PostgreSQL, which is given.
    Map<ReadModel, Reader> readers(Reader postgres) {
        return Map.of(
                ReadModel.ELASTICSEARCH, shadowed(Reader.of(ReadModel.ELASTICSEARCH, elastic)),
                ReadModel.AUTO, shadowed(new AutoReader(auto)),
                ReadModel.POSTGRES, shadowed(postgres));
    }

    private Reader shadowed(Reader reader) {
        return shadowing ? new ShadowedReader(reader, shadow) : reader;
    }

    Freshness freshness() {
        return new Freshness(visibility::shows, lag::lag);
    }

    FallbackJobReadModel auto() {
        return auto;
    }

    Visibility visibility() {
        return visibility;
    }

    public ShadowCompare shadow() {
        return shadow;
    }

    @Override
    public void close() {
        shadow.close();
    }
}
