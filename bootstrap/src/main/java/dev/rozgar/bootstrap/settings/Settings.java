package dev.rozgar.bootstrap.settings;

import dev.rozgar.adapters.elasticsearch.ElasticsearchSettings;
import dev.rozgar.adapters.http.HttpSettings;
import dev.rozgar.adapters.http.ReadModel;
import dev.rozgar.adapters.http.TokenSettings;
import dev.rozgar.adapters.http.WebhookTargets;
import dev.rozgar.adapters.postgres.PostgresSettings;
import dev.rozgar.application.billing.PriceList;
import dev.rozgar.application.checking.CheckSteadily;
import dev.rozgar.application.indexing.IndexRelay;
import dev.rozgar.application.posting.Grace;
import dev.rozgar.bootstrap.logging.Logs;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Everything that can be set, checked. What each setting means stands in `application.yaml`.
///
/// @param readModel what answers reads that name no read model
/// @param check     how the index is checked steadily, if it is
/// @param tokens    an issuer whose tokens are believed, if one is named
/// @param effective every setting as a person may see it, with its source
public record Settings(
        HttpSettings server,
        PostgresSettings postgres,
        ElasticsearchSettings elasticsearch,
        ReadModel readModel,
        WritePolicy writePolicy,
        Strict strict,
        Relay relay,
        Rebuild rebuild,
        Reads reads,
        Changes changes,
        Alerts alerts,
        Optional<CheckSteadily.Pace> check,
        Log log,
        boolean trustCompanies,
        Rules rules,
        Billing billing,
        Optional<TokenSettings> tokens,
        List<Effective> effective) {

    /// What a write leaves behind.
    public enum WritePolicy {
        /// Rows and a debt, which the relay pays to Elasticsearch.
        OUTBOX,
        /// Rows and their documents, or neither: what Elasticsearch does not take is not saved.
        STRICT,
        /// Rows: there is no Elasticsearch.
        SQL_ONLY;

        /// Whether there is an Elasticsearch to keep in step.
        public boolean keepsIndex() {
            return this != SQL_ONLY;
        }
    }

    /// @param pool connections to PostgreSQL for writes that wait for the index, beside the others
    /// @param deadline after which an index that has not answered is one that is away
    public record Strict(int pool, Duration deadline) {}

    /// @param indexedWithin how long a caller who asks for an indexed write is kept waiting
    public record Relay(IndexRelay.Pace pace, Duration indexedWithin) {}

    /// @param deadline         of a read from Elasticsearch that PostgreSQL can answer instead
    /// @param pause            that Elasticsearch is left alone after it has failed too often
    /// @param consistentWithin how long a read with a Consistency-Token waits for the index
    /// @param shadowShare      of the lists that are read, also run on the other store
    public record Reads(Duration deadline, Duration pause, Duration consistentWithin, double shadowShare) {}

    /// @param retention how long what became of jobs can be read
    /// @param waiting   callers who are kept waiting for it at the same time
    public record Changes(Duration retention, int waiting) {}

    /// @param every     between two looks at what saved searches find
    /// @param timeout   of one try to deliver an event
    /// @param retention how long it can be read what became of events
    public record Alerts(Duration every, WebhookTargets targets, Duration timeout, Duration retention) {}

    /// @param retentionDays how long an ended job is kept as it was before it is archived
    public record Rules(Grace grace, int retentionDays) {}

    /// @param monthly draft the invoices of a month when it is over
    public record Billing(PriceList prices, boolean monthly) {}

    /// @param autoMigrate bring database and index up to date at the start
    /// @param rate        documents in a second that a build by itself writes, 0 for as many as go
    public record Rebuild(boolean autoMigrate, int rate) {}

    public record Log(Logs.Format format, Logs.Threshold level) {}

    /// @throws InvalidSettings if anything is wrong, with all of it
    public static Settings read(SettingsSources sources) {
        SettingsReader reader = new SettingsReader(Layers.of(sources));
        Settings settings = new Groups(reader).read();
        reader.end();
        return settings;
    }

    /// A setting as a person may see it.
    public String shown(String key) {
        return effective.stream()
                .filter(one -> one.key().equals(key))
                .map(Effective::shown)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no setting " + key));
    }

    /// Whether somebody has set it, rather than leaving it as it is by default.
    public boolean isChosen(String key) {
        return effective.stream()
                .anyMatch(one -> one.key().equals(key) && !one.source().equals(Layers.DEFAULT));
    }
}
