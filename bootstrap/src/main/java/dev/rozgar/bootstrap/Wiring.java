package dev.rozgar.bootstrap;

import dev.rozgar.adapters.elasticsearch.Elasticsearch;
import dev.rozgar.adapters.http.Freshness;
import dev.rozgar.adapters.http.HttpApplication;
import dev.rozgar.adapters.http.HttpApplication.Reader;
import dev.rozgar.adapters.http.Identities;
import dev.rozgar.adapters.http.ReadModel;
import dev.rozgar.adapters.http.UseCases;
import dev.rozgar.adapters.postgres.Postgres;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.application.clock.ClockTasks;
import dev.rozgar.application.clock.ForgetPeople;
import dev.rozgar.application.feed.FollowChanges;
import dev.rozgar.application.indexing.JobIndex.Slot;
import dev.rozgar.application.indexing.TwoPhaseTransactions;
import dev.rozgar.application.indexing.TwoPhaseWrite;
import dev.rozgar.application.listing.SuggestJobs;
import dev.rozgar.application.matching.LikenJob;
import dev.rozgar.application.matching.MatchJob;
import dev.rozgar.application.posting.JobRepository;
import dev.rozgar.application.rebuild.StartBuild;
import dev.rozgar.application.words.Understand;
import dev.rozgar.bootstrap.agreement.RandomSearches;
import dev.rozgar.bootstrap.settings.Settings;
import dev.rozgar.bootstrap.settings.Settings.WritePolicy;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Which parts there are and how they hang together. Two switches make an installation: [#jobs] (the write
/// policy) and [#readers] (the read models).
///
/// Opening it connects to PostgreSQL and to nothing else; Elasticsearch may be down. Closing goes in the reverse
/// order.
public final class Wiring implements AutoCloseable {
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
            case OUTBOX, STRICT -> Optional.of(opened.add(new SearchCopy(settings, postgres)));
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
        return copy.map(its -> settings.writePolicy() == WritePolicy.STRICT
                        ? strict(its).jobs(truth)
                        : new TwoPhaseWrite(truth, its.relay(), settings.relay().indexedWithin()))
                .orElse(truth);
    }

    /// The read models: what a list is read from. Without Elasticsearch `auto` is PostgreSQL, and there is no
    /// `elasticsearch` to ask for.
    public Map<ReadModel, Reader> readers() {
        Reader sql = Reader.of(ReadModel.POSTGRES, postgres.jobReadModel());
        return copy.map(its -> its.reads().readers(sql))
                .orElseGet(() -> Map.of(ReadModel.POSTGRES, sql, ReadModel.AUTO, sql));
    }

    PrometheusMeterRegistry metrics() {
        return metrics;
    }

    /// The write policy for changes, as [#jobs] for whole jobs.
    public Transactions transactions() {
        Transactions truth = postgres.transactions();
        return copy.map(its -> settings.writePolicy() == WritePolicy.STRICT
                        ? strict(its).transactions(truth)
                        : new TwoPhaseTransactions(
                                truth,
                                its.relay(),
                                new TwoPhaseTransactions.Books(postgres.indexLedger(), postgres.indexProgress()),
                                settings.relay().indexedWithin()))
                .orElse(truth);
    }

    private StrictPolicy strict(SearchCopy its) {
        return new StrictPolicy(settings, postgres, its);
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

    /// Forgets people whose consent or whose job is long over.
    ForgetPeople forgetPeople() {
        return new ForgetPeople(
                postgres.personalData(), clock, Duration.ofDays(settings.rules().retentionDays()));
    }

    /// Looks at saved searches and delivers events, until it is closed.
    AlertKeeper alertKeeper() {
        return new AlertKeeper(postgres, settings.alerts(), clock, metrics);
    }

    public UseCases useCases() {
        var stores = new UseCases.Stores(
                transactions(),
                postgres.transitionLog(),
                postgres.applications(),
                postgres.hiringPlan(),
                postgres.invoices(),
                postgres.alerts().alerts(),
                postgres.alerts().deliveries());
        return UseCases.over(
                stores,
                clock,
                new UseCases.Policy(
                        settings.trustCompanies(),
                        settings.billing().prices(),
                        settings.rules().grace()));
    }

    private FollowChanges followChanges() {
        return new FollowChanges(
                postgres.changeFeed(),
                () -> copy.ifPresent(its -> its.index().refresh()),
                clock,
                FollowChanges.Pace.USUAL);
    }

    HttpApplication http() {
        Understand understand = new Understand(new RecentDictionary(postgres.dictionary()));
        return new HttpApplication(
                readers(),
                settings.readModel(),
                postgres.companyReadModel(),
                postgres.jobCompanions(),
                understand,
                new SuggestJobs(new RecentSuggestions(postgres.suggestions())),
                new MatchJob(postgres.jobJudge()),
                new LikenJob(postgres.jobJudge(), understand),
                postgres.jobSignals(),
                useCases(),
                new Identities(postgres.apiKeys(), settings.tokens()),
                copy.map(its -> its.reads().freshness()).orElse(Freshness.OF_NO_INDEX),
                new HttpApplication.Changes(
                        followChanges(), settings.changes().waiting(), HttpApplication.Changes.USUAL_HEARTBEAT),
                settings.alerts().targets(),
                new HttpApplication.Health(postgres::answers, copy.map(its -> () -> answers(its.elasticsearch()))),
                copy.map(its -> new HttpApplication.IndexDesk(
                        its::report,
                        new StartBuild(postgres.transactions(), its),
                        its.check().explain(),
                        its.check().verify(Slot.LIVE),
                        postgres.fanOuts(),
                        postgres.deadLetters(),
                        queries(its))),
                metrics,
                clock);
    }

    private HttpApplication.QueryDesk queries(SearchCopy its) {
        return new HttpApplication.QueryDesk(
                its.check().queries(0),
                (count, seed, now) -> new RandomSearches(
                                postgres.jobReadModel(), new Understand(postgres.dictionary()), seed, now)
                        .some(count));
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
