package dev.rozgar.bootstrap.prove.work;

/// Lets writers do so many operations together and no more, until they are let on: so that faults fall among writes
/// rather than behind them.
public final class Pace {
    private int begun;
    private int done;
    private int most;

    public Pace(int most) {
        this.most = most;
    }

    /// Up to so many operations in all, from now on.
    public synchronized void letOn(int count) {
        most = Math.max(most, count);
        notifyAll();
    }

    synchronized void begin() throws InterruptedException {
        while (begun >= most) wait();
        begun++;
    }

    synchronized void end() {
        done++;
        notifyAll();
    }

    /// Waits until so many are done, or the time is over.
    public synchronized void awaitDone(int count, long mostMillis) {
        long until = System.nanoTime() + mostMillis * 1_000_000;
        try {
            for (long left = mostMillis; done < count && left > 0; left = (until - System.nanoTime()) / 1_000_000)
                wait(left);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
