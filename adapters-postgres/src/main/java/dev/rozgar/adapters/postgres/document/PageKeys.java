package dev.rozgar.adapters.postgres.document;

import dev.rozgar.adapters.postgres.document.FilterSql.Reach;
import dev.rozgar.application.document.Cursor;
import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Kind;
import dev.rozgar.application.document.Node.Many;
import dev.rozgar.application.document.Node.One;
import dev.rozgar.application.document.Rank;
import dev.rozgar.application.document.Sort;
import dev.rozgar.application.document.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The order of a list in SQL: its keys as `k0`, `k1`, …, what is told besides as `t0`, …, and the place behind a
/// cursor.
final class PageKeys {
    private final DocumentQuery query;
    private final List<Key> keys = new ArrayList<>();
    private final Joins joins = new Joins("r", "s");
    private final Optional<String> gathering;
    /// Whether rows are read from the end of the page to its beginning. Of a list of one each they are numbered.
    private final boolean backwards;

    /// @param expression of the root row `r` and the joined rows
    private record Key(Sort sort, SqlText expression) {
        boolean mayBeMissing() {
            return !sort.isAlwaysPresent();
        }

        /// Backwards everything is the other way round: the missing come first.
        String direction(boolean backwards) {
            String nulls = mayBeMissing() ? " nulls " + (backwards ? "first" : "last") : "";
            return (isFalling(backwards) ? " desc" : "") + nulls;
        }

        boolean isFalling(boolean backwards) {
            return sort.descending() != backwards;
        }

        SqlText bound(Value value) {
            return switch (sort) {
                case Sort.ByField by -> new SqlText().bind(value, by.field().kind());
                case Sort.ByScore _ -> new SqlText().bind(value, Kind.WHOLE);
                case Sort.ByDistance _ -> new SqlText().bindAs("double precision", value.text());
            };
        }
    }

    PageKeys(DocumentQuery query) {
        this.query = query;
        for (Sort sort : query.order()) keys.add(new Key(sort, expression(sort)));
        gathering = query.shape().onePer().map(this::gathering);
        backwards = gathering.isEmpty() && query.isBackwards();
    }

    /// What rows of one kind have in common ([dev.rozgar.application.document.PageShape#onePer]).
    Optional<String> gathering() {
        return gathering;
    }

    private String gathering(DocumentField field) {
        // The key of the other row stands in this one: nothing has to be joined.
        return field.ancestors().size() == 1
                        && field.ancestors().getFirst() instanceof One one
                        && field.leaf().column().equals(one.key())
                ? "r." + one.column()
                : joins.column(field);
    }

    /// Whether keys have to be worked out for every row that matches, since no index holds them or all rows
    /// have to be seen.
    boolean areComputed() {
        return gathering.isPresent() || query.order().stream().anyMatch(sort -> !(sort instanceof Sort.ByField));
    }

    /// The key that is the score.
    String score() {
        return "k" + query.order().indexOf(new Sort.ByScore());
    }

    String joins() {
        return joins.text() + (readsWords() ? WordsSql.besideRow(query.schema()) : "");
    }

    private boolean readsWords() {
        return query.order().contains(new Sort.ByScore())
                && query.ranking().ranks().stream()
                        .flatMap(rank -> rank.steps().stream())
                        .anyMatch(step -> step.condition() instanceof Filter.Words);
    }

    /// `… as k0, … as k1`
    SqlText named() {
        SqlText sql = new SqlText();
        for (int i = 0; i < keys.size(); i++)
            sql.add(i == 0 ? "" : ", ").add(keys.get(i).expression()).add(" as k" + i);
        return sql;
    }

    /// `, … as t0`, of a row `r` that has at least its id.
    SqlText told() {
        SqlText sql = new SqlText();
        List<Sort> told = query.told();
        for (int i = 0; i < told.size(); i++)
            sql.add(", ").add(expression(told.get(i))).add(" as t" + i);
        return sql;
    }

    /// In which they are read.
    String order() {
        List<String> order = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++)
            order.add(name(i).text() + keys.get(i).direction(backwards));
        return String.join(", ", order);
    }

    /// The key's name where it has been worked out, and else what an index knows it by.
    private SqlText name(int key) {
        return areComputed() ? new SqlText().add("r.k" + key) : keys.get(key).expression();
    }

    /// Rows behind the cursor, in the order in which they are read. One row comparison where no key may be missing
    /// and all go one way, since an index can begin there.
    SqlText behind(Cursor cursor) {
        boolean plain = keys.stream()
                .allMatch(key -> !key.mayBeMissing()
                        && key.sort().descending() == keys.getFirst().sort().descending());
        return plain ? rowComparison(cursor) : stepwise(cursor);
    }

    private SqlText rowComparison(Cursor cursor) {
        SqlText names = new SqlText();
        SqlText places = new SqlText();
        for (int i = 0; i < keys.size(); i++) {
            names.add(i == 0 ? "" : ", ").add(name(i));
            SqlText place = keys.get(i).bound(cursor.keys().get(i).orElseThrow());
            places.add(i == 0 ? "" : ", ").add(query.filters().isEmpty() ? hidden(place) : place);
        }
        return new SqlText()
                .add("(")
                .add(names)
                .add(keys.getFirst().isFalling(backwards) ? ") < (" : ") > (")
                .add(places)
                .add(")");
    }

    /// Out of the planner's sight, so that it keeps its plan.
    static SqlText hidden(SqlText value) {
        return new SqlText().add("(select ").add(value).add(")");
    }

    /// Equal in the first keys and behind in the next one, for each number of equal keys.
    private SqlText stepwise(Cursor cursor) {
        SqlText sql = new SqlText().add("(");
        for (int i = 0; i < keys.size(); i++) {
            sql.add(i == 0 ? "(" : " or (");
            for (int j = 0; j < i; j++) sql.add(equal(j, cursor.keys().get(j))).add(" and ");
            sql.add(behind(i, cursor.keys().get(i))).add(")");
        }
        return sql.add(")");
    }

    private SqlText equal(int key, Optional<Value> place) {
        SqlText sql = new SqlText().add(name(key));
        return place.map(value -> sql.add(" = ").add(keys.get(key).bound(value)))
                .orElseGet(() -> sql.add(" is null"));
    }

    private SqlText behind(int number, Optional<Value> place) {
        Key key = keys.get(number);
        // The missing come last: nothing is behind them, and all others are before.
        SqlText sql = new SqlText();
        if (place.isEmpty()) return backwards ? sql.add(name(number)).add(" is not null") : sql.add("false");
        sql.add("(").add(name(number)).add(key.isFalling(backwards) ? " < " : " > ");
        sql.add(key.bound(place.get()));
        if (key.mayBeMissing() && !backwards) sql.add(" or ").add(name(number)).add(" is null");
        return sql.add(")");
    }

    /// The keys of one row of the page, as a column.
    String of(int place) {
        return "(select array[" + texts(query.order(), "k") + "] from page where place = " + place + ")";
    }

    /// By which the rows of the page stand in the order of the list.
    String places() {
        return backwards ? "place desc" : "place";
    }

    /// All keys of all rows of the page, and what is told besides.
    String ofAll(int limit) {
        String told = query.told().isEmpty() ? "" : ", " + texts(query.told(), "t");
        String others = gathering.isPresent() ? ", others::text" : "";
        return "(select array_agg(array[" + texts(query.order(), "k") + told + others
                + "] order by " + places() + ") from page where place <= "
                + limit + ")";
    }

    private static String texts(List<Sort> sorts, String letter) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < sorts.size(); i++) texts.add(text(letter + i, sorts.get(i)));
        return String.join(", ", texts);
    }

    /// As [Sort#parse] reads it again.
    private static String text(String key, Sort sort) {
        boolean moment = sort instanceof Sort.ByField by && by.field().kind() == Kind.MOMENT;
        return moment ? moment(key) : key + "::text";
    }

    /// A moment as [Kind#parse] reads it.
    static String moment(String moment) {
        return "to_char(" + moment + " at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')";
    }

    private SqlText expression(Sort sort) {
        return switch (sort) {
            case Sort.ByField by -> new SqlText().add(joins.column(by.field()));
            case Sort.ByScore _ -> points();
            case Sort.ByDistance by -> distance(by);
        };
    }

    private SqlText points() {
        SqlText sql = new SqlText().add("(0");
        for (Rank rank : query.ranking().ranks()) {
            if (rank.steps().isEmpty()) {
                sql.add(" + " + rank.otherwise());
                continue;
            }
            sql.add(" + case");
            for (Rank.Step step : rank.steps()) {
                sql.add(" when ").add(FilterSql.of(query.schema(), step.condition(), Reach.EACH));
                sql.add(" then " + step.points());
            }
            sql.add(" else " + rank.otherwise() + " end");
        }
        return sql.add(")::bigint");
    }

    /// Metres from the row `r` to the nearest of its points.
    static SqlText distance(Sort.ByDistance by) {
        List<Many> lists = by.field().ancestors().stream()
                .filter(Many.class::isInstance)
                .map(Many.class::cast)
                .toList();
        if (lists.size() != 1 || by.field().ancestors().size() != 1)
            throw new IllegalArgumentException(by.field().path() + " is no list of points");
        Many list = lists.getFirst();
        String point = by.field().leaf().columns().stream()
                .map(column -> "l." + column)
                .collect(Collectors.joining(", "));
        return new SqlText()
                .add("(select min(ground_metres(" + point + ", ")
                .bind(by.centre().latitude())
                .add(", ")
                .bind(by.centre().longitude())
                .add(")) from " + list.table() + " l where l." + list.foreignKey() + " = r.id and l."
                        + by.field().leaf().columns().getFirst() + " is not null)");
    }
}
