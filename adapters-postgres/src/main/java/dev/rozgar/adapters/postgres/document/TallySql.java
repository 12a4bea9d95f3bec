package dev.rozgar.adapters.postgres.document;

import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Kind;
import dev.rozgar.application.document.Tally;
import dev.rozgar.application.document.Value;
import java.util.List;
import java.util.stream.Stream;

/// A [Tally] as one statement with one row: an array of numbers, each counted by whatever index its case has.
/// What says certain words is looked up once for all cases.
final class TallySql {
    private final Tally tally;
    private final DocumentSchema schema;
    private final List<Filter> words;

    private TallySql(Tally tally) {
        this.tally = tally;
        this.schema = tally.schema();
        this.words = tally.filters()
                .map(filter -> filter instanceof Filter.Not not ? not.condition() : filter)
                .filter(Filter.Words.class::isInstance)
                .distinct()
                .toList();
    }

    static SqlText of(Tally tally) {
        return new TallySql(tally).render();
    }

    private SqlText render() {
        SqlText sql = new SqlText();
        for (int i = 0; i < words.size(); i++) {
            sql.add((i == 0 ? "with " : ",\n ") + "said" + i + " as materialized (select r.id from " + schema.table()
                    + " r where r." + schema.listed() + " and ");
            sql.add(FilterSql.of(schema, words.get(i))).add(")");
        }
        String before = "\nselect array[";
        for (List<Filter> one : tally.cases()) {
            sql.add(before).add(count(one));
            before = ",\n ";
        }
        return sql.add("]");
    }

    private SqlText count(List<Filter> one) {
        SqlText sql = new SqlText().add("(select count(*) from " + schema.table() + " r where r." + schema.listed());
        schema.window().ifPresent(window -> {
            sql.add(" and r." + column(window.from()) + " <= ").add(now());
            sql.add(" and r." + column(window.until()) + " > ").add(now());
        });
        Stream.concat(tally.common().stream(), one.stream())
                .forEach(filter -> sql.add(" and ").add(condition(filter)));
        return sql.add(")");
    }

    private SqlText condition(Filter filter) {
        boolean negated = filter instanceof Filter.Not;
        int said = words.indexOf(filter instanceof Filter.Not not ? not.condition() : filter);
        return said < 0
                ? FilterSql.of(schema, filter)
                : new SqlText().add("r.id " + (negated ? "not " : "") + "in (select id from said" + said + ")");
    }

    private SqlText now() {
        return new SqlText().bind(new Value.Moment(tally.asOf()), Kind.MOMENT);
    }

    private String column(String path) {
        return schema.require(path).leaf().column();
    }
}
