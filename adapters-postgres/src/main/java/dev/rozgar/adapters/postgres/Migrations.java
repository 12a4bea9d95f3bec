package dev.rozgar.adapters.postgres;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import dev.rozgar.application.PortFailure;

/// The schema, brought up to date by Flyway: versioned files once each, the functions whenever their text has changed.
final class Migrations {
    private Migrations() {}

    /// Over connections of its own: building an index may take longer than any statement of the application may.
    ///
    /// @return how many files were run
    static int run(PostgresSettings settings) {
        try {
            return Flyway.configure()
                    .dataSource(settings.url(), settings.user(), settings.password())
                    .locations("classpath:db/migration")
                    .load()
                    .migrate()
                    .migrationsExecuted;
        } catch (FlywayException failure) {
            throw PostgresFailures.of(failure);
        }
    }
}
