package dev.rozgar.bootstrap.bench;

import java.util.function.IntFunction;
import java.util.function.IntSupplier;

/// What one contestant does in each round.
///
/// @param load sends so many requests and measures them
/// @param requests of a measured run; known when it is warm
/// @param warmUp the same without measuring, before the first round
/// @param afterwards brings things back in order, not measured
record Lane(Contestant contestant, IntFunction<Run> load, IntSupplier requests, Runnable warmUp, Runnable afterwards) {
    private static final int SHARE_TO_LOOSEN = 5;

    /// One measured run. A few requests go ahead of it: the lanes before it have had the caches for themselves.
    Run run() {
        var _ = load.apply(Math.max(1, requests.getAsInt() / SHARE_TO_LOOSEN));
        Run run = load.apply(requests.getAsInt());
        afterwards.run();
        return run;
    }
}
