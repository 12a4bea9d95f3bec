package dev.rozgar.application.rebuild;

/// The physical indexes behind the names that readers and writers use: the live one, one that may be under
/// construction beside it, and those that were live before. Throws [dev.rozgar.application.PortFailure] when the
/// engine does not answer.
public interface IndexGenerations {
    /// Creates an empty index for the current declaration in the slot for building; one left over from an earlier
    /// attempt goes.
    ///
    /// @return its name
    String startBuilding();

    /// Visible documents of the index under construction.
    long built();

    /// Makes this index the live one in a single step and frees the slot for building. The old index stays. Broken
    /// if it is not the one under construction: somebody else may have put another in its place.
    void promote(String built);

    /// Gives up the index under construction.
    void abandonBuilding();
}
