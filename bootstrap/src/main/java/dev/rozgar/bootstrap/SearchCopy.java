package dev.rozgar.bootstrap;

import dev.rozgar.adapters.elasticsearch.Elasticsearch;
import dev.rozgar.application.indexing.IndexLedger;
import dev.rozgar.application.indexing.IndexRelay;
import dev.rozgar.application.indexing.JobIndex;
import dev.rozgar.application.indexing.RebuildIndex;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.listing.JobReadModel;
import dev.rozgar.bootstrap.settings.Settings;

/// The copy in Elasticsearch with all that keeps it in step.
public final class SearchCopy implements AutoCloseable {
    private final Opened opened = new Opened();
    private final Elasticsearch elasticsearch;
    private final RebuildIndex rebuild;
    private final IndexRelay relay;
    private final IndexKeeper keeper;

    SearchCopy(Settings settings, Elasticsearch elasticsearch, IndexLedger ledger) {
        this.elasticsearch = opened.add(elasticsearch);
        this.rebuild = new RebuildIndex(ledger, elasticsearch.jobIndex());
        this.relay = new IndexRelay(
                ledger, elasticsearch.jobIndex(), settings.relay().pace());
        this.keeper = new IndexKeeper(
                elasticsearch.jobIndex(), rebuild, JobFields.JOB.fingerprint(), IndexKeeper.Pace.USUAL);
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

    IndexKeeper keeper() {
        return keeper;
    }

    public Elasticsearch elasticsearch() {
        return elasticsearch;
    }

    public JobIndex index() {
        return elasticsearch.jobIndex();
    }

    public RebuildIndex rebuild() {
        return rebuild;
    }

    @Override
    public void close() {
        opened.close();
    }
}
