package dev.rozgar.application.document;

/// One key of an order. Missing values come last in either direction, on every read model.
public record Sort(DocumentField field, boolean descending) {
    public Sort {
        if (!field.may(Use.SORT)) throw new IllegalArgumentException(field.path() + " is not declared as a sort");
        if (field.isMultiValued())
            throw new IllegalArgumentException(field.path() + ": a list has no order among documents");
    }

    /// As it stands in a query string: `-published_at`, `title`.
    public String text() {
        return (descending ? "-" : "") + field.path();
    }
}
