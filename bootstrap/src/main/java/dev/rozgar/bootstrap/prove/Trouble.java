package dev.rozgar.bootstrap.prove;

import java.util.Locale;

/// What can happen to a board.
enum Trouble {
    /// SIGKILL to a node of the service.
    NODE_KILLED,
    /// SIGKILL to Elasticsearch, which starts again on its data.
    ELASTICSEARCH_KILLED,
    /// SIGSTOP to Elasticsearch: connections stand, nothing answers.
    ELASTICSEARCH_FROZEN,
    /// `pg_terminate_backend` of every connection of the service.
    BACKENDS_TERMINATED,
    /// PostgreSQL stopped in its mode "immediate", which recovers at the next start.
    POSTGRESQL_STOPPED,
    /// RST on every connection to both engines, several times.
    CONNECTIONS_RESET,
    /// Every piece of traffic late.
    TRAFFIC_LATE,
    /// Connections to Elasticsearch stand, and nothing comes through.
    ELASTICSEARCH_CUT_OFF,
    /// The disk of Elasticsearch is full: writes are answered 429.
    INDEX_BLOCKED;

    /// For people.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
