package dev.rozgar.application.document;

import java.util.Optional;

/// What a list shows of the documents that match.
///
/// @param fields the members that are told of each; all if empty
/// @param onePer only the first document, in the list's order, of those that have the same value here; a
/// whole number that every document has
/// @param each so many of them instead of one, 1 to [#MOST_EACH]; they stand together, where the first one
/// stands. What a page has at most, what is counted and what a cursor skips are kinds then
public record PageShape(Optional<Selection> fields, Optional<DocumentField> onePer, int each) {
    /// Every document, and all of it.
    public static final PageShape WHOLE = new PageShape(Optional.empty(), Optional.empty(), 1);

    /// Of a list of one document each: how many can be paged through, and how many are counted at most.
    public static final int MOST_APART = 10_000;

    /// So many of each kind are shown at the most.
    public static final int MOST_EACH = 5;

    public PageShape {
        if (each < 1 || each > MOST_EACH || each > 1 && onePer.isEmpty())
            throw new IllegalArgumentException("1 to " + MOST_EACH + " of each kind");
        onePer.ifPresent(field -> {
            if (field.kind() != Kind.WHOLE
                    || field.isMultiValued()
                    || !field.isAlwaysPresent()
                    || !field.may(Use.FILTER))
                throw new IllegalArgumentException(field.path() + " does not gather documents");
        });
    }

    public PageShape only(Selection selection) {
        return new PageShape(Optional.of(selection), onePer, each);
    }

    public PageShape onePer(DocumentField field) {
        return some(field, 1);
    }

    /// The first so many of each kind.
    public PageShape some(DocumentField field, int each) {
        return new PageShape(fields, Optional.of(field), each);
    }
}
