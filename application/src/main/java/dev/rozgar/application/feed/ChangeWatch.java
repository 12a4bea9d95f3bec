package dev.rozgar.application.feed;

import dev.rozgar.application.PortFailure;
import java.time.Duration;

/// One look at the feed for all who wait for something new, over and over while anybody does.
final class ChangeWatch implements AutoCloseable {
    private final ChangeFeed feed;
    private final Duration quickest;
    private final Duration slowest;
    private FeedCursor newest = new FeedCursor(0, 0, 0);
    private int waiting;
    private boolean looking;
    private boolean closed;

    /// @param quickest pause between two looks after something came
    /// @param slowest  pause at rest
    ChangeWatch(ChangeFeed feed, Duration quickest, Duration slowest) {
        this.feed = feed;
        this.quickest = quickest;
        this.slowest = slowest;
    }

    /// Waits until there is something to be read behind this place, or for `most`.
    ///
    /// @return whether there may be
    synchronized boolean await(FeedCursor place, Duration most) {
        long deadline = System.nanoTime() + most.toNanos();
        waiting++;
        try {
            begin();
            while (!closed && newest.compareTo(place) <= 0) {
                long millis = (deadline - System.nanoTime()) / 1_000_000;
                if (millis <= 0) return false;
                wait(millis);
            }
            return !closed;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting--;
        }
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /// On a thread of its own: whoever waits may give up, however long the store takes.
    private void begin() {
        if (looking || closed) return;
        looking = true;
        Thread.ofVirtual().name("changes").start(this::run);
    }

    private void run() {
        Duration pause = quickest;
        try {
            while (isWanted()) {
                Thread.sleep(pause);
                Duration doubled = pause.multipliedBy(2);
                pause = hear(look()) ? quickest : doubled.compareTo(slowest) < 0 ? doubled : slowest;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private FeedCursor look() {
        try {
            return feed.newest();
        } catch (PortFailure away) {
            // Who waits is told of nothing new, and asks again.
            return new FeedCursor(0, 0, 0);
        }
    }

    private synchronized boolean isWanted() {
        looking = waiting > 0 && !closed;
        return looking;
    }

    private synchronized boolean hear(FeedCursor seen) {
        if (seen.compareTo(newest) <= 0) return false;
        newest = seen;
        notifyAll();
        return true;
    }

    /// Nobody waits any longer.
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
