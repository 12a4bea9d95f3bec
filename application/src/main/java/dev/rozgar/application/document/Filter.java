package dev.rozgar.application.document;

import java.util.List;
import java.util.Optional;

/// A condition on one field. One that the declaration does not allow cannot be built.
public sealed interface Filter {
    /// The most values one filter may name.
    int MAX_VALUES = 100;

    DocumentField field();

    /// Any of the values; on a list field, any element equal to any of the values.
    record OneOf(DocumentField field, List<Value> values) implements Filter {
        public OneOf {
            requireFilter(field);
            values = List.copyOf(values);
            if (values.isEmpty() || values.size() > MAX_VALUES)
                throw new IllegalArgumentException(field.path() + ": 1 to " + MAX_VALUES + " values");
        }
    }

    /// A value inside the bounds; on a list field, one element inside all of them.
    record Range(DocumentField field, Optional<Bound> from, Optional<Bound> to) implements Filter {
        public Range {
            requireFilter(field);
            if (!field.kind().isOrdered())
                throw new IllegalArgumentException(field.path() + ": its values have no order");
            if (from.isEmpty() && to.isEmpty())
                throw new IllegalArgumentException(field.path() + ": a range has at least one bound");
        }
    }

    /// One end of a range.
    record Bound(Value value, boolean inclusive) {}

    private static void requireFilter(DocumentField field) {
        if (!field.may(Use.FILTER)) throw new IllegalArgumentException(field.path() + " is not declared as a filter");
    }
}
