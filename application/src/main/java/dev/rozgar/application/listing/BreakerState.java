package dev.rozgar.application.listing;

/// Whether an engine is asked.
public enum BreakerState {
    /// It is.
    CLOSED,
    /// One call finds out whether it answers again; the others are kept away.
    HALF_OPEN,
    /// It is left alone.
    OPEN
}
