package dev.rozgar.bootstrap.cli;

import dev.rozgar.application.rebuild.Build;
import dev.rozgar.application.rebuild.Build.Outcome;
import dev.rozgar.application.rebuild.BuildLog;
import dev.rozgar.application.rebuild.Order;
import dev.rozgar.application.rebuild.Watch;
import dev.rozgar.bootstrap.SearchCopy;
import dev.rozgar.bootstrap.Wiring;
import dev.rozgar.bootstrap.terminal.Bar;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;

/// Has an index built before a person's eyes.
final class Building {
    private static final Duration GLANCE = Duration.ofMillis(500);

    private final SearchCopy copy;
    private final BuildLog log;

    Building(Wiring wiring) {
        this.copy = copy(wiring);
        this.log = wiring.postgres().buildLog();
    }

    static SearchCopy copy(Wiring wiring) {
        return wiring.copy().orElseThrow(() -> new Refusal("There is no index: rozgar.write_policy is sql_only."));
    }

    /// @param follow look on if another process is at it, and go on if that one dies
    /// @return the build, ended
    Build run(Order order, boolean follow) {
        try (Bar bar = Bar.open("indexing")) {
            Watch watch = new BarWatch(bar);
            Optional<Build> build = copy.build(order, watch);
            if (build.isPresent()) return build.get();
            if (!follow) throw new Refusal("Another process is building an index at the moment; --watch looks on.");
            return followed(order, watch);
        }
    }

    private Build followed(Order order, Watch watch) {
        Optional<Build> seen = log.underWay();
        for (; ; ) {
            Optional<Build> now = log.latest();
            // The one that was looked on at, and no other, is whose end is told.
            if (seen.isPresent()
                    && now.isPresent()
                    && now.get().number() == seen.get().number()) {
                if (now.get().end().isPresent()) return now.get();
                watch.at(now.get());
            } else if (seen.isPresent()) {
                return seen.get();
            }
            watch.pause(GLANCE);
            Optional<Build> mine =
                    seen.isEmpty() || log.underWay().isPresent() ? copy.build(order, watch) : Optional.empty();
            if (mine.isPresent()) return mine.get();
            if (seen.isEmpty()) seen = log.underWay();
        }
    }

    /// Says how it ended.
    ///
    /// @return the exit code
    static int tell(Build build, PrintWriter out) {
        Outcome outcome = build.end().map(Build.End::outcome).orElse(Outcome.ABANDONED);
        out.println(build.position().written() + " jobs written, "
                + build.position().refused() + " refused; "
                + switch (outcome) {
                    case DONE -> "the index " + build.plan().index() + " is live.";
                    case REFUSED -> "the new index was NOT made live and is given up:";
                    case ABANDONED -> "given up.";
                });
        build.end().ifPresent(end -> end.remarks().forEach(remark -> out.println("  - " + remark)));
        if (outcome == Outcome.REFUSED) out.println("With --force it would have been made live all the same.");
        return outcome == Outcome.DONE ? Rozgar.OK : Rozgar.IN_PART;
    }
}
