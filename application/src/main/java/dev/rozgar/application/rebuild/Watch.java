package dev.rozgar.application.rebuild;

import java.time.Duration;
import java.util.concurrent.CancellationException;

/// Whoever looks on while an index is built, and may end it between two steps by a [CancellationException]: the build
/// can then be taken up again by anybody.
public interface Watch {
    /// Told after each chunk.
    void at(Build build);

    /// Told what is done when it is not documents that are written.
    void step(String what);

    /// Waits.
    void pause(Duration time);

    /// Looks on in silence and waits by sleeping.
    static Watch silent() {
        return new Watch() {
            @Override
            public void at(Build build) {}

            @Override
            public void step(String what) {}

            @Override
            public void pause(Duration time) {
                sleep(time);
            }
        };
    }

    /// Waits, and gives the build up if the thread is interrupted.
    static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }
}
