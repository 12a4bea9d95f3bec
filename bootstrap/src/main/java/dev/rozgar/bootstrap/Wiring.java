package dev.rozgar.bootstrap;

import dev.rozgar.adapters.elasticsearch.Elasticsearch;
import dev.rozgar.adapters.http.HttpApplication;
import dev.rozgar.adapters.http.HttpApplication.Reader;
import dev.rozgar.adapters.http.Identities;
import dev.rozgar.adapters.http.ReadModel;
import dev.rozgar.adapters.http.UseCases;
import dev.rozgar.adapters.postgres.Postgres;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.application.clock.ClockTasks;
import dev.rozgar.application.indexing.TwoPhaseTransactions;
import dev.rozgar.application.indexing.TwoPhaseWrite;
import dev.rozgar.application.listing.FallbackJobReadModel;
import dev.rozgar.application.listing.JobReadModel;
import dev.rozgar.application.posting.JobRepository;
import dev.rozgar.bootstrap.settings.Settings;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Which parts there are and how they hang together. Two switches make an installation: [#jobs] (the write policy) and
/// [#readers] (the read models).
///
/// Opening it connects to PostgreSQL and to nothing else; Elasticsearch may be down. Closing goes in the reverse order.
public final class Wiring implements AutoCloseable {
    /// How long a failed Elasticsearch is left alone before `auto` tries it again.
    private static final Duration FALLBACK_PAUSE = Duration.ofSeconds(2);

    private final Opened opened = new Opened();
    private final Clock clock = Clock.systemUTC();
    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Settings settings;
    private final Postgres postgres;
    private final Optional<SearchCopy> copy;

    private Wiring(Settings settings) {
        this.settings = settings;
        this.postgres = opened.add(Postgres.open(settings.postgres()));
        this.copy = switch (settings.writePolicy()) {
            case OUTBOX -> Optional.of(opened.add(new SearchCopy(settings, postgres)));
            case SQL_ONLY -> Optional.empty();
        };
    }

    public static Wiring open(Settings settings) {
        return new Wiring(settings);
    }

    public Postgres postgres() {
        return postgres;
    }

    /// Empty under [WritePolicy#SQL_ONLY].
    public Optional<SearchCopy> copy() {
        return copy;
    }

    /// The write policy: where jobs are saved.
    public JobRepository jobs() {
        JobRepository truth = postgres.jobRepository();
        return copy.<JobRepository>map(its ->
                        new TwoPhaseWrite(truth, its.relay(), settings.relay().indexedWithin()))
                .orElse(truth);
    }

    /// The read models: what a list is read from. Without Elasticsearch `auto` is PostgreSQL, and there is no
    /// `elasticsearch` to ask for.
    public Map<ReadModel, Reader> readers() {
        JobReadModel sql = postgres.jobReadModel();
        Map<ReadModel, Reader> readers = new EnumMap<>(ReadModel.class);
        readers.put(ReadModel.POSTGRES, Reader.of(ReadModel.POSTGRES, sql));
        readers.put(ReadModel.AUTO, Reader.of(ReadModel.POSTGRES, sql));
        copy.map(SearchCopy::readModel).ifPresent(elastic -> {
            var auto = new FallbackJobReadModel(elastic, sql, clock, FALLBACK_PAUSE);
            readers.put(ReadModel.ELASTICSEARCH, Reader.of(ReadModel.ELASTICSEARCH, elastic));
            readers.put(
                    ReadModel.AUTO,
                    new Reader(auto, () -> auto.isDegraded() ? ReadModel.POSTGRES : ReadModel.ELASTICSEARCH));
        });
        return readers;
    }

    PrometheusMeterRegistry metrics() {
        return metrics;
    }

    /// The write policy for changes, as [#jobs] for whole jobs.
    public Transactions transactions() {
        Transactions truth = postgres.transactions();
        return copy.<Transactions>map(its -> new TwoPhaseTransactions(
                        truth,
                        its.relay(),
                        postgres.indexLedger(),
                        settings.relay().indexedWithin()))
                .orElse(truth);
    }

    /// What happens because time passes.
    ClockTasks clockTasks() {
        return new ClockTasks(
                postgres.dueWork(),
                transactions(),
                clock,
                new ClockTasks.Plan(
                        settings.billing().prices(),
                        Duration.ofDays(settings.rules().retentionDays())));
    }

    public UseCases useCases() {
        var stores = new UseCases.Stores(
                transactions(),
                postgres.transitionLog(),
                postgres.applications(),
                postgres.hiringPlan(),
                postgres.invoices());
        return UseCases.over(
                stores,
                clock,
                new UseCases.Policy(
                        settings.trustCompanies(),
                        settings.billing().prices(),
                        settings.rules().grace()));
    }

    HttpApplication http() {
        return new HttpApplication(
                readers(),
                settings.readModel(),
                postgres.companyReadModel(),
                useCases(),
                new Identities(postgres.apiKeys(), settings.tokens()),
                new HttpApplication.Health(postgres::answers, copy.map(its -> () -> answers(its.elasticsearch()))),
                metrics,
                clock);
    }

    private static boolean answers(Elasticsearch elasticsearch) {
        try {
            return !elasticsearch.health().equals("red");
        } catch (PortFailure silent) {
            return false;
        }
    }

    @Override
    public void close() {
        opened.close();
    }
}
