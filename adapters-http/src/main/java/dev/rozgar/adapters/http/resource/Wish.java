package dev.rozgar.adapters.http.resource;

import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.wire.QueryString;
import dev.rozgar.application.change.Sync;
import java.util.List;
import java.util.Set;

/// How a write is wanted, as its query says.
///
/// @param validateOnly decide everything and write nothing
public record Wish(boolean validateOnly, Sync sync) {
    public static final String VALIDATE_ONLY = "validate_only";
    public static final String SYNC = "sync";

    private enum Flag {
        TRUE,
        FALSE
    }

    /// With `validate_only` alone; the level is settled.
    public static Wish of(QueryString query, Sync settled) {
        QueryFaults faults = new QueryFaults();
        boolean only = validateOnly(query, faults);
        query.requireOnly(Set.of(VALIDATE_ONLY), faults);
        return new Wish(only, settled);
    }

    /// With `validate_only` and `sync`.
    public static Wish withSync(QueryString query) {
        QueryFaults faults = new QueryFaults();
        boolean only = validateOnly(query, faults);
        Sync sync = query.choice(SYNC, List.of(Sync.values()), Sync.ACCEPTED, faults);
        query.requireOnly(Set.of(VALIDATE_ONLY, SYNC), faults);
        return new Wish(only, sync);
    }

    private static boolean validateOnly(QueryString query, QueryFaults faults) {
        return query.choice(VALIDATE_ONLY, List.of(Flag.values()), Flag.FALSE, faults) == Flag.TRUE;
    }
}
