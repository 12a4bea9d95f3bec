package dev.rozgar.bootstrap;

import dev.rozgar.application.rebuild.Build;
import dev.rozgar.application.rebuild.Watch;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Leaves a build when its process closes. Between two chunks nothing is under way that could be torn, and whoever
/// comes next goes on from there.
final class UntilClosed implements Watch {
    private final CountDownLatch closing;

    /// @param closing open once the process closes
    UntilClosed(CountDownLatch closing) {
        this.closing = closing;
    }

    @Override
    public void at(Build build) {
        leaveIfClosing();
    }

    @Override
    public void step(String what) {
        leaveIfClosing();
    }

    @Override
    public void pause(Duration time) {
        try {
            if (closing.await(time.toNanos(), TimeUnit.NANOSECONDS)) leaveIfClosing();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private void leaveIfClosing() {
        if (closing.getCount() == 0) throw new CancellationException("closing down");
    }
}
