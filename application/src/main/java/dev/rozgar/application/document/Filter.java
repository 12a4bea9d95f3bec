package dev.rozgar.application.document;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A condition on a document. One that the declaration does not allow cannot be built, and conditions nest one
/// level deep, in [Groups] one more: what a query may cost is bounded by their number.
public sealed interface Filter {
    /// The most values one filter may name.
    int MAX_VALUES = 100;

    /// Kilometres around a point at the most: about half of the way around the earth.
    double MAX_RADIUS_KM = 20_000;

    /// A condition on one field.
    sealed interface OnField extends Filter {
        DocumentField field();
    }

    /// Any of the values; on a list field, any element equal to any of the values.
    record OneOf(DocumentField field, List<Value> values) implements OnField {
        public OneOf {
            requireFilter(field);
            values = List.copyOf(values);
            if (values.isEmpty() || values.size() > MAX_VALUES)
                throw new IllegalArgumentException(field.path() + ": 1 to " + MAX_VALUES + " values");
        }
    }

    /// A value inside the bounds; on a list field, one element inside all of them.
    record Range(DocumentField field, Optional<Bound> from, Optional<Bound> to) implements OnField {
        public Range {
            requireFilter(field);
            if (!field.kind().isOrdered())
                throw new IllegalArgumentException(field.path() + ": its values have no order");
            if (from.isEmpty() && to.isEmpty())
                throw new IllegalArgumentException(field.path() + ": a range has at least one bound");
        }
    }

    /// No value at all; on a list field, no element with one.
    record Missing(DocumentField field) implements OnField {
        public Missing {
            requireFilter(field);
        }
    }

    /// A point at most so far from the centre, over the ground; on a list field, any of the points.
    record Near(DocumentField field, GeoPoint centre, double radiusKm) implements OnField {
        public Near {
            requireFilter(field);
            if (field.kind() != Kind.POINT) throw new IllegalArgumentException(field.path() + " is no point");
            if (!(radiusKm > 0 && radiusKm <= MAX_RADIUS_KM))
                throw new IllegalArgumentException("a radius is more than 0 and at most " + MAX_RADIUS_KM + " km");
        }
    }

    /// What is said in any of the wordings, in a field of any of the weights.
    record Words(List<Wording> any, List<Weight> in) implements Filter {
        /// What one word may stand for at most.
        public static final int MAX_WORDINGS = 32;

        public Words {
            any = List.copyOf(any);
            in = in.stream().distinct().sorted().toList();
            if (any.isEmpty() || any.size() > MAX_WORDINGS)
                throw new IllegalArgumentException("1 to " + MAX_WORDINGS + " wordings");
            if (in.isEmpty()) throw new IllegalArgumentException("words stand somewhere");
        }

        /// In whatever field.
        public static Words of(Wording... any) {
            return new Words(List.of(any), List.of(Weight.values()));
        }

        /// Whether every field that is searched is looked into.
        public boolean isAnywhere() {
            return in.size() == Weight.values().length;
        }
    }

    /// What does not fulfil the condition, a missing value included.
    ///
    /// @param condition no other [Not] and no [AnyOf]
    record Not(Filter condition) implements Filter {
        public Not {
            if (condition instanceof Not || condition instanceof AnyOf)
                throw new IllegalArgumentException("conditions nest one level deep");
        }
    }

    /// At least one of the conditions holds.
    ///
    /// @param conditions no [Not] and no other [AnyOf]
    record AnyOf(List<? extends Filter> conditions) implements Filter {
        private static final int MAX_CONDITIONS = 10;

        public AnyOf {
            conditions = List.copyOf(conditions);
            if (conditions.stream()
                    .anyMatch(condition ->
                            condition instanceof Not || condition instanceof AnyOf || condition instanceof Groups))
                throw new IllegalArgumentException("conditions nest one level deep");
            if (conditions.isEmpty() || conditions.size() > MAX_CONDITIONS)
                throw new IllegalArgumentException("1 to " + MAX_CONDITIONS + " conditions");
        }
    }

    /// All conditions of at least one of the groups hold.
    ///
    /// @param groups of conditions on fields, of [Not] and of [AnyOf]
    record Groups(List<List<Filter>> groups) implements Filter {
        public static final int MAX_GROUPS = 8;
        /// Conditions of one group.
        public static final int MAX_CONDITIONS = 16;

        public Groups {
            groups = groups.stream().map(List::copyOf).toList();
            if (groups.isEmpty() || groups.size() > MAX_GROUPS)
                throw new IllegalArgumentException("1 to " + MAX_GROUPS + " groups");
            for (List<Filter> group : groups) {
                if (group.isEmpty() || group.size() > MAX_CONDITIONS)
                    throw new IllegalArgumentException("a group has 1 to " + MAX_CONDITIONS + " conditions");
                if (!group.stream().allMatch(Groups::mayStandInside))
                    throw new IllegalArgumentException("groups nest one level deep and hold no words");
            }
        }

        /// Of all groups.
        public Stream<Filter> conditions() {
            return groups.stream().flatMap(List::stream);
        }

        private static boolean mayStandInside(Filter condition) {
            return switch (condition) {
                case OnField _ -> true;
                case AnyOf any -> any.conditions().stream().allMatch(Groups::mayStandInside);
                case Not not -> mayStandInside(not.condition());
                case Words _, Groups _ -> false;
            };
        }
    }

    /// One end of a range.
    record Bound(Value value, boolean inclusive) {}

    private static void requireFilter(DocumentField field) {
        if (!field.may(Use.FILTER)) throw new IllegalArgumentException(field.path() + " is not declared as a filter");
    }
}
