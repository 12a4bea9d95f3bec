package dev.rozgar.domain.job;

/// When in the day the work lies.
public enum ShiftKind {
    DAY,
    NIGHT,
    ROTATING,
    SPLIT,
    FLEX
}
