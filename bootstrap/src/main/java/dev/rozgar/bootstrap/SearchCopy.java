package dev.rozgar.bootstrap;

import dev.rozgar.adapters.elasticsearch.Elasticsearch;
import dev.rozgar.adapters.postgres.Postgres;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.Evolution;
import dev.rozgar.application.indexing.IndexRelay;
import dev.rozgar.application.indexing.JobIndex;
import dev.rozgar.application.indexing.RelayFigures;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.rebuild.Build;
import dev.rozgar.application.rebuild.GoldenQueries;
import dev.rozgar.application.rebuild.IndexBuilder;
import dev.rozgar.application.rebuild.IndexReport;
import dev.rozgar.application.rebuild.Order;
import dev.rozgar.application.rebuild.Parts;
import dev.rozgar.application.rebuild.StartBuild;
import dev.rozgar.application.rebuild.Watch;
import dev.rozgar.bootstrap.settings.Settings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The copy in Elasticsearch with all that keeps it in step.
public final class SearchCopy implements StartBuild.Starter, AutoCloseable {
    private static final String PROCESS =
            Optional.ofNullable(System.getenv("HOSTNAME"))
                            .or(SearchCopy::hostName)
                            .orElse("") + ":" + ProcessHandle.current().pid();

    private final Opened opened = new Opened();
    private final Elasticsearch elasticsearch;
    private final Postgres postgres;
    private final IndexBuilder builder;
    private final SoleBuilder sole;
    private final IndexRelay relay;
    private final IndexKeeper keeper;
    private final DocumentSchema schema;
    private final IndexCheck check;
    private final RelayFigures figures = new RelayFigures();
    private final CopyReads reads;

    SearchCopy(Settings settings, Postgres postgres) {
        this(settings, postgres, JobFields.JOB);
    }

    /// @param schema what this version declares; another one in tests
    SearchCopy(Settings settings, Postgres postgres, DocumentSchema schema) {
        this.schema = schema;
        this.elasticsearch = opened.add(Elasticsearch.open(settings.elasticsearch(), schema));
        this.postgres = postgres;
        this.builder = new IndexBuilder(
                new Parts(
                        postgres.listedJobs(),
                        postgres.jobReadModel(),
                        postgres.buildLog(),
                        elasticsearch.jobIndex(),
                        elasticsearch.indexGenerations(),
                        elasticsearch.indexContents(),
                        schema,
                        GoldenQueries.read(schema),
                        Clock.systemUTC()),
                () -> PROCESS + "/" + UUID.randomUUID().toString().substring(0, 8));
        this.sole = opened.add(new SoleBuilder(postgres, builder));
        this.relay = new IndexRelay(
                postgres.indexLedger(),
                elasticsearch.jobIndex(),
                settings.relay().pace(),
                figures);
        this.keeper = new IndexKeeper(
                new IndexKeeper.Charge(
                        elasticsearch.indexGenerations(),
                        postgres.buildLog(),
                        postgres.deadLetters(),
                        sole,
                        schema,
                        settings.rebuild().autoMigrate(),
                        settings.rebuild().rate()),
                IndexKeeper.Pace.USUAL);
        this.reads = new CopyReads(settings, postgres, elasticsearch, relay, keeper);
        this.check = new IndexCheck(postgres, elasticsearch, settings.check());
    }

    /// Makes sure now, rather than in the background, that there is an index of this declaration.
    public void ensure(Watch watch) {
        keeper.ensure(watch);
    }

    /// How the live index differs from what this version declares, if it does and somebody answers.
    public Optional<Evolution> misfit() {
        return keeper.misfit();
    }

    /// Begins to pay debts, to look after the index and to check it.
    public void start() {
        opened.add(relay).start();
        opened.add(keeper).start();
        opened.add(reads).start();
        opened.add(check).start();
    }

    /// Reads are refused until the index is known to be the right one.
    public CopyReads reads() {
        return reads;
    }

    IndexRelay relay() {
        return relay;
    }

    /// What the relay has told of its work.
    RelayFigures figures() {
        return figures;
    }

    IndexKeeper keeper() {
        return keeper;
    }

    public IndexCheck check() {
        return check;
    }

    public Elasticsearch elasticsearch() {
        return elasticsearch;
    }

    public JobIndex index() {
        return elasticsearch.jobIndex();
    }

    /// Does it now, or goes on with what was left of the same.
    ///
    /// @return the build, ended; empty where another process is at one
    public Optional<Build> build(Order order, Watch watch) {
        return sole.build(order, () -> true, watch);
    }

    /// Begins it and goes on in the background.
    @Override
    public Optional<Build> start(Order order) {
        return sole.start(order);
    }

    /// Where the environment does not say it.
    private static Optional<String> hostName() {
        try {
            return Optional.of(InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException nameless) {
            return Optional.empty();
        }
    }

    @Override
    public void check(Order order) {
        sole.check(order);
    }

    /// Removes earlier indexes but for the newest.
    ///
    /// @return the names of those that are gone
    public List<String> prune(int keep) {
        return builder.prune(keep);
    }

    /// What there is, what it owes, and what is being built.
    public IndexReport report() {
        var state = elasticsearch.indexGenerations().state();
        return new IndexReport(
                schema.declaration(),
                state,
                state.live()
                        .map(live -> elasticsearch.indexContents().count(live.name()))
                        .orElse(0L),
                postgres.listedJobs().count(),
                postgres.indexLedger().backlog(),
                postgres.buildLog().latest());
    }

    @Override
    public void close() {
        opened.close();
    }
}
