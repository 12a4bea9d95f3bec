package dev.rozgar.application.change;

/// How far a write has come when its caller is answered. Later levels include the earlier ones.
public enum Sync {
    /// Committed in PostgreSQL; the index follows.
    ACCEPTED,
    /// The index has acknowledged the document.
    INDEXED,
    /// Searches find the document.
    VISIBLE
}
