package dev.rozgar.adapters.postgres.document;

import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Node;
import dev.rozgar.application.document.Node.Group;
import dev.rozgar.application.document.Node.Leaf;
import dev.rozgar.application.document.Node.Many;
import dev.rozgar.application.document.Node.One;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// One filter as a condition on the root row `r`. Each object on the way to the field that lies in another table
/// is one `exists`, so all bounds of a range hold for the same element of a list.
final class FilterSql {
    /// As Lucene has it (`GeoUtils.EARTH_MEAN_RADIUS_METERS`, WGS 84 mean radius).
    private static final double EARTH_RADIUS_KM = 6_371.0087714;
    /// Around the box of latitudes, for rounding.
    private static final double MARGIN_DEGREES = 1e-6;

    private final Filter.OnField filter;
    private final SqlText sql = new SqlText();
    /// Flags of the groups around the field, in its own row.
    private final List<String> present = new ArrayList<>();

    private FilterSql(Filter.OnField filter) {
        this.filter = filter;
    }

    static SqlText of(DocumentSchema schema, Filter filter) {
        return of(schema, filter, Reach.ALL);
    }

    /// Of how many rows something is asked.
    enum Reach {
        /// Of all that there are: what an index finds is compared with each of them.
        ALL,
        /// Of each that others have found, with its words beside it ([WordsSql#besideRow]).
        EACH,
        /// Of a single one, or of a few one by one, from which everything is looked up.
        ONE
    }

    static SqlText of(DocumentSchema schema, Filter filter, Reach reach) {
        return switch (filter) {
            case Filter.Words words -> WordsSql.of(schema, words, reach);
            // Not simply "not": what is unknown does not fulfil the condition either.
            case Filter.Not not ->
                new SqlText().add("(").add(of(schema, not.condition(), reach)).add(") is not true");
            case Filter.Missing missing ->
                new SqlText().add("(").add(onField(missing)).add(") is not true");
            case Filter.AnyOf any -> anyOf(schema, any.conditions(), reach);
            case Filter.Groups any -> groups(schema, any, reach);
            case Filter.OneOf _, Filter.Range _, Filter.Near _ -> onField((Filter.OnField) filter);
        };
    }

    private static SqlText anyOf(DocumentSchema schema, List<? extends Filter> conditions, Reach reach) {
        boolean worded = conditions.stream().anyMatch(Filter.Words.class::isInstance);
        return worded && reach == Reach.ALL ? found(schema, conditions) : either(schema, conditions, reach);
    }

    private static SqlText groups(DocumentSchema schema, Filter.Groups any, Reach reach) {
        SqlText sql = new SqlText();
        String before = "(";
        for (List<Filter> group : any.groups()) {
            sql.add(before).add("(").add(allOf(schema, group, reach)).add(")");
            before = " or ";
        }
        return sql.add(")");
    }

    /// That all of them hold. What is asked of all rows about their words is asked at once.
    static SqlText allOf(DocumentSchema schema, List<Filter> conditions, Reach reach) {
        List<Filter> rest = new ArrayList<>(conditions);
        List<SqlText> all = new ArrayList<>();
        List<Filter.Words> said = words(conditions.stream());
        if (reach == Reach.ALL && !said.isEmpty()) {
            List<Filter> unsaid = conditions.stream()
                    .filter(condition -> condition instanceof Filter.Not not && not.condition() instanceof Filter.Words)
                    .toList();
            rest.removeAll(said);
            rest.removeAll(unsaid);
            all.add(WordsSql.all(schema, said, words(unsaid.stream().map(not -> ((Filter.Not) not).condition()))));
        }
        rest.forEach(condition -> all.add(of(schema, condition, reach)));
        SqlText sql = new SqlText();
        for (int i = 0; i < all.size(); i++) sql.add(i == 0 ? "" : " and ").add(all.get(i));
        return sql;
    }

    private static List<Filter.Words> words(Stream<? extends Filter> conditions) {
        return conditions
                .filter(Filter.Words.class::isInstance)
                .map(Filter.Words.class::cast)
                .toList();
    }

    private static SqlText either(DocumentSchema schema, List<? extends Filter> conditions, Reach reach) {
        SqlText sql = new SqlText();
        String before = "(";
        for (Filter condition : conditions) {
            sql.add(before).add("(").add(of(schema, condition, reach)).add(")");
            before = " or ";
        }
        return sql.add(")");
    }

    /// What each of the conditions finds through its own index: as alternatives on the row they would be asked
    /// of every row there is.
    private static SqlText found(DocumentSchema schema, List<? extends Filter> conditions) {
        SqlText sql = new SqlText().add("r.id in (with found (id) as materialized (");
        String before = "";
        for (Filter condition : conditions) {
            sql.add(before).add(ids(schema, condition));
            before = "\n union all ";
        }
        return sql.add(") select id from found)");
    }

    private static SqlText ids(DocumentSchema schema, Filter condition) {
        if (condition instanceof Filter.OneOf one
                && !one.field().ancestors().isEmpty()
                && one.field().ancestors().getFirst() instanceof Many many) {
            FilterSql rendering = new FilterSql(one);
            rendering.walk(
                    one.field().ancestors().subList(1, one.field().ancestors().size()), "t1", 2);
            return new SqlText()
                    .add("select t1." + many.foreignKey() + " from " + many.table() + " t1 where ")
                    .add(rendering.sql);
        }
        return new SqlText()
                .add("select r.id from " + schema.table() + " r where r." + schema.listed() + " and ")
                .add(of(schema, condition));
    }

    /// Of [Filter.Missing] its contrary: that there is a value.
    private static SqlText onField(Filter.OnField filter) {
        FilterSql rendering = new FilterSql(filter);
        DocumentField field = filter.field();
        rendering.walk(field.ancestors(), "r", 1);
        return rendering.sql;
    }

    private void walk(List<Node> way, String alias, int depth) {
        if (way.isEmpty()) {
            condition(alias);
            return;
        }
        List<Node> rest = way.subList(1, way.size());
        String inner = "t" + depth;
        switch (way.getFirst()) {
            case Group group -> {
                boolean last = rest.stream().allMatch(Group.class::isInstance);
                group.presentWhen().ifPresent(flag -> {
                    if (last) present.add(alias + "." + flag);
                    else sql.add(alias + "." + flag + " and ");
                });
                walk(rest, alias, depth);
            }
            // The key of the other row stands in this one: nothing has to be looked up.
            case One one
            when rest.isEmpty() && leaf().column().equals(one.key()) -> compare(alias + "." + one.column());
            case One one -> {
                sql.add("exists (select 1 from " + one.table() + " " + inner + " where " + inner + "." + one.key()
                        + " = " + alias + "." + one.column() + " and ");
                walk(rest, inner, depth + 1);
                sql.add(")");
            }
            case Many many -> {
                sql.add("exists (select 1 from " + many.table() + " " + inner + " where " + inner + "."
                        + many.foreignKey() + " = " + alias + ".id and ");
                walk(rest, inner, depth + 1);
                sql.add(")");
            }
            case Leaf _ -> throw new IllegalStateException("a leaf has no members");
        }
    }

    private Leaf leaf() {
        return filter.field().leaf();
    }

    private void condition(String alias) {
        if (filter instanceof Filter.Near near) {
            within(near, alias);
            return;
        }
        String plain = alias + "." + leaf().column();
        // In the words of the sort by the same field, so that one index serves both.
        String column =
                present.isEmpty() ? plain : "(case when " + String.join(" and ", present) + " then " + plain + " end)";
        switch (filter) {
            case Filter.OneOf any when leaf().list() -> sql.add(column + " && ").bindAll(any.values(), leaf().kind());
            case Filter.Missing _ when leaf().list() -> sql.add("cardinality(" + column + ") > 0");
            case Filter.Range _
            when leaf().list() -> {
                sql.add("exists (select 1 from unnest(" + column + ") as element where ");
                compare("element");
                sql.add(")");
            }
            case Filter.OneOf _, Filter.Range _, Filter.Missing _, Filter.Near _ -> compare(column);
        }
    }

    /// The latitudes first: an index knows them, and they leave little to be measured.
    private void within(Filter.Near near, String alias) {
        String latitude = alias + "." + leaf().columns().getFirst();
        String longitude = alias + "." + leaf().columns().getLast();
        double reach = Math.toDegrees(near.radiusKm() / EARTH_RADIUS_KM) + MARGIN_DEGREES;
        double centre = near.centre().latitude();
        sql.add(latitude + " between ").bind(centre - reach).add(" and ").bind(centre + reach);
        sql.add(" and ground_metres(" + latitude + ", " + longitude + ", ").bind(centre);
        sql.add(", ").bind(near.centre().longitude()).add(") <= ").bind(near.radiusKm() * 1_000);
    }

    private void compare(String expression) {
        switch (filter) {
            case Filter.OneOf any ->
                sql.add(expression + " = any (")
                        .bindAll(any.values(), leaf().kind())
                        .add(")");
            case Filter.Range range -> {
                range.from()
                        .ifPresent(bound -> sql.add(expression + (bound.inclusive() ? " >= " : " > "))
                                .bind(bound.value(), leaf().kind()));
                if (range.from().isPresent() && range.to().isPresent()) sql.add(" and ");
                range.to()
                        .ifPresent(bound -> sql.add(expression + (bound.inclusive() ? " <= " : " < "))
                                .bind(bound.value(), leaf().kind()));
            }
            case Filter.Missing _ -> sql.add(expression + " is not null");
            case Filter.Near _ -> throw new IllegalStateException("a point is measured, not compared");
        }
    }
}
