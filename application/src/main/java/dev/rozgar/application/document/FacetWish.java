package dev.rozgar.application.document;

import java.util.Optional;

/// What is asked of the values of one field, beside a page: how many documents have each, for the values that most
/// have.
///
/// The field's own filters do not count, since whoever sees a value's number may choose it in their place;
/// all others do, and so do the window and the words. The number of a value is what a list finds with that
/// value as the field's only filter.
///
/// @param size the most values that are told, 1 to [#MAX_SIZE]
/// @param summed what is told beside each number
public record FacetWish(DocumentField field, int size, Optional<Summed> summed) {
    public static final int DEFAULT_SIZE = 10;
    public static final int MAX_SIZE = 100;

    /// The sum of a field over the documents that have a value.
    ///
    /// @param name what it is called in the answer
    /// @param field a whole number that every document has
    public record Summed(String name, DocumentField field) {
        public Summed {
            if (field.kind() != Kind.WHOLE || field.isMultiValued() || !field.isAlwaysPresent() || !field.may(Use.SORT))
                throw new IllegalArgumentException(field.path() + " cannot be summed up");
        }
    }

    public FacetWish {
        if (!field.may(Use.FACET)) throw new IllegalArgumentException(field.path() + " is not declared as a facet");
        if (size < 1 || size > MAX_SIZE) throw new IllegalArgumentException("1 to " + MAX_SIZE + " values of a facet");
    }

    /// Whether a filter asks for nothing but this field. Groups stay, whatever they ask for: a value that is chosen
    /// does not take their place.
    public boolean owns(Filter filter) {
        return switch (filter) {
            case Filter.OnField one -> one.field().equals(field);
            case Filter.Words _, Filter.Groups _ -> false;
            case Filter.Not not -> owns(not.condition());
            case Filter.AnyOf any -> any.conditions().stream().allMatch(this::owns);
        };
    }

    /// One more than are told shows whether there are more.
    public int read() {
        return size + 1;
    }
}
