package dev.rozgar.bootstrap.cli;

import dev.rozgar.adapters.postgres.Postgres;
import dev.rozgar.application.PortFailure;
import java.util.List;

/// Nothing runs on a database that this program does not fit.
final class Schema {
    private Schema() {}

    /// @param migrate bring it up to date instead of refusing
    static void check(Postgres postgres, boolean migrate) {
        if (migrate) postgres.migrate();
        List<String> pending = postgres.pendingMigrations();
        if (!pending.isEmpty()) {
            throw new Refusal("The database lacks " + pending.size() + " migration(s): " + String.join(", ", pending)
                    + "." + System.lineSeparator() + "Run `rozgar migrate`, or start with --migrate.");
        }
        try {
            postgres.checkDeclaration();
        } catch (PortFailure misfit) {
            if (misfit.kind() == PortFailure.Kind.UNAVAILABLE) throw misfit;
            // A defect of the deployment, not of a statement: what is missing is all there is to say.
            throw new Refusal("The database does not fit this version: " + misfit.getMessage());
        }
    }
}
