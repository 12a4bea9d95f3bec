package dev.rozgar.application.checking;

/// What one side holds of the listed documents of some consecutive ids, in a form that every engine can work out
/// where its documents lie, in whatever order it meets them.
///
/// No two claims get one version, so a document that is missing, too many, older or newer changes the sum. Two
/// faults in one slice could only hide each other by versions that are off by the same number in opposite
/// directions, without either being its slice's first or last.
///
/// @param documents how many
/// @param versions the sum of their versions
/// @param least the smallest of them, 0 if there are none
/// @param greatest the largest of them, 0 if there are none
public record Digest(long documents, long versions, long least, long greatest) {
    public static final Digest NONE = new Digest(0, 0, 0, 0);

    /// With one document more.
    public Digest with(long version) {
        return documents == 0
                ? new Digest(1, version, version, version)
                : new Digest(documents + 1, versions + version, Math.min(least, version), Math.max(greatest, version));
    }
}
