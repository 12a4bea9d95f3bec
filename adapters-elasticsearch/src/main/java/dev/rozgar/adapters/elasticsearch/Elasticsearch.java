package dev.rozgar.adapters.elasticsearch;

import dev.rozgar.adapters.elasticsearch.ElasticsearchSettings.Timeouts;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.checking.CheckedCopy;
import dev.rozgar.application.checking.DocumentDiff;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.indexing.JobIndex;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.listing.JobReadModel;
import dev.rozgar.application.rebuild.IndexContents;
import dev.rozgar.application.rebuild.IndexGenerations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;

/// The door to Elasticsearch. Opening it connects to nothing: the server may come later, go and come back.
public final class Elasticsearch implements AutoCloseable {
    private final ElasticsearchSettings settings;
    private final Connections connections;
    private final Names names;
    private final Wire wire;
    private final URI server;
    private final ElasticJobReadModel jobReadModel;
    private final ElasticJobIndex jobIndex;
    private final ElasticIndexGenerations generations;
    private final ElasticIndexContents contents;
    private final Indexes indexes;
    private final String scratch;

    private Elasticsearch(ElasticsearchSettings settings, DocumentSchema jobs) {
        this.settings = settings;
        names = new Names(settings.prefix());
        connections = new Connections(settings);
        wire = Wire.over(connections, settings);
        server = settings.servers().getFirst();
        jobReadModel = new ElasticJobReadModel(wire.reads(), names.read(), jobs)
                .within(settings.timeouts().read());
        indexes = new Indexes(wire, names, settings.layout(), jobs);
        jobIndex = new ElasticJobIndex(wire, names, indexes);
        generations = new ElasticIndexGenerations(wire, names, indexes);
        contents = new ElasticIndexContents(wire, indexes, jobs);
        scratch = settings.prefix() + "-scratch";
    }

    public static Elasticsearch open(ElasticsearchSettings settings) {
        return open(settings, JobFields.JOB);
    }

    /// @param jobs the declaration of the job; another one in tests
    public static Elasticsearch open(ElasticsearchSettings settings, DocumentSchema jobs) {
        return new Elasticsearch(settings, jobs);
    }

    public JobReadModel jobReadModel() {
        return jobReadModel;
    }

    /// The same with a deadline of its own, for those who have somebody else to ask.
    public JobReadModel jobReadModel(Duration deadline) {
        return jobReadModel.over(wire.reading(deadline));
    }

    public JobIndex jobIndex() {
        return jobIndex;
    }

    public IndexGenerations indexGenerations() {
        return generations;
    }

    public IndexContents indexContents() {
        return contents;
    }

    /// One of the physical indexes, as a checker reads it.
    public CheckedCopy checkedCopy(JobIndex.Slot slot) {
        return new ElasticCheckedCopy(wire.raw(), names.alias(slot));
    }

    public DocumentDiff documentDiff() {
        return JsonDiff::between;
    }

    /// The same index, for whoever cannot wait: a write ends within this time, whatever the server does.
    public JobIndex jobIndex(Duration writtenWithin) {
        Timeouts usual = settings.timeouts();
        var prompt = new Timeouts(usual.connect(), usual.read(), writtenWithin, usual.manage());
        Wire quick = Wire.over(connections, new Servers(settings.servers()), prompt);
        return new ElasticJobIndex(quick, new Names(settings.prefix()), indexes);
    }

    /// The cluster's own word for how it is: `green`, `yellow` or `red`. Throws [PortFailure] if it does not say.
    public String health() {
        HttpReply reply = ElasticFailures.calling("health", () -> Wire.get(wire.reads(), "/_cluster/health"));
        if (reply.statusCode() != 200) throw ElasticFailures.answered("health", reply);
        return Diagnosis.member(reply, "status").orElseThrow(() -> PortFailure.broken("health: no status", null));
    }

    /// A closer look, for an operator. Throws [PortFailure] if the server does not answer.
    public Diagnosis diagnosis() {
        return Diagnosis.of(wire);
    }

    /// The very request that [JobReadModel#search] sends for a query, to measure the bare engine against it.
    public RawSearch rawSearch(DocumentQuery query) {
        return new RawSearch(Servers.under(server, jobReadModel.path()), ElasticJobReadModel.body(query));
    }

    /// A `POST` of `application/json`.
    public record RawSearch(URI uri, byte[] body) {}

    /// Where a document can be posted, again and again, to measure what the bare engine needs to take it: an
    /// index with the mapping of the live one and nothing to do with it. Closing removes it.
    public RawIndexing rawIndexing() {
        indexes.createScratch(scratch);
        return new RawIndexing(Servers.under(server, "/" + scratch + "/_doc"), () -> indexes.delete(scratch));
    }

    /// A `POST` of a document as `application/json`.
    public record RawIndexing(URI uri, Runnable removal) implements AutoCloseable {
        @Override
        public void close() {
            removal.run();
        }
    }

    /// Ends calls under way.
    @Override
    public void close() {
        try {
            connections.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
