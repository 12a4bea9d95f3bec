package dev.rozgar.bootstrap.bench;

import dev.rozgar.domain.job.JobState;
import java.util.function.ToIntFunction;

/// A job that is moved to and fro by one worker at a time.
final class BenchJob {
    private final long id;
    private Turn next = Turn.PAUSE;
    private String tag;
    private long keys;

    /// @param tag the ETag of its version
    BenchJob(long id, String tag) {
        this.id = id;
        this.tag = tag;
    }

    /// The move that is possible now.
    enum Turn {
        PAUSE(JobState.Kind.PUBLISHED, JobState.Kind.PAUSED),
        RESUME(JobState.Kind.PAUSED, JobState.Kind.PUBLISHED);

        private final JobState.Kind from;
        private final JobState.Kind to;

        Turn(JobState.Kind from, JobState.Kind to) {
            this.from = from;
            this.to = to;
        }

        JobState.Kind from() {
            return from;
        }

        JobState.Kind to() {
            return to;
        }
    }

    long id() {
        return id;
    }

    String tag() {
        return tag;
    }

    void isNow(String newTag) {
        tag = newTag;
    }

    /// Never the same twice.
    String nextKey() {
        return "bench-" + id + '-' + System.nanoTime() + '-' + keys++;
    }

    /// Does what is possible now, after which the other is.
    int turn(ToIntFunction<Turn> move) {
        int bytes = move.applyAsInt(next);
        next = next == Turn.PAUSE ? Turn.RESUME : Turn.PAUSE;
        return bytes;
    }
}
