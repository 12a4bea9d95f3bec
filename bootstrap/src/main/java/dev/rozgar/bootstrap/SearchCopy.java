package dev.rozgar.bootstrap;

import dev.rozgar.adapters.elasticsearch.Elasticsearch;
import dev.rozgar.adapters.postgres.Postgres;
import dev.rozgar.application.indexing.IndexLedger;
import dev.rozgar.application.indexing.IndexRelay;
import dev.rozgar.application.indexing.JobIndex;
import dev.rozgar.application.indexing.RelayFigures;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.listing.JobReadModel;
import dev.rozgar.application.rebuild.RebuildIndex;
import dev.rozgar.bootstrap.settings.Settings;
import java.util.Optional;

/// The copy in Elasticsearch with all that keeps it in step.
public final class SearchCopy implements AutoCloseable {
    private final Opened opened = new Opened();
    private final Elasticsearch elasticsearch;
    private final SoleBuilder builder;
    private final IndexRelay relay;
    private final IndexKeeper keeper;
    private final RelayFigures figures = new RelayFigures();

    SearchCopy(Settings settings, Postgres postgres) {
        this.elasticsearch = opened.add(Elasticsearch.open(settings.elasticsearch()));
        IndexLedger ledger = postgres.indexLedger();
        this.builder = new SoleBuilder(
                postgres,
                new RebuildIndex(
                        postgres.listedJobs(),
                        elasticsearch.jobIndex(),
                        elasticsearch.indexGenerations(),
                        postgres.buildLog()));
        this.relay = new IndexRelay(
                ledger, elasticsearch.jobIndex(), settings.relay().pace(), figures);
        this.keeper =
                new IndexKeeper(elasticsearch.jobIndex(), builder, JobFields.JOB.fingerprint(), IndexKeeper.Pace.USUAL);
    }

    /// Makes sure now, rather than in the background, that there is an index of this declaration.
    public void ensure(RebuildIndex.Progress progress) {
        keeper.ensure(progress);
    }

    /// Begins to pay debts and to look after the index.
    public void start() {
        opened.add(relay).start();
        opened.add(keeper).start();
    }

    /// Reads are refused until the index is known to be the right one.
    JobReadModel readModel() {
        return new GuardedJobReadModel(elasticsearch.jobReadModel(), keeper::isCurrent);
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

    public Elasticsearch elasticsearch() {
        return elasticsearch;
    }

    public JobIndex index() {
        return elasticsearch.jobIndex();
    }

    /// Builds a new index beside the live one and makes it live.
    ///
    /// @param force make it live however little it holds
    /// @return empty where another process is at it
    public Optional<RebuildIndex.Result> rebuild(boolean force, RebuildIndex.Progress progress) {
        return builder.build(force, progress);
    }

    @Override
    public void close() {
        opened.close();
    }
}
