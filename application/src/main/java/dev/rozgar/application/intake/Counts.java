package dev.rozgar.application.intake;

/// What became of the rows so far; each is counted once.
///
/// @param imported  new jobs
/// @param updated   jobs that said something else before
/// @param unchanged jobs that said just that before; nothing was written
/// @param rejected  rows that were handed to the rejects
public record Counts(long imported, long updated, long unchanged, long rejected) {
    /// Before the first row.
    public static final Counts NONE = new Counts(0, 0, 0, 0);

    /// All rows so far.
    public long rows() {
        return imported + updated + unchanged + rejected;
    }

    Counts plus(Counts more) {
        return new Counts(
                imported + more.imported, updated + more.updated, unchanged + more.unchanged, rejected + more.rejected);
    }
}
