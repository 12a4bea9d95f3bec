package dev.rozgar.bootstrap.doctor;

import dev.rozgar.bootstrap.settings.Settings;
import java.util.List;

/// PostgreSQL, without which nothing works.
final class PostgresChecks {
    private PostgresChecks() {}

    static List<Finding> run(Settings settings) {
        return List.of();
    }
}
