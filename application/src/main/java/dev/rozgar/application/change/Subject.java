package dev.rozgar.application.change;

/// What a line of the log is about.
public record Subject(Kind kind, long id) {
    /// Things that have states.
    public enum Kind {
        COMPANY,
        JOB,
        APPLICATION,
        INVOICE
    }
}
