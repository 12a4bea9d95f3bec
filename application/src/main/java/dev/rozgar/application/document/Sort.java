package dev.rozgar.application.document;

import java.util.Optional;

/// One key of an order. Missing values come last in either direction, on every read model.
public sealed interface Sort {
    boolean descending();

    /// As it stands in a query string: `-published_at`, `title`, `-score`, `distance`.
    String text();

    /// Reads a key of a cursor, the inverse of [Value#text].
    Optional<Value> parse(String key);

    /// Whether every document has such a key.
    boolean isAlwaysPresent();

    /// By the value of a field.
    record ByField(DocumentField field, boolean descending) implements Sort {
        public ByField {
            if (!field.may(Use.SORT)) throw new IllegalArgumentException(field.path() + " is not declared as a sort");
            if (field.isMultiValued())
                throw new IllegalArgumentException(field.path() + ": a list has no order among documents");
        }

        @Override
        public String text() {
            return (descending ? "-" : "") + field.path();
        }

        @Override
        public Optional<Value> parse(String key) {
            return field.kind().parse(key);
        }

        @Override
        public boolean isAlwaysPresent() {
            return field.isAlwaysPresent();
        }
    }

    /// By the points of the query's ranks ([DocumentQuery#ranks]), the most first.
    record ByScore() implements Sort {
        @Override
        public boolean descending() {
            return true;
        }

        @Override
        public String text() {
            return "-score";
        }

        @Override
        public Optional<Value> parse(String key) {
            return Kind.WHOLE.parse(key);
        }

        @Override
        public boolean isAlwaysPresent() {
            return true;
        }
    }

    /// By the metres over the ground to the nearest of a field's points, the nearest first.
    record ByDistance(DocumentField field, GeoPoint centre) implements Sort {
        public ByDistance {
            if (field.kind() != Kind.POINT) throw new IllegalArgumentException(field.path() + " is no point");
        }

        @Override
        public boolean descending() {
            return false;
        }

        @Override
        public String text() {
            return "distance@" + centre.text();
        }

        @Override
        public Optional<Value> parse(String key) {
            return Value.Real.parse(key).map(real -> real);
        }

        @Override
        public boolean isAlwaysPresent() {
            return false;
        }
    }
}
