package dev.rozgar.bootstrap.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.rozgar.adapters.elasticsearch.Elasticsearch;
import dev.rozgar.adapters.postgres.Postgres;
import dev.rozgar.application.access.IssueKey;
import dev.rozgar.application.access.NewKey;
import dev.rozgar.application.access.Role;
import dev.rozgar.application.change.Transactions;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.words.Understand;
import dev.rozgar.bootstrap.Opened;
import dev.rozgar.bootstrap.process.ServiceProcess;
import dev.rozgar.bootstrap.settings.Settings;
import dev.rozgar.bootstrap.settings.SettingsSources;
import dev.rozgar.domain.Decision;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/// Everything that takes part in a benchmark, running.
final class Rig implements AutoCloseable {
    /// One caller asks as much as a thousand would.
    private static final Map<String, String> UNLIMITED =
            Map.of("rozgar.rate_limit.reads_per_minute", "0", "rozgar.rate_limit.writes_per_minute", "0");

    private final Opened opened = new Opened();
    private final HikariDataSource pool;
    private final Board board;
    private final Postgres postgres;
    private final Elasticsearch elasticsearch;
    private final ServiceProcess service;
    private final SettingsSources sources;
    private final Path directory;
    private final String key;

    Rig(SettingsSources sources, int connections, Path directory) {
        this.sources = sources;
        this.directory = directory;
        Settings settings = Settings.read(sources);
        try {
            this.pool = opened.add(pool(settings, connections));
            this.board = new Board(pool);
            this.postgres = opened.add(Postgres.open(settings.postgres().withPool(connections)));
            this.key = makeKey();
            this.elasticsearch = opened.add(Elasticsearch.open(settings.elasticsearch()));
            this.service = start("service", "serve");
        } catch (RuntimeException failure) {
            opened.close();
            throw failure;
        }
    }

    /// Another process of this program, over the same engines, until the rig is closed.
    ///
    /// @param name of its log
    ServiceProcess start(String name, String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        sources.file().ifPresent(file -> arguments.addAll(List.of("--config", file.toString())));
        return opened.add(ServiceProcess.start(new ServiceProcess.Recipe(
                arguments,
                sources.with(UNLIMITED).optionsAsEnvironment(),
                ServiceProcess.AS_LAUNCHED,
                directory.resolve(name + ".log"))));
    }

    static HikariDataSource pool(Settings settings, int connections) {
        var postgres = settings.postgres();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(postgres.url());
        config.setUsername(postgres.user());
        config.setPassword(postgres.password());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(connections);
        return new HikariDataSource(config);
    }

    /// For as long as the rig stands: whoever sees the list of processes sees it.
    private String makeKey() {
        var wanted = new IssueKey.Command(
                "benchmark",
                Role.OPERATOR,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.of(Duration.ofHours(2)));
        return switch (new IssueKey(postgres.apiKeys(), Clock.systemUTC()).handle(wanted)) {
            case Decision.Accepted<NewKey>(NewKey made, var _) -> {
                opened.add(() -> postgres.apiKeys().revoke(made.id(), Instant.now()));
                yield made.text();
            }
            case Decision.Refused<NewKey>(var reasons) -> throw new IllegalStateException(reasons.toString());
        };
    }

    /// An operator's.
    String key() {
        return key;
    }

    Board board() {
        return board;
    }

    Elasticsearch elasticsearch() {
        return elasticsearch;
    }

    ServiceProcess service() {
        return service;
    }

    /// Connections for what is run past the service.
    DataSource pool() {
        return pool;
    }

    /// The use cases' own transactions, without the service around them.
    Transactions transactions() {
        return postgres.transactions();
    }

    /// The request that the read model would send for the first page.
    Elasticsearch.RawSearch rawSearch(int page) {
        return elasticsearch.rawSearch(firstPage(page));
    }

    /// Where a document can be posted past everything of ours; removed with the rig.
    URI rawIndexing() {
        return opened.add(elasticsearch.rawIndexing()).uri();
    }

    /// The newest job as it is indexed.
    byte[] document() {
        return postgres.jobReadModel()
                .search(firstPage(1))
                .items()
                .getFirst()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    /// The statement that the read model would run for the first page.
    StatementLoop pageStatement(int page) {
        return new StatementLoop(postgres.rawPage(firstPage(page)));
    }

    /// The statement that the read model would run for a query.
    StatementLoop statement(DocumentQuery query) {
        return new StatementLoop(postgres.rawPage(query));
    }

    /// What words mean to this board.
    Understand understand() {
        return new Understand(postgres.dictionary());
    }

    private static DocumentQuery firstPage(int page) {
        return DocumentQuery.of(JobFields.JOB, JobFields.NEWEST_FIRST, Instant.now())
                .limit(page);
    }

    @Override
    public void close() {
        opened.close();
    }
}
