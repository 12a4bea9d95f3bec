package dev.rozgar.adapters.postgres;

import com.zaxxer.hikari.HikariDataSource;

/// What the pool does at the moment of each call.
public final class PoolGauges {
    private final HikariDataSource pool;

    PoolGauges(HikariDataSource pool) {
        this.pool = pool;
    }

    /// Connections at work.
    public int active() {
        return pool.getHikariPoolMXBean().getActiveConnections();
    }

    /// Connections at rest.
    public int idle() {
        return pool.getHikariPoolMXBean().getIdleConnections();
    }

    /// Threads that wait for a connection.
    public int waiting() {
        return pool.getHikariPoolMXBean().getThreadsAwaitingConnection();
    }

    /// Connections there may be.
    public int max() {
        return pool.getMaximumPoolSize();
    }
}
