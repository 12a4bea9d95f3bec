package dev.rozgar.domain.hiring;

import dev.rozgar.domain.job.JobState;

/// As much of a job's state as its applications care about.
public enum JobPhase {
    /// Not shown yet, or sent back by a moderator: applications wait.
    PENDING,
    /// Shown, about to be shown or hidden for a while.
    LIVE,
    /// Ended, refused or removed; a job may come back from an end, its closed applications do not.
    OVER;

    /// The phase of a job in that state. A removed job is over whatever its state.
    public static JobPhase of(JobState.Kind state) {
        return switch (state) {
            case DRAFT, IN_REVIEW, CHANGES_REQUESTED -> PENDING;
            case SCHEDULED, PUBLISHED, PAUSED -> LIVE;
            case FILLED, EXPIRED, CLOSED, REJECTED, ARCHIVED -> OVER;
        };
    }
}
