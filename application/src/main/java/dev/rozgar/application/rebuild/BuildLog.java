package dev.rozgar.application.rebuild;

/// What is known, by every node, of the building of indexes. Throws [dev.rozgar.application.PortFailure] when
/// PostgreSQL
/// does not answer.
public interface BuildLog {
    /// Whether an index is under construction, which then receives every write as well. Seen by the next claim on any
    /// node.
    void building(boolean underConstruction);
}
