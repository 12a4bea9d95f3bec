package dev.rozgar.bootstrap.agreement;

import dev.rozgar.application.document.Count;
import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Filter.Bound;
import dev.rozgar.application.document.GeoPoint;
import dev.rozgar.application.document.Kind;
import dev.rozgar.application.document.Ranking;
import dev.rozgar.application.document.Sort;
import dev.rozgar.application.document.Use;
import dev.rozgar.application.document.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/// Legal queries: for each use of each field, and any mixture.
final class RandomQueries {
    private static final int MOST_FILTERS = 3;
    private static final int[] LIMITS = {1, 2, 7, 20, 100};

    private final DocumentSchema schema;
    private final FieldValues values;
    private final Random random;
    private final Instant now;

    RandomQueries(DocumentSchema schema, FieldValues values, Random random, Instant now) {
        this.schema = schema;
        this.values = values;
        this.random = random;
        this.now = now;
    }

    /// For each use a maker of queries with nothing but this use.
    List<Supplier<DocumentQuery>> eachUse() {
        List<Supplier<DocumentQuery>> uses = new ArrayList<>();
        for (DocumentField field : schema.fields(Use.FILTER)) {
            if (!field.isAlwaysPresent()) uses.add(() -> query(List.of(new Filter.Missing(field)), sorts()));
            if (field.kind() == Kind.POINT) uses.add(() -> query(List.of(near(field)), sorts()));
        }
        for (DocumentField field : filterable()) {
            uses.add(() -> query(List.of(exact(field)), sorts()));
            uses.add(() -> query(List.of(new Filter.Not(exact(field))), sorts()));
            if (field.kind().isOrdered()) uses.add(() -> query(List.of(range(field)), sorts()));
        }
        for (DocumentField field : schema.fields(Use.SORT)) {
            uses.add(() -> query(List.of(), List.of(new Sort.ByField(field, false))));
            uses.add(() -> query(List.of(), List.of(new Sort.ByField(field, true))));
        }
        return uses;
    }

    DocumentQuery any() {
        List<Filter> filters = new ArrayList<>();
        for (int i = random.nextInt(MOST_FILTERS + 1); i > 0; i--) {
            filters.add(
                    switch (random.nextInt(8)) {
                        case 0, 1 -> random.nextBoolean() ? groups() : new Filter.Not(groups());
                        default -> simple();
                    });
        }
        return query(filters, sorts());
    }

    Filter.Groups groups() {
        List<List<Filter>> groups = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            List<Filter> group = new ArrayList<>();
            for (int n = random.nextInt(3); n >= 0; n--) group.add(simple());
            groups.add(group);
        }
        return new Filter.Groups(groups);
    }

    private Filter simple() {
        return switch (random.nextInt(7)) {
            case 0 -> new Filter.Not(one());
            case 1 -> new Filter.AnyOf(List.of(one(), one(), one()));
            case 2 -> orMissing(one());
            default -> one();
        };
    }

    private DocumentQuery query(List<Filter> filters, List<Sort> sorts) {
        // Mostly now; sometimes a moment at which other jobs are shown.
        Instant asOf = random.nextInt(4) > 0 ? now : now.plus(Duration.ofHours(random.nextInt(24 * 60) - 24 * 30));
        return new DocumentQuery(
                schema,
                filters,
                Ranking.NONE,
                DocumentQuery.orderedBy(schema, sorts),
                List.of(),
                List.of(),
                LIMITS[random.nextInt(LIMITS.length)],
                Optional.empty(),
                Count.values()[random.nextInt(Count.values().length)],
                asOf);
    }

    private List<Sort> sorts() {
        List<DocumentField> fields = schema.fields(Use.SORT);
        List<Sort> sorts = new ArrayList<>();
        for (int i = random.nextInt(DocumentQuery.MAX_SORTS + 1); i > 0; i--) {
            DocumentField field = pick(fields);
            if (sorts.stream()
                    .noneMatch(sort ->
                            sort instanceof Sort.ByField by && by.field().equals(field)))
                sorts.add(new Sort.ByField(field, random.nextBoolean()));
        }
        return sorts;
    }

    /// As what a document does not say is let pass: pay, months of experience. Nobody asks so for a point.
    private static Filter orMissing(Filter.OnField condition) {
        return condition instanceof Filter.Near
                ? condition
                : new Filter.AnyOf(List.of(condition, new Filter.Missing(condition.field())));
    }

    private Filter.OnField one() {
        DocumentField field = pick(schema.fields(Use.FILTER));
        if (field.kind() == Kind.POINT) return near(field);
        if (values.of(field).isEmpty() || random.nextInt(8) == 0) return new Filter.Missing(field);
        return field.kind().isOrdered() && random.nextBoolean() ? range(field) : exact(field);
    }

    /// Around one of the places in the data, sometimes around the antimeridian or a pole.
    private Filter.OnField near(DocumentField field) {
        GeoPoint centre = random.nextInt(10) == 0
                ? new GeoPoint(random.nextInt(181) - 90, random.nextBoolean() ? 180 : -180)
                : new GeoPoint(8 + random.nextDouble() * 24, 70 + random.nextDouble() * 20);
        return new Filter.Near(field, centre, Math.pow(10, random.nextDouble() * 4));
    }

    private Filter.OnField exact(DocumentField field) {
        return new Filter.OneOf(field, values.pickSome(field, 3, random));
    }

    private Filter.OnField range(DocumentField field) {
        Bound bound = bound(field);
        return switch (random.nextInt(3)) {
            case 0 -> new Filter.Range(field, Optional.of(bound), Optional.empty());
            case 1 -> new Filter.Range(field, Optional.empty(), Optional.of(bound));
            default -> new Filter.Range(field, Optional.of(bound), Optional.of(bound(field)));
        };
    }

    private Bound bound(DocumentField field) {
        Value value = values.pick(field, random);
        return new Bound(value, random.nextBoolean());
    }

    /// A field without a single value in the data cannot be asked for; the coverage will name it.
    private List<DocumentField> filterable() {
        return schema.fields(Use.FILTER).stream()
                .filter(field -> !values.of(field).isEmpty())
                .toList();
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
