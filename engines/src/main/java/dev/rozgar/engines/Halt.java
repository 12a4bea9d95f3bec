package dev.rozgar.engines;

/// How hard a server is stopped.
enum Halt {
    /// As an operator would: finish, flush, leave.
    ORDERLY,
    /// As fast as the server itself allows; the next start recovers from the log (PostgreSQL's "immediate" mode).
    IMMEDIATE,
    /// SIGKILL: the server learns nothing of it.
    KILL
}
