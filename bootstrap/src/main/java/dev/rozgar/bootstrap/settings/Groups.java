package dev.rozgar.bootstrap.settings;

import dev.rozgar.adapters.elasticsearch.ElasticsearchSettings;
import dev.rozgar.adapters.elasticsearch.ElasticsearchSettings.Credentials;
import dev.rozgar.adapters.elasticsearch.ElasticsearchSettings.Layout;
import dev.rozgar.adapters.elasticsearch.ElasticsearchSettings.Timeouts;
import dev.rozgar.adapters.http.HttpSettings;
import dev.rozgar.adapters.http.RateLimits;
import dev.rozgar.adapters.http.ReadModel;
import dev.rozgar.adapters.postgres.PostgresSettings;
import dev.rozgar.application.checking.CheckSteadily;
import dev.rozgar.application.indexing.IndexRelay;
import dev.rozgar.application.posting.Grace;
import dev.rozgar.bootstrap.logging.Logs;
import dev.rozgar.bootstrap.settings.Settings.Relay;
import dev.rozgar.bootstrap.settings.Settings.Rules;
import dev.rozgar.bootstrap.settings.Settings.WritePolicy;
import dev.rozgar.domain.job.JobState;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads the groups of settings, one method each.
final class Groups {
    private static final Pattern JDBC =
            Pattern.compile("jdbc:postgresql://[^/?@]+/[^/?]+(\\?(?!.*(?i:user|password)=).*)?");
    private static final Pattern PREFIX = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]{0,64}");

    private final SettingsReader reader;

    Groups(SettingsReader reader) {
        this.reader = reader;
    }

    Settings read() {
        ReadModel readModel = choice("read_model", ReadModel.class);
        WritePolicy writePolicy = choice("write_policy", WritePolicy.class);
        reader.unless(
                writePolicy != WritePolicy.SQL_ONLY || readModel != ReadModel.ELASTICSEARCH,
                "read_model",
                "postgres or auto, since write_policy sql_only keeps no index");
        boolean trust = flag("trust_companies");
        var rules = rules();
        var server = server();
        var postgres = postgres();
        var elasticsearch = elasticsearch();
        var strict = new Settings.Strict(whole("strict.pool", 1, 100), duration("strict.deadline"));
        var relay = relay();
        var rebuild = new Settings.Rebuild(flag("auto_migrate"), whole("rebuild.rate", 0, 1_000_000));
        var check = check();
        var log = new Settings.Log(choice("log.format", Logs.Format.class), choice("log.level", Logs.Threshold.class));
        var billing = new BillingGroup(reader).read();
        var tokens = new TokenGroup(reader).read();
        return new Settings(
                server,
                postgres,
                elasticsearch,
                readModel,
                writePolicy,
                strict,
                relay,
                rebuild,
                new ReadsGroup(reader).read(),
                changes(server.maxConcurrent()),
                new AlertsGroup(reader).read(),
                check,
                log,
                trust,
                rules,
                billing,
                tokens,
                reader.effective());
    }

    private HttpSettings server() {
        return new HttpSettings(
                reader.value("server.host", "a host name or an address", Forms::word),
                whole("server.port", 0, 65_535),
                whole("server.max_concurrent", 1, 100_000),
                duration("server.patience"),
                duration("server.silence"),
                duration("server.drain"),
                flag("server.access_log"),
                flag("server.gzip"),
                Set.copyOf(
                        reader.value("server.cors", "origins such as https://example.org, or nothing", Forms::origins)),
                limits());
    }

    private Settings.Changes changes(int maxConcurrent) {
        int waiting = whole("changes.waiting", 1, 100_000);
        return new Settings.Changes(
                Duration.ofDays(whole("changes.retention_days", 1, 3_650)), Math.clamp(maxConcurrent / 2, 1, waiting));
    }

    private RateLimits limits() {
        return new RateLimits(
                whole("rate_limit.reads_per_minute", 0, 10_000_000),
                whole("rate_limit.writes_per_minute", 0, 10_000_000),
                whole("rate_limit.max_callers", 1, 1_000_000),
                reader.value("rate_limit.client_header", "the name of a header, or nothing", Forms.matching(HEADER)));
    }

    private Rules rules() {
        int least = (int) JobState.RETENTION.toDays();
        return new Rules(new Grace(whole("credit.grace_days", 0, 3_650)), whole("retention.days", least, 36_500));
    }

    private PostgresSettings postgres() {
        return new PostgresSettings(
                reader.value("postgres.url", "jdbc:postgresql://host:5432/database", Forms.matching(JDBC)),
                reader.value("postgres.user", "a user's name", Forms::word),
                reader.secret("postgres.password"),
                whole("postgres.pool", 2, 500),
                duration("postgres.connect_timeout"),
                duration("postgres.statement_timeout"),
                new PostgresSettings.Lists(whole("postgres.list_pool", 1, 500), duration("postgres.list_timeout")));
    }

    private ElasticsearchSettings elasticsearch() {
        List<URI> nodes = reader.value(
                "elasticsearch.url",
                "http://host:9200, or several with commas; credentials belong in user and password",
                Forms::nodes);
        Optional<Credentials> credentials = credentials();
        String prefix = reader.value(
                "elasticsearch.prefix", "lower case letters, digits, - and _, at most 64", Forms.matching(PREFIX));
        int connections = whole("elasticsearch.connections", 1, 1_000);
        Timeouts timeouts = new Timeouts(
                duration("elasticsearch.connect_timeout"),
                duration("elasticsearch.read_timeout"),
                duration("elasticsearch.write_timeout"),
                duration("elasticsearch.manage_timeout"));
        Layout layout = new Layout(
                whole("elasticsearch.shards", 1, 1_024),
                whole("elasticsearch.replicas", 0, 10),
                duration("elasticsearch.refresh"));
        return new ElasticsearchSettings(nodes, credentials, prefix, connections, timeouts, layout);
    }

    private Optional<Credentials> credentials() {
        String user = reader.value("elasticsearch.user", "a text", Optional::of);
        String password = reader.secret("elasticsearch.password");
        String apiKey = reader.secret("elasticsearch.api_key");
        reader.unless(user.isEmpty() || apiKey.isEmpty(), "elasticsearch.user", "no user beside an api_key");
        if (!apiKey.isEmpty()) return Optional.of(Credentials.apiKey(apiKey));
        return user.isEmpty() ? Optional.empty() : Optional.of(Credentials.user(user, password));
    }

    private Relay relay() {
        var pace = new IndexRelay.Pace(
                duration("relay.lease"),
                duration("relay.quickest"),
                duration("relay.slowest"),
                whole("relay.batch", 1, 5_000),
                whole("relay.max_tries", 1, 1_000));
        reader.unless(pace.quickest().compareTo(pace.slowest()) <= 0, "relay.quickest", "no longer than relay.slowest");
        return new Relay(pace, duration("relay.indexed_within"));
    }

    private Optional<CheckSteadily.Pace> check() {
        boolean enabled = flag("check.enabled");
        var pace = new CheckSteadily.Pace(
                duration("check.every"),
                whole("check.per_second", 1, 1_000_000),
                flag("check.deep"),
                flag("check.repair"));
        return enabled ? Optional.of(pace) : Optional.empty();
    }

    private int whole(String key, int least, int most) {
        return reader.value(key, "a whole number from " + least + " to " + most, Forms.whole(least, most));
    }

    private boolean flag(String key) {
        return reader.value(key, "true or false", Forms::flag);
    }

    private <E extends Enum<E>> E choice(String key, Class<E> type) {
        return reader.value(key, Forms.choices(type), Forms.choice(type));
    }

    private Duration duration(String key) {
        Duration least = Duration.ofMillis(1);
        Duration most = Duration.ofHours(1);
        return reader.value(key, "a duration from 1ms to 1h, such as 250ms or 5s", Forms.duration(least, most));
    }
}
