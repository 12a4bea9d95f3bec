package dev.rozgar.application.document;

import java.util.Optional;

/// What a list shows of the documents that match.
///
/// @param fields the members that are told of each; all if empty
/// @param onePer only the first document, in the list's order, of those that have the same value here; a
/// whole number that every document has
public record PageShape(Optional<Selection> fields, Optional<DocumentField> onePer) {
    /// Every document, and all of it.
    public static final PageShape WHOLE = new PageShape(Optional.empty(), Optional.empty());

    /// Of a list of one document each: how many can be paged through, and how many are counted at most.
    public static final int MOST_APART = 10_000;

    public PageShape {
        onePer.ifPresent(field -> {
            if (field.kind() != Kind.WHOLE
                    || field.isMultiValued()
                    || !field.isAlwaysPresent()
                    || !field.may(Use.FILTER))
                throw new IllegalArgumentException(field.path() + " does not gather documents");
        });
    }

    public PageShape only(Selection selection) {
        return new PageShape(Optional.of(selection), onePer);
    }

    public PageShape onePer(DocumentField field) {
        return new PageShape(fields, Optional.of(field));
    }
}
