package dev.rozgar.adapters.http.resource;

import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.wire.Exchange;
import dev.rozgar.adapters.http.wire.QueryString;
import dev.rozgar.application.change.Sync;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How a write is wanted, as its query and its header `Prefer` say.
///
/// | asked | level | waits |
/// |---|---|---|
/// | nothing | accepted | |
/// | `?sync=` | that | as long as is usual |
/// | `?sync=` and `Prefer: wait=N` | that | N seconds at the most |
/// | `Prefer: wait=N`, with `respond-async` or without | indexed | N seconds at the most |
/// | `Prefer: respond-async` | indexed | not at all: 202 |
///
/// @param validateOnly decide everything and write nothing
/// @param patience how long the caller would wait for the level
/// @param applied what of its preferences was heeded, as `Preference-Applied` tells it
public record Wish(boolean validateOnly, Sync sync, Optional<Duration> patience, String applied) {
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
        return new Wish(only, settled, Optional.empty(), "");
    }

    /// With `validate_only`, `sync` and preferences.
    ///
    /// @throws Refusal also where the two contradict each other
    public static Wish withSync(Exchange exchange) {
        QueryString query = exchange.query();
        Preferences preferences = Preferences.of(exchange.request().headers());
        QueryFaults faults = new QueryFaults();
        boolean only = validateOnly(query, faults);
        boolean prefers = preferences.async() || preferences.patience().isPresent();
        Sync sync = query.choice(SYNC, List.of(Sync.values()), prefers ? Sync.INDEXED : Sync.ACCEPTED, faults);
        if (query.first(SYNC).isPresent()) contradiction(sync, preferences, faults);
        query.requireOnly(Set.of(VALIDATE_ONLY, SYNC), faults);
        boolean at = preferences.async() && preferences.patience().isEmpty();
        return new Wish(
                only,
                sync,
                at ? Optional.of(Duration.ZERO) : preferences.patience(),
                only ? "" : preferences.applied());
    }

    private static void contradiction(Sync sync, Preferences preferences, QueryFaults faults) {
        if (sync == Sync.ACCEPTED && preferences.patience().isPresent())
            faults.add(SYNC, "CONTRADICTION", "accepted waits for nothing, but Prefer names a time to wait");
        if (sync != Sync.ACCEPTED
                && preferences.async()
                && preferences.patience().isEmpty())
            faults.add(SYNC, "CONTRADICTION", "Prefer says respond-async, which waits for nothing without wait=N");
    }

    private static boolean validateOnly(QueryString query, QueryFaults faults) {
        return query.choice(VALIDATE_ONLY, List.of(Flag.values()), Flag.FALSE, faults) == Flag.TRUE;
    }
}
