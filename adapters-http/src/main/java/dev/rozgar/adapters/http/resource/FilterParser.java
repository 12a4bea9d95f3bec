package dev.rozgar.adapters.http.resource;

import dev.rozgar.adapters.http.problem.Nearest;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.wire.QueryString.Parameter;
import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Filter.Bound;
import dev.rozgar.application.document.Filter.Not;
import dev.rozgar.application.document.Filter.OneOf;
import dev.rozgar.application.document.Filter.Range;
import dev.rozgar.application.document.Kind;
import dev.rozgar.application.document.Use;
import dev.rozgar.application.document.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The filters of a query string: `path=value`, repeated for "or", `path=-value` for all others, and
/// `path.gte|gt|lte|lt=value`; by [DocumentField#parameter].
public final class FilterParser {
    /// The ends of a range, as suffixes of a path.
    private enum End {
        GTE(true, true),
        GT(true, false),
        LTE(false, true),
        LT(false, false);

        private final boolean lower;
        private final boolean inclusive;

        End(boolean lower, boolean inclusive) {
            this.lower = lower;
            this.inclusive = inclusive;
        }

        static Optional<End> of(String suffix) {
            return switch (suffix) {
                case "gte" -> Optional.of(GTE);
                case "gt" -> Optional.of(GT);
                case "lte" -> Optional.of(LTE);
                case "lt" -> Optional.of(LT);
                default -> Optional.empty();
            };
        }
    }

    private final Map<String, DocumentField> filterable;
    private final Set<String> declared;

    FilterParser(DocumentSchema schema) {
        this(schema, byValue(schema));
    }

    /// By these fields of it alone.
    public FilterParser(DocumentSchema schema, Stream<DocumentField> fields) {
        this.filterable = fields.collect(Collectors.toMap(DocumentField::parameter, field -> field));
        this.declared = schema.fields().stream().map(DocumentField::path).collect(Collectors.toSet());
    }

    /// The fields whose values can be named; a point is asked for by its surroundings.
    public static Stream<DocumentField> byValue(DocumentSchema schema) {
        return schema.fields(Use.FILTER).stream().filter(field -> field.kind() != Kind.POINT);
    }

    /// @param otherNames what else may stand in this query, for hints
    public List<Filter> parse(List<Parameter> parameters, Set<String> otherNames, QueryFaults faults) {
        Reading reading = new Reading(otherNames, faults);
        parameters.forEach(reading::take);
        return reading.filters();
    }

    private DocumentField known(String path) {
        DocumentField field = filterable.get(path);
        if (field == null) throw new IllegalStateException("not a filter: " + path);
        return field;
    }

    /// The filters of one query as they come together.
    private final class Reading {
        private final Set<String> otherNames;
        private final QueryFaults faults;
        private final Map<String, Set<Value>> values = new LinkedHashMap<>();
        private final Map<String, Set<Value>> unwanted = new LinkedHashMap<>();
        private final Map<String, Bound> lower = new LinkedHashMap<>();
        private final Map<String, Bound> upper = new LinkedHashMap<>();

        private Reading(Set<String> otherNames, QueryFaults faults) {
            this.otherNames = otherNames;
            this.faults = faults;
        }

        private void take(Parameter parameter) {
            String name = parameter.name();
            int dot = name.lastIndexOf('.');
            DocumentField field = filterable.get(name);
            DocumentField ranged = dot < 0 ? null : filterable.get(name.substring(0, dot));
            Optional<End> end = dot < 0 ? Optional.empty() : End.of(name.substring(dot + 1));
            if (field != null) {
                boolean negated = parameter.value().startsWith("-");
                value(field, negated ? parameter.positive() : parameter)
                        .ifPresent(value -> (negated ? unwanted : values)
                                .computeIfAbsent(name, _ -> new LinkedHashSet<>())
                                .add(value));
            } else if (ranged != null && end.isPresent()) {
                bound(ranged, parameter, end.get());
            } else {
                unknown(name);
            }
        }

        private Optional<Value> value(DocumentField field, Parameter parameter) {
            List<String> codes = field.leaf().codes();
            String text = parameter.value();
            if (!codes.isEmpty() && !codes.contains(text)) {
                String hint = Nearest.hint(text, codes);
                fault(parameter, "UNKNOWN_VALUE", "must be one of " + String.join(", ", codes) + hint);
                return Optional.empty();
            }
            Optional<Value> value = field.kind().parse(text);
            if (value.isEmpty()) {
                // A plus sign in a query is a space; offsets of date-times are where it hurts.
                boolean plus = text.indexOf(' ') > 0
                        && field.kind().parse(text.replace(' ', '+')).isPresent();
                fault(
                        parameter,
                        "MALFORMED",
                        "must be " + field.kind().expectation() + (plus ? "; write + as %2B" : ""));
            }
            return value;
        }

        private void bound(DocumentField field, Parameter parameter, End end) {
            if (!field.kind().isOrdered()) {
                fault(parameter, "NOT_ALLOWED", "has no order, so no range: give " + field.parameter() + "=value");
                return;
            }
            value(field, parameter).ifPresent(value -> {
                Map<String, Bound> bounds = end.lower ? lower : upper;
                if (bounds.putIfAbsent(field.parameter(), new Bound(value, end.inclusive)) != null) {
                    fault(parameter, "DUPLICATE", "a range has one " + (end.lower ? "lower" : "upper") + " end");
                }
            });
        }

        private void fault(Parameter parameter, String code, String detail) {
            faults.add(parameter.name(), parameter.place(), code, detail);
        }

        private void unknown(String name) {
            if (declared.contains(name)) {
                faults.add(name, "NOT_ALLOWED", "is no filter");
                return;
            }
            Set<String> legal = new HashSet<>(filterable.keySet());
            legal.addAll(otherNames);
            faults.unknown(name, Nearest.hint(name, legal));
        }

        private List<Filter> filters() {
            List<Filter> filters = new ArrayList<>();
            values.forEach((path, any) -> oneOf(path, any).ifPresent(filters::add));
            unwanted.forEach((path, any) -> oneOf(path, any).ifPresent(filter -> filters.add(new Not(filter))));
            Set<String> ranges = new LinkedHashSet<>(lower.keySet());
            ranges.addAll(upper.keySet());
            for (String path : ranges) {
                filters.add(new Range(
                        known(path), Optional.ofNullable(lower.get(path)), Optional.ofNullable(upper.get(path))));
            }
            return filters;
        }

        private Optional<OneOf> oneOf(String path, Set<Value> any) {
            if (any.size() <= Filter.MAX_VALUES) return Optional.of(new OneOf(known(path), List.copyOf(any)));
            faults.add(path, "TOO_MANY", "may be given at most " + Filter.MAX_VALUES + " times");
            return Optional.empty();
        }
    }
}
