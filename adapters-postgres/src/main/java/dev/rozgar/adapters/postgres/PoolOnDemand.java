package dev.rozgar.adapters.postgres;

import dev.rozgar.adapters.postgres.sql.PostgresPool;
import java.util.Optional;

/// Connections that are opened when they are first asked for.
final class PoolOnDemand implements AutoCloseable {
    private final PostgresSettings settings;
    private Optional<PostgresPool> pool = Optional.empty();

    PoolOnDemand(PostgresSettings settings) {
        this.settings = settings;
    }

    synchronized PostgresPool get() {
        PostgresPool opened = pool.orElseGet(() -> new PostgresPool(PoolConfig.of(settings)));
        pool = Optional.of(opened);
        return opened;
    }

    @Override
    public synchronized void close() {
        pool.ifPresent(PostgresPool::close);
    }
}
