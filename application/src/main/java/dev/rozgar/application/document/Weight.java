package dev.rozgar.application.document;

/// How much it says of a document that a word stands in a field, the letters being those of PostgreSQL's
/// `setweight`.
/// A match anywhere counts at least [#D].
public enum Weight {
    /// What the document is called.
    A(64),
    /// What it is about: occupation, skills, categories.
    B(32),
    /// Whose it is.
    C(16),
    /// Running text.
    D(8);

    private final int points;

    Weight(int points) {
        this.points = points;
    }

    /// Of a word as it was written; what only stands in for it gets less.
    public int points() {
        return points;
    }
}
