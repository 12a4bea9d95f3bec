package dev.rozgar.adapters.postgres;

import com.zaxxer.hikari.HikariConfig;
import dev.rozgar.adapters.postgres.sql.WatchedSockets;
import java.time.Duration;

/// How the pool and each of its sessions are set up.
final class PoolConfig {
    private PoolConfig() {}

    /// For what is read for the public: of many statements at once none is done sooner by taking up several cores.
    static HikariConfig ofLists(PostgresSettings settings) {
        HikariConfig config = of(settings);
        config.addDataSourceProperty("options", options(settings) + " -c max_parallel_workers_per_gather=0");
        return config;
    }

    static HikariConfig of(PostgresSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("rozgar-postgres");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(settings.pool());
        // The others when they are needed: proving the password of one costs a JVM that has just started some 50 ms.
        config.setMinimumIdle(1);
        config.setConnectionTimeout(settings.connect().toMillis());
        // A server that is down when the process starts is an outage like any other, met by each request.
        config.setInitializationFailTimeout(-1);
        // The driver sends the JVM's own zone when it connects, over whatever the options say.
        config.setConnectionInitSql("set time zone 'UTC'");
        config.addDataSourceProperty("ApplicationName", "rozgar");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("connectTimeout", seconds(settings.connect()));
        config.addDataSourceProperty("socketFactory", WatchedSockets.class.getName());
        config.addDataSourceProperty("socketFactoryArg", settings.answer().toString());
        // Prepared on the server at first use: the plans of the page and of its documents are worth keeping.
        config.addDataSourceProperty("prepareThreshold", "1");
        config.addDataSourceProperty("options", options(settings));
        return config;
    }

    private static String seconds(Duration duration) {
        return Long.toString(Math.max(1, duration.toSeconds()));
    }

    /// What every session is set to. Compiling expressions costs more than our short statements take, and a random page
    /// of tables that lie in memory costs no more than the next one.
    private static String options(PostgresSettings settings) {
        return String.join(
                " -c ",
                "",
                "DateStyle=ISO",
                "default_transaction_isolation=read\\ committed",
                "jit=off",
                "random_page_cost=1.1",
                "statement_timeout=" + settings.statement().toMillis(),
                "idle_in_transaction_session_timeout=" + PostgresSettings.IDLE_IN_TRANSACTION.toMillis());
    }
}
