package dev.rozgar.adapters.postgres;

import dev.rozgar.adapters.postgres.document.SchemaCheck;
import dev.rozgar.adapters.postgres.sql.PostgresFailures;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.listing.CompanyFields;
import dev.rozgar.application.listing.JobFields;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// The schema, brought up to date by Flyway: versioned files once each, the functions whenever their text has changed.
final class Migrations {
    private static final List<DocumentSchema> DECLARED = List.of(JobFields.JOB, CompanyFields.COMPANY);

    /// Over connections of its own: building an index may take longer than any statement of the application may.
    private final Flyway flyway;

    Migrations(PostgresSettings settings) {
        this.flyway = Flyway.configure()
                .dataSource(settings.url(), settings.user(), settings.password())
                .locations("classpath:db/migration")
                .load();
    }

    void run() {
        try {
            flyway.migrate();
        } catch (FlywayException failure) {
            throw PostgresFailures.of(failure);
        }
    }

    List<String> pending() {
        try {
            return Arrays.stream(flyway.info().pending())
                    .map(migration -> migration.getScript())
                    .toList();
        } catch (FlywayException failure) {
            throw PostgresFailures.of(failure);
        }
    }

    /// Which declaration the functions were rendered from.
    void remember(DataSource connections) {
        DECLARED.forEach(schema -> SchemaCheck.remember(connections, schema));
    }

    void check(DataSource connections) {
        DECLARED.forEach(schema -> SchemaCheck.run(connections, schema));
    }
}
