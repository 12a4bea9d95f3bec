package dev.rozgar.adapters.postgres;

import com.zaxxer.hikari.HikariConfig;
import dev.rozgar.adapters.postgres.sql.PostgresPool;
import java.util.Optional;
import java.util.function.Supplier;

/// Connections that are opened when they are first asked for.
final class PoolOnDemand implements AutoCloseable {
    private final Supplier<HikariConfig> config;
    private Optional<PostgresPool> pool = Optional.empty();

    PoolOnDemand(Supplier<HikariConfig> config) {
        this.config = config;
    }

    synchronized PostgresPool get() {
        PostgresPool opened = pool.orElseGet(() -> new PostgresPool(config.get()));
        pool = Optional.of(opened);
        return opened;
    }

    @Override
    public synchronized void close() {
        pool.ifPresent(PostgresPool::close);
    }
}
