package dev.rozgar.bootstrap;

import dev.rozgar.application.PortFailure;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/// Something done over and over beside the service, for as long as that runs. An engine that is away is told once.
final class SteadyLoop implements AutoCloseable {
    private final Runnable step;
    private final Pace pace;
    private final Logger log;
    private final Thread thread;
    private boolean away;

    /// @param every pause between two steps
    /// @param end   how long the step under way is waited for when the service stops
    record Pace(Duration every, Duration end) {}

    /// @param name of what is done, for its thread and its failures
    SteadyLoop(String name, Pace pace, Logger log, Runnable step) {
        this.step = step;
        this.pace = pace;
        this.log = log;
        this.thread = Thread.ofVirtual().name(name).start(this::run);
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                once();
                Thread.sleep(pace.every());
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void once() {
        try {
            step.run();
            away = false;
        } catch (PortFailure failure) {
            if (!away)
                log.log(Level.WARNING, "the {0} waits for the database: {1}", thread.getName(), failure.getMessage());
            away = true;
        } catch (RuntimeException defect) {
            // The loop must outlive a defect of one step: nobody would restart it.
            log.log(Level.ERROR, "a step of the " + thread.getName() + " failed", defect);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(pace.end());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
