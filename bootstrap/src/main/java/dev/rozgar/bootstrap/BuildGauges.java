package dev.rozgar.bootstrap;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.rebuild.Build;
import dev.rozgar.application.rebuild.BuildLog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// How far the filling of an index is, whichever process is at it. Without one, nothing is told of it but that.
final class BuildGauges {
    private final MeterRegistry metrics;
    private final Remembered<Optional<Build>> underWay;

    BuildGauges(MeterRegistry metrics, BuildLog log) {
        this.metrics = metrics;
        this.underWay = new Remembered<>(() -> ask(log), Duration.ofSeconds(1));
    }

    void bind() {
        Gauge.builder("index.build.running", () -> underWay.get().isPresent() ? 1 : 0)
                .description("1 while an index is being filled")
                .strongReference(true)
                .register(metrics);
        gauge(
                "index.build.done",
                "Documents of it that are done",
                build -> build.position().done());
        gauge(
                "index.build.expected",
                "Documents that it will hold",
                build -> build.position().total());
        gauge(
                "index.build.turned.down",
                "Documents that it will not take as they are",
                build -> build.position().refused());
        gauge(
                "index.build.remaining.seconds",
                "How long it will take at its pace",
                build -> build.remaining().map(left -> left.toMillis() / 1e3).orElse(Double.NaN));
        gauge(
                "index.build.silence.seconds",
                "How long nobody has given a sign of being at it",
                build -> Duration.between(build.holder().heartbeat(), Instant.now())
                                .toMillis()
                        / 1e3);
    }

    private static Optional<Build> ask(BuildLog log) {
        try {
            return log.underWay();
        } catch (PortFailure outOfReach) {
            return Optional.empty();
        }
    }

    private void gauge(String name, String what, ToDoubleFunction<Build> figure) {
        Gauge.builder(name, () -> underWay.get().map(figure::applyAsDouble).orElse(Double.NaN))
                .description(what)
                .strongReference(true)
                .register(metrics);
    }
}
