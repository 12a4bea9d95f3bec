package dev.rozgar.domain.alerts;

/// Which of the jobs that match a saved search are told of.
public enum Scope {
    /// Those that were published after it was saved.
    NEW,
    /// Those, and older ones once they are changed. Whether such a job did not match before is not looked at.
    CHANGED
}
