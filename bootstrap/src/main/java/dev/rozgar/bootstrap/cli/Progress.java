package dev.rozgar.bootstrap.cli;

import dev.rozgar.application.rebuild.Build;
import java.time.Duration;
import java.util.Locale;

/// How a build is told to a person.
final class Progress {
    private Progress() {}

    /// Its pace and how long it will take.
    static String text(Build build) {
        String left = build.remaining().map(time -> ", " + time(time) + " left").orElse("");
        return build.pace() + "/s" + left;
    }

    /// All of a build on a line.
    static String line(Build build) {
        var position = build.position();
        long percent = position.total() == 0 ? 100 : Math.min(100, position.done() * 100 / position.total());
        String what = build.plan().purpose().name().toLowerCase(Locale.ROOT) + " of "
                + build.plan().index();
        String done = position.done() + " of " + position.total() + " (" + percent + " %)";
        return build.end()
                .map(end -> what + " " + end.outcome().name().toLowerCase(Locale.ROOT) + " at " + end.at() + ", "
                        + position.written() + " written, " + position.refused() + " refused")
                .orElseGet(() -> what + ", " + done + ", " + text(build) + ", by "
                        + build.holder().owner() + ", last sign of life "
                        + build.holder().heartbeat());
    }

    private static String time(Duration time) {
        long seconds = time.toSeconds();
        if (seconds < 60) return seconds + " s";
        return seconds < 3_600
                ? seconds / 60 + " min " + seconds % 60 + " s"
                : seconds / 3_600 + " h " + seconds / 60 % 60 + " min";
    }
}
