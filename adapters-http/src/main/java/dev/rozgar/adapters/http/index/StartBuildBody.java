package dev.rozgar.adapters.http.index;

import dev.rozgar.application.rebuild.Build.Purpose;
import dev.rozgar.application.rebuild.Order;
import dev.rozgar.application.rebuild.StartBuild;
import dev.rozgar.domain.Faults;
import org.jspecify.annotations.Nullable;

/// How an index is to be built.
///
/// @param force swap whatever the check says; false if not given
/// @param rate  documents in a second at the most, 0 for as many as go; 0 if not given
public record StartBuildBody(
        @Nullable Boolean force, @Nullable Integer rate) {
    private static final int MOST = 1_000_000;

    /// @throws dev.rozgar.domain.InvalidValues with every fault
    StartBuild.Command toCommand(Purpose purpose) {
        Faults faults = new Faults();
        int pace = rate == null ? 0 : rate;
        faults.unless(pace >= 0 && pace <= MOST, "rate", "OUT_OF_RANGE", "must be from 0 to " + MOST);
        return faults.build(() -> new StartBuild.Command(new Order(purpose, force != null && force, pace)));
    }
}
