package dev.rozgar.bootstrap.prove.work;

import dev.rozgar.bootstrap.prove.stand.Eventually;
import dev.rozgar.bootstrap.prove.stand.IndexScan;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Searches over and over for the newest jobs and remembers when each was found first, to within its own pace; those
/// that come later than many others to within ten times that.
public final class Watch implements AutoCloseable {
    private static final Duration PACE = Duration.ofMillis(20);
    private static final int NEWEST = 200;
    /// Once in so many searches it looks further back, for those that came late: behind so many others they would
    /// never be seen.
    private static final int FURTHER = 10;

    private static final int LATE = 2_000;

    private final IndexScan index;
    private final Map<Long, Long> seen = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean open = true;

    private Watch(IndexScan index) {
        this.index = index;
        this.thread = Thread.ofPlatform().daemon().name("watch").start(this::run);
    }

    public static Watch start(IndexScan index) {
        return new Watch(index);
    }

    private void run() {
        for (int turn = 1; open; turn++) {
            Set<Long> found = index.newest(turn % FURTHER == 0 ? LATE : NEWEST);
            long now = System.nanoTime();
            found.forEach(id -> seen.putIfAbsent(id, now));
            Eventually.pause(PACE);
        }
    }

    public boolean hasSeen(Set<Long> ids) {
        return seen.keySet().containsAll(ids);
    }

    /// How long after its moment each was found; one that was found before its writer had the answer counts as 0.
    ///
    /// @param moments by id, of [System#nanoTime]
    public double[] millisAfter(Map<Long, Long> moments) {
        return moments.entrySet().stream()
                .filter(each -> seen.containsKey(each.getKey()))
                .mapToDouble(each -> Math.max(0, (seen.getOrDefault(each.getKey(), 0L) - each.getValue()) / 1e6))
                .toArray();
    }

    @Override
    public void close() {
        open = false;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
