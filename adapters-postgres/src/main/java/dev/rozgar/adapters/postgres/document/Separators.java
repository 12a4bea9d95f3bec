package dev.rozgar.adapters.postgres.document;

import dev.rozgar.application.document.TextRules;

/// What stands between words, as PostgreSQL's regular expressions read it.
final class Separators {
    /// All but the space, as a set without its brackets.
    static final String BESIDE_SPACE = TextRules.separators(Separators::escape);

    static final String ALL = ' ' + BESIDE_SPACE;

    private Separators() {}

    /// No text in PostgreSQL holds a NUL, and no pattern may name it.
    static String escape(int c) {
        return String.format("\\u%04X", Math.max(c, 1));
    }
}
