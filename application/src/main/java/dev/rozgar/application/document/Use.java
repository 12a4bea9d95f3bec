package dev.rozgar.application.document;

/// What a field may be asked for. A use that is not declared costs nothing: no index entry, no doc values.
public enum Use {
    /// Its words are matched by a text query.
    SEARCH,
    /// Exact values, and ranges where its kind is ordered.
    FILTER,
    /// Lists may be ordered by it; a single value per document.
    SORT,
    /// Its values may be counted; a filter too, since whoever sees a number wants to see the documents.
    FACET
}
