package dev.rozgar.bootstrap.agreement;

import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Sort;
import dev.rozgar.application.document.Use;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Which use of which field has been put to the test. A filter counts once a query with it found something.
final class Coverage {
    /// What a field can be asked for in a list.
    enum Way {
        EXACT,
        RANGE,
        ASCENDING,
        DESCENDING
    }

    record Seen(String path, Way way) {
        @Override
        public String toString() {
            return path + " " + way;
        }
    }

    private final Set<Seen> seen = new LinkedHashSet<>();

    void note(DocumentQuery query, boolean foundSomething) {
        for (Sort sort : query.order())
            seen.add(new Seen(sort.field().path(), sort.descending() ? Way.DESCENDING : Way.ASCENDING));
        if (!foundSomething) return;
        for (Filter filter : query.filters()) {
            switch (filter) {
                case Filter.OneOf any -> seen.add(new Seen(any.field().path(), Way.EXACT));
                case Filter.Range range -> seen.add(new Seen(range.field().path(), Way.RANGE));
            }
        }
    }

    /// Every use of every declared field that was not seen.
    List<Seen> missing(DocumentSchema schema) {
        Set<Seen> due = new LinkedHashSet<>();
        for (DocumentField field : schema.fields()) {
            if (field.may(Use.FILTER)) due.add(new Seen(field.path(), Way.EXACT));
            if (field.may(Use.FILTER) && field.kind().isOrdered()) due.add(new Seen(field.path(), Way.RANGE));
            if (field.may(Use.SORT)) due.add(new Seen(field.path(), Way.ASCENDING));
            if (field.may(Use.SORT)) due.add(new Seen(field.path(), Way.DESCENDING));
        }
        due.removeAll(seen);
        return List.copyOf(due);
    }
}
