package dev.rozgar.adapters.postgres.document;

import dev.rozgar.adapters.postgres.document.FilterSql.Reach;
import dev.rozgar.application.document.Count;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Kind;
import dev.rozgar.application.document.Value;
import java.util.List;

/// A list query as one statement with one row: the documents of the page joined, their lengths in bytes, how
/// many rows there are up to one behind the page, the sort keys of the row that was read last, the count, the keys
/// of all rows if they are told, the buckets of each facet, and of a page with a cursor the keys of the row that
/// was read first.
final class PageSql {
    /// Listed rows outside of their window that are cheaper to count than those inside.
    private static final int FEW = 1_000;

    private final DocumentQuery query;
    private final DocumentSchema schema;
    private final PageKeys keys;
    private final FacetSql facets;

    private PageSql(DocumentQuery query) {
        this.query = query;
        this.schema = query.schema();
        this.keys = new PageKeys(query);
        this.facets = new FacetSql(query);
    }

    static SqlText of(DocumentQuery query) {
        return new PageSql(query).render();
    }

    private SqlText render() {
        int limit = query.room() * query.shape().each();
        SqlText sql = new SqlText().add("with ").add(keys.areComputed() ? fromAll() : fromIndex());
        sql.add(" order by " + keys.order() + " limit " + (query.room() + 1));
        if (keys.gathering().isPresent()) sql.add(" offset ").bind(new Value.Whole(query.skipped()), Kind.WHOLE);
        sql.add(") as p)");
        if (areSeveral()) sql.add(ofEachKind());
        if (counts()) sql.add(",\n").add(facets.rows(matching(facets.common())));
        sql.add("\n");
        sql.add("select string_agg(built.document, '' order by page." + keys.places() + "),");
        sql.add(" string_agg(octet_length(built.document)::text, ',' order by page." + keys.places() + "),");
        sql.add("\n (select count(*) from " + (areSeveral() ? "kinds" : "page") + "), " + keys.of(limit) + ", ");
        sql.add(count()).add(", " + (query.tells() ? keys.ofAll(limit) : "null::text[]"));
        if (counts()) sql.add(facets.columns());
        if (query.after().isPresent()) sql.add(", " + keys.of(1));
        String ids = "array(select id from page where place <= " + limit + ")";
        String built = DocumentFunction.built(schema, query.shape().fields(), ids);
        return sql.add("\nfrom page join " + built + " as built on built.id = page.id");
    }

    /// Rows in an order that an index may have. They are numbered outside of the limit: beside it, every
    /// matching row would be sorted and numbered first.
    private SqlText fromIndex() {
        SqlText sql =
                new SqlText().add("page as materialized (select *, row_number() over () as place from (select r.id, ");
        sql.add(keys.named())
                .add(keys.told())
                .add(" from " + from() + " where ")
                .add(matching());
        query.after().ifPresent(cursor -> sql.add(" and ").add(keys.behind(cursor)));
        return sql;
    }

    /// Rows in an order that is worked out for each of them.
    private SqlText fromAll() {
        // The offset keeps the points of a row from being worked out twice.
        int least = query.ranking().least();
        SqlText sql = new SqlText()
                .add("matched as materialized (" + (least > 0 ? "select * from (" : "") + "select r.id, ")
                .add(keys.named());
        keys.gathering().ifPresent(what -> sql.add(", " + what + " as gathered"));
        sql.add(" from " + from() + " where ").add(matching());
        sql.add(least > 0 ? " offset 0) r where r." + keys.score() + " >= " + least + "),\n" : "),\n");
        keys.gathering().ifPresent(_ -> sql.add(firstOfEach()));
        // Kinds stand where the first of each stands.
        if (areSeveral())
            return sql.add("kinds as materialized (select *, row_number() over () as turn from"
                    + " (select r.gathered from apart r where r.nth = 1");
        sql.add("page as materialized (select *, row_number() over () as place from (select r.*")
                .add(keys.told());
        sql.add(" from " + rows() + " r");
        if (keys.gathering().isEmpty())
            query.after().ifPresent(cursor -> sql.add(" where ").add(keys.behind(cursor)));
        return sql;
    }

    /// Of rows of one kind the first ones, and how many others there are.
    private String firstOfEach() {
        int each = query.shape().each();
        return "apart as materialized (select * from (select r.*, greatest(count(*) over (partition by gathered) - "
                + each + ", 0) as others, row_number() over (partition by gathered order by " + keys.order()
                + ") as nth from matched r) as all_of_them where nth <= " + each + "),\n";
    }

    /// Whether several of each kind are shown.
    private boolean areSeveral() {
        return query.shape().each() > 1;
    }

    /// All that are shown of the kinds of the page.
    private SqlText ofEachKind() {
        return new SqlText()
                .add(",\npage as materialized (select r.*, row_number() over (order by k.turn, r.nth) as place")
                .add(keys.told())
                .add(" from kinds k join apart r on r.gathered = k.gathered where k.turn <= " + query.room() + ")");
    }

    private String rows() {
        return keys.gathering().isPresent() ? "apart" : "matched";
    }

    /// Whether more than the documents is counted.
    private boolean counts() {
        return !query.facets().isEmpty();
    }

    private String from() {
        return schema.table() + " r" + keys.joins();
    }

    /// What every row of the list fulfils, wherever the page begins.
    private SqlText matching() {
        return matching(query.filters());
    }

    private SqlText matching(List<Filter> filters) {
        SqlText sql = new SqlText().add("r." + schema.listed());
        schema.window().ifPresent(window -> {
            SqlText now = now();
            sql.add(" and r." + column(window.from()) + " <= ").add(now);
            sql.add(" and r." + column(window.until()) + " > ").add(now);
        });
        Reach reach = filters.stream().anyMatch(this::namesRows) ? Reach.ONE : Reach.ALL;
        return filters.isEmpty() ? sql : sql.add(" and ").add(FilterSql.allOf(schema, filters, reach));
    }

    /// Of rows that are named one by one the rest is looked up: nothing has to be found first among all there are.
    private boolean namesRows(Filter filter) {
        return filter instanceof Filter.OneOf one && one.field().path().equals("id");
    }

    /// A list without filters has one good plan, whatever the moment and the cursor. A value out of the planner's
    /// sight lets it keep that plan; it would else make a new one for each page, which takes as long as the page.
    private SqlText now() {
        SqlText now = new SqlText().bind(new Value.Moment(query.asOf()), Kind.MOMENT);
        return query.filters().isEmpty() ? PageKeys.hidden(now) : now;
    }

    private String column(String path) {
        return schema.require(path).leaf().column();
    }

    private SqlText count() {
        if (query.count() == Count.NONE) return new SqlText().add("null::bigint");
        // They are all at hand.
        if (keys.areComputed())
            return new SqlText().add("(select count(*) from " + rows() + (areSeveral() ? " where nth = 1)" : ")"));
        if (counts()) return new SqlText().add(facets.total());
        return switch (query.count()) {
            case NONE -> throw new IllegalStateException("nothing is counted");
            case EXACT ->
                new SqlText()
                        .add("(select count(*) from " + schema.table() + " r where ")
                        .add(matching())
                        .add(")");
            case LIMITED -> query.filters().isEmpty() ? countOfAll() : countSome();
        };
    }

    private SqlText countSome() {
        return new SqlText()
                .add("(select count(*) from (select 1 from " + schema.table() + " r where ")
                .add(matching())
                .add(" limit " + (Count.LIMIT + 1) + ") as counted)");
    }

    /// How many are listed is kept by triggers, so an unfiltered list only has to count the few outside of their
    /// window; if they are many, it counts the ones inside.
    private SqlText countOfAll() {
        String listed = "(select coalesce(sum(n), 0) from listed_count where doc_type = '" + schema.name() + "')";
        if (schema.window().isEmpty()) return new SqlText().add(listed + "::bigint");
        var window = schema.window().get();
        String some = "select from " + schema.table() + " r where r." + schema.listed() + " and r.";
        SqlText sql = new SqlText()
                .add("(select case when gone.n > " + FEW + " then ")
                .add(countSome());
        sql.add(" else " + listed + "::bigint - gone.n end from (select count(*) as n from (");
        sql.add(some + column(window.from()) + " > ").add(now()).add(" union all ");
        sql.add(some + column(window.until()) + " <= ").add(now());
        return sql.add(" limit " + (FEW + 1) + ") as outside) as gone)");
    }
}
