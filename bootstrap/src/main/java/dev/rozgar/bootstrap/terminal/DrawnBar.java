package dev.rozgar.bootstrap.terminal;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/// A bar on standard error that redraws itself.
final class DrawnBar implements Bar {
    private static final int REDRAW_MILLIS = 200;

    private final ProgressBar bar;

    DrawnBar(String title) {
        bar = new ProgressBarBuilder()
                .setTaskName(title)
                .setInitialMax(100)
                .setUpdateIntervalMillis(REDRAW_MILLIS)
                .setStyle(ProgressBarStyle.ASCII)
                .build();
    }

    @Override
    public void at(long done, long total) {
        bar.maxHint(Math.max(total, done));
        bar.stepTo(done);
    }

    @Override
    public void step(String what) {
        bar.setExtraMessage(what);
    }

    @Override
    public void close() {
        bar.close();
    }
}
