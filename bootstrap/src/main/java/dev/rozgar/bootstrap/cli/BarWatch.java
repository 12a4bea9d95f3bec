package dev.rozgar.bootstrap.cli;

import dev.rozgar.application.rebuild.Build;
import dev.rozgar.application.rebuild.Watch;
import dev.rozgar.bootstrap.terminal.Bar;
import java.time.Duration;

/// Shows a build to a person.
final class BarWatch implements Watch {
    private final Bar bar;

    BarWatch(Bar bar) {
        this.bar = bar;
    }

    @Override
    public void at(Build build) {
        bar.step(Progress.text(build));
        bar.at(build.position().done(), build.position().total());
    }

    @Override
    public void step(String what) {
        bar.step(what);
    }

    @Override
    public void pause(Duration time) {
        Watch.sleep(time);
    }
}
