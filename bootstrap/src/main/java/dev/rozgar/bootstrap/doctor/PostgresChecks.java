package dev.rozgar.bootstrap.doctor;

import dev.rozgar.adapters.postgres.Postgres;
import dev.rozgar.adapters.postgres.PostgresSettings;
import dev.rozgar.application.PortFailure;
import dev.rozgar.bootstrap.settings.Settings;
import java.util.ArrayList;
import java.util.List;

/// PostgreSQL, without which nothing works.
final class PostgresChecks {
    private static final String SUBJECT = "PostgreSQL";
    private static final int OLDEST = 15;
    private static final int USUAL = 18;

    private PostgresChecks() {}

    static List<Finding> run(Settings settings) {
        List<Finding> findings = new ArrayList<>();
        try (Postgres postgres = Postgres.open(settings.postgres().withPool(1))) {
            findings.add(version(postgres.version()));
            List<String> pending = postgres.pendingMigrations();
            findings.add(migrations(pending));
            if (pending.isEmpty()) findings.add(declaration(postgres));
        } catch (PortFailure failure) {
            findings.add(silent(settings, failure));
        }
        return findings;
    }

    /// Where nobody has said which server to use the demo brings its own, so nothing need be wrong.
    private static Finding silent(Settings settings, PortFailure failure) {
        PostgresSettings server = settings.postgres();
        String detail = server + ": " + failure.getMessage();
        String fix = "start it, or set ROZGAR_POSTGRES_URL, ROZGAR_POSTGRES_USER and ROZGAR_POSTGRES_PASSWORD; "
                + "`rozgar demo` brings its own";
        return settings.isChosen("rozgar.postgres.url")
                ? Finding.fail(SUBJECT, detail, fix)
                : Finding.warn(SUBJECT, detail, fix);
    }

    static Finding version(String version) {
        int major = Integer.parseInt(version.replaceFirst("[^0-9].*", ""));
        if (major >= USUAL) return Finding.ok(SUBJECT, version);
        return major >= OLDEST
                ? Finding.warn(SUBJECT, version, "PostgreSQL " + USUAL + " is what the tests run on")
                : Finding.fail(SUBJECT, version, "upgrade to PostgreSQL " + USUAL);
    }

    static Finding migrations(List<String> pending) {
        return pending.isEmpty()
                ? Finding.ok("migrations", "up to date")
                : Finding.fail(
                        "migrations", pending.size() + " pending: " + String.join(", ", pending), "`rozgar migrate`");
    }

    private static Finding declaration(Postgres postgres) {
        try {
            postgres.checkDeclaration();
            return Finding.ok("declaration", "the database has every declared column");
        } catch (PortFailure misfit) {
            return Finding.fail(
                    "declaration", String.valueOf(misfit.getMessage()), "add the migration that is missing");
        }
    }
}
