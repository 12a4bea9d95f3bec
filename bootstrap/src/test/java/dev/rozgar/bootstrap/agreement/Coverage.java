package dev.rozgar.bootstrap.agreement;

import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Kind;
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
        WITHOUT,
        MISSING,
        NEAR,
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
        for (Sort sort : query.order()) {
            if (sort instanceof Sort.ByField by)
                seen.add(new Seen(by.field().path(), sort.descending() ? Way.DESCENDING : Way.ASCENDING));
        }
        for (Filter filter : query.filters()) {
            // Some are missing nowhere; that nothing is found then is the fact.
            if (!foundSomething && !(filter instanceof Filter.Missing)) continue;
            switch (filter) {
                case Filter.OnField one -> note(one);
                case Filter.Words _ -> {}
                case Filter.Not not -> {
                    if (not.condition() instanceof Filter.OnField one)
                        seen.add(new Seen(one.field().path(), Way.WITHOUT));
                }
                case Filter.AnyOf any ->
                    any.conditions().stream()
                            .filter(Filter.OnField.class::isInstance)
                            .map(Filter.OnField.class::cast)
                            .forEach(this::note);
                case Filter.Groups _ -> {}
            }
        }
    }

    private void note(Filter.OnField filter) {
        seen.add(new Seen(
                filter.field().path(),
                switch (filter) {
                    case Filter.OneOf _ -> Way.EXACT;
                    case Filter.Range _ -> Way.RANGE;
                    case Filter.Missing _ -> Way.MISSING;
                    case Filter.Near _ -> Way.NEAR;
                }));
    }

    /// Every use of every declared field that was not seen.
    List<Seen> missing(DocumentSchema schema) {
        Set<Seen> due = new LinkedHashSet<>();
        for (DocumentField field : schema.fields()) {
            boolean point = field.kind() == Kind.POINT;
            if (field.may(Use.FILTER)) due.add(new Seen(field.path(), point ? Way.NEAR : Way.EXACT));
            if (field.may(Use.FILTER) && !point) due.add(new Seen(field.path(), Way.WITHOUT));
            if (field.may(Use.FILTER) && !field.isAlwaysPresent()) due.add(new Seen(field.path(), Way.MISSING));
            if (field.may(Use.FILTER) && field.kind().isOrdered()) due.add(new Seen(field.path(), Way.RANGE));
            if (field.may(Use.SORT)) due.add(new Seen(field.path(), Way.ASCENDING));
            if (field.may(Use.SORT)) due.add(new Seen(field.path(), Way.DESCENDING));
        }
        due.removeAll(seen);
        return List.copyOf(due);
    }
}
