package dev.rozgar.bootstrap;

import dev.rozgar.application.checking.CheckResults;
import dev.rozgar.application.checking.Difference.Kind;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// What the steady check has found on this node; the counts of all nodes add up.
final class CheckMeters implements MeterBinder {
    private final CheckResults results;

    CheckMeters(CheckResults results) {
        this.results = results;
    }

    @Override
    public void bindTo(MeterRegistry metrics) {
        counter("index.check.jobs", "Jobs compared with the index", CheckResults::checked)
                .register(metrics);
        counter("index.check.unsettled", "Jobs about which something was under way", CheckResults::unsettled)
                .register(metrics);
        counter("index.check.repaired", "Jobs owed anew because they differed", CheckResults::repaired)
                .register(metrics);
        for (Kind kind : Kind.values()) {
            counter("index.check.differences", "Jobs that the index had wrong", its -> its.differences(kind))
                    .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                    .register(metrics);
        }
        Gauge.builder("index.check.speed", results, CheckResults::perSecond)
                .description("Jobs a second while it was at work last")
                .strongReference(true)
                .register(metrics);
        Gauge.builder("index.check.pass.age.seconds", results, CheckMeters::age)
                .description("Since all nodes together had seen every job")
                .strongReference(true)
                .register(metrics);
    }

    private FunctionCounter.Builder<CheckResults> counter(
            String name, String what, ToDoubleFunction<CheckResults> count) {
        return FunctionCounter.builder(name, results, count).description(what);
    }

    /// Not a number until there was a pass.
    private static double age(CheckResults results) {
        return results.lastPass()
                .map(at -> Duration.between(at, Instant.now()).toMillis() / 1e3)
                .orElse(Double.NaN);
    }
}
