package dev.rozgar.bootstrap.cli;

import dev.rozgar.adapters.postgres.Postgres;
import dev.rozgar.application.PortFailure;
import dev.rozgar.bootstrap.SearchCopy;
import java.util.List;

/// Nothing runs on a database that this program does not fit.
final class Schema {
    private Schema() {}

    /// An index of another declaration is nothing to serve from either. One that is not there, or does not answer, is
    /// seen to while the service runs.
    static void check(SearchCopy copy) {
        copy.misfit().ifPresent(misfit -> {
            throw new Refusal("The live index was made for another declaration of the job (" + misfit.text() + ")."
                    + System.lineSeparator()
                    + "Run `rozgar index rebuild`, or start with --auto-migrate, which also fills in new fields.");
        });
    }

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
