package dev.rozgar.application.access;

/// What somebody is to the board. One identity has one role.
public enum Role {
    /// Nobody has said who it is.
    ANONYMOUS,
    /// Looks for work.
    CANDIDATE,
    /// Posts and hires for one company.
    RECRUITER,
    /// Decides what is shown.
    MODERATOR,
    /// Keeps the books.
    FINANCE,
    /// Runs the installation.
    OPERATOR,
    /// Brings candidates from elsewhere.
    PARTNER,
    /// The board itself: its clock and its rules. No key or token carries it.
    SYSTEM
}
