package dev.rozgar.application.shadow;

/// How the answers of two read models to one query differ.
public enum Difference {
    /// It is under way to the copy, or was a moment ago.
    LAG,
    /// Listed in the truth, and the copy does not have it.
    MISSING,
    /// Not listed in the truth, and the copy shows it.
    EXTRA,
    /// The copy holds other bytes.
    CONTENT,
    /// The copy holds the same bytes and yet finds other documents: it understands a field otherwise.
    MAPPING,
    /// The same documents, in another order.
    ORDER,
    /// The same page, and other points or another distance, or it goes on from another place.
    HIT,
    /// The same page, and another number of documents in all or in a facet.
    TOTAL
}
