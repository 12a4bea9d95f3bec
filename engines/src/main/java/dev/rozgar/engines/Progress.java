package dev.rozgar.engines;

/// Hears how far a start has come: the embedded Elasticsearch alone takes 9 to 25 seconds. Called from the starting
/// thread, with the percentage never falling within one start.
@FunctionalInterface
public interface Progress {
    /// For callers that do not show it.
    Progress SILENT = (_, _, _) -> {};

    /// @param engine "PostgreSQL" or "Elasticsearch"
    /// @param step what is being done, e.g. "unpacking"
    /// @param percent of the whole start, 0 to 100
    void report(String engine, String step, int percent);
}
