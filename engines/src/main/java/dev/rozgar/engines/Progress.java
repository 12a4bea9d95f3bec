package dev.rozgar.engines;

/// Hears how far a start has come.
///
/// The embedded Elasticsearch alone takes 9 to 25 seconds. Called from the starting thread, with the percentage
/// never falling within one start.
@FunctionalInterface
public interface Progress {
    /// Nobody listens.
    Progress SILENT = (_, _, _) -> {};

    /// Takes note of a step.
    ///
    /// @param engine "PostgreSQL" or "Elasticsearch"
    /// @param step what is being done, e.g. "unpacking"
    /// @param percent of the whole start, 0 to 100
    void report(String engine, String step, int percent);
}
