package dev.rozgar.application.indexing;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.change.ConsistencyToken;
import dev.rozgar.application.change.ConsistencyToken.Part;
import dev.rozgar.application.indexing.IndexProgress.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// One look at the ledger for all who wait for the index, over and over while anybody does. At rest it asks nothing.
final class SharedLook {
    private final IndexProgress progress;
    private final Duration pause;
    private final List<Waiting> waiting = new ArrayList<>();
    private boolean looking;

    /// What one caller still waits for.
    private static final class Waiting {
        final long epoch;
        final Set<Part> left;
        boolean hopeless;

        Waiting(ConsistencyToken token) {
            this.epoch = token.epoch();
            this.left = new HashSet<>(token.parts());
        }

        boolean isOver() {
            return hopeless || left.isEmpty();
        }

        void hear(Report report) {
            hopeless |= report.epoch() != epoch || !Collections.disjoint(left, report.hopeless());
            if (!hopeless) left.removeAll(report.settled());
        }
    }

    /// @param pause between two looks
    SharedLook(IndexProgress progress, Duration pause) {
        this.progress = progress;
        this.pause = pause;
    }

    /// Waits until the index has acknowledged all of it. Gives up at once where it will not, or where nobody can tell.
    ///
    /// @return whether it has, in time
    synchronized boolean await(ConsistencyToken token, Duration most) {
        long deadline = System.nanoTime() + most.toNanos();
        Waiting mine = new Waiting(token);
        waiting.add(mine);
        try {
            begin();
            while (!mine.isOver()) {
                long millis = (deadline - System.nanoTime()) / 1_000_000;
                if (millis <= 0) return false;
                wait(millis);
            }
            return mine.left.isEmpty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.remove(mine);
        }
    }

    /// On a thread of its own: whoever waits may give up, however long the ledger takes.
    private void begin() {
        if (looking) return;
        looking = true;
        Thread.ofVirtual().name("index-look").start(this::run);
    }

    private void run() {
        try {
            for (Set<Part> asked = asked(); !asked.isEmpty(); asked = asked()) {
                hear(progress.of(asked), asked);
                Thread.sleep(pause);
            }
        } catch (PortFailure silent) {
            // Nobody is told that the index has come so far.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            end();
        }
    }

    /// What anybody waits for; if nobody does, the looking ends with this look.
    private synchronized Set<Part> asked() {
        Set<Part> asked = waiting.stream().flatMap(one -> one.left.stream()).collect(Collectors.toSet());
        looking = !asked.isEmpty();
        return asked;
    }

    /// Whoever came while the ledger was asked hears of the next look.
    private synchronized void hear(Report report, Set<Part> asked) {
        waiting.stream().filter(one -> asked.containsAll(one.left)).forEach(one -> one.hear(report));
        notifyAll();
    }

    /// Whoever still waits does so in vain, unless others look for them by now.
    private synchronized void end() {
        if (!looking) return;
        looking = false;
        waiting.forEach(one -> one.hopeless = true);
        notifyAll();
    }
}
