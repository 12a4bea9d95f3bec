package dev.rozgar.adapters.postgres.document;

import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Kind;
import dev.rozgar.application.document.Node;
import dev.rozgar.application.document.Node.One;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.feed.ChangeFilter;
import dev.rozgar.application.feed.FeedCursor;
import dev.rozgar.application.feed.Kept;
import dev.rozgar.application.listing.JobFields;
import java.time.Instant;
import java.util.List;

/// A page of the feed as one statement.
///
/// It looks at so many entries behind the cursor, up to the first that many documents show, and takes those
/// of one job together; or at so many of the documents that show that one. Of each job it asks whether it is
/// shown now, and whether it was found by the filter before. Of those, as many as fit come, with their
/// documents; what stands before the first that does not fit has been read.
///
/// At least one row: columns of the page on each, and a job's where there is one.
final class ChangesSql {
    /// Entries, or documents that show a row, that are looked at for one page.
    static final int LOOKED_AT = 1_000;
    /// Of the documents of a page; the first comes however long it is.
    static final int BYTES = 4 * 1_024 * 1_024;
    /// What is told of a job that is gone.
    private static final int SHORT = 500;

    private static final DocumentFunction.Part KEPT_NOW = DocumentFunction.Part.of(Kept.JOB, "    ");

    private final Wanted wanted;
    private final ChangeFilter filter;
    private final int most;
    private final Instant now;
    private final SqlText sql = new SqlText();

    private ChangesSql(Wanted wanted) {
        this.wanted = wanted;
        this.filter = wanted.filter();
        this.most = wanted.most();
        this.now = wanted.now();
    }

    /// @param documents whether they come, or their column is null
    record Wanted(ChangeFilter filter, int most, Instant now, boolean documents) {}

    /// A change of a row that many documents show.
    ///
    /// @param source its table
    /// @param cursor in the midst of it, or before all documents that show it
    record Shared(String source, String key, FeedCursor cursor) {}

    /// Entries of single jobs. If the first entry is another, the page tells of that entry alone.
    static SqlText behind(FeedCursor cursor, Wanted wanted) {
        return new ChangesSql(wanted).behind(cursor);
    }

    /// Jobs whose documents show a row. Of those that do not match the filter it is told that they are gone where
    /// the row decides what they are found by.
    static SqlText showing(Shared shared, Wanted wanted) {
        return new ChangesSql(wanted).showing(shared);
    }

    private SqlText behind(FeedCursor cursor) {
        sql.add("with entries as materialized (select *, row_number() over () as n from (\n");
        sql.add(" select xid, seq, at, job_id, source, key, reason, kept from job_change where (xid, seq) > ");
        place(cursor).add(" and xid < read_bound()\n order by xid, seq limit " + LOOKED_AT + ") as few),\n");
        sql.add(
                "run as (select * from entries where n < coalesce((select min(n) from entries where source is not null), ");
        sql.add(LOOKED_AT + 1 + ")),\njobs as (select job_id as id, min(n) as place, max(at) as at,\n");
        sql.add(" (array_agg(reason order by seq desc) filter (where reason is not null))[1] as reason,\n");
        sql.add(" (array_agg(kept order by seq desc) filter (where ").add(KeptSql.of(filter.filters(), "kept"));
        sql.add("))[1] as kept\n from run group by job_id),\n");
        tell("jobs.kept", List.of());
        sql.add("page as (select e.xid::text as xid, e.seq, 0::bigint as within,\n");
        sql.add(" done.n < looked.n or looked.n = " + LOOKED_AT + " as more, first.source, first.key,\n");
        sql.add(" first.xid::text as first_xid, first.seq as first_seq\n from ");
        done().add("\n cross join (select count(*) as n from entries) looked left join entries e on e.n = done.n\n");
        sql.add(" left join entries first on first.n = 1 and first.source is not null)\n");
        return answer(cursor);
    }

    private SqlText showing(Shared shared) {
        boolean decisive = isDecisive(shared.source());
        sql.add(
                "with run as materialized (select id, row_number() over (order by id) as n from job_documents_showing(");
        sql.bindAs("text", shared.source())
                .add(", ")
                .bindAs("text", shared.key())
                .add(", ");
        sql.bindAs("bigint", Long.toString(shared.cursor().within())).add(", " + LOOKED_AT + ") as id),\n");
        sql.add(
                "jobs as (select run.id, run.n as place, c.at, null::text as reason\n from run join job_change c on (c.xid, c.seq) = ");
        place(shared.cursor()).add("),\n");
        tell(decisive ? KEPT_NOW.expression() + "::json" : "null::json", decisive ? KEPT_NOW.joins() : List.of());
        sql.add("page as (select null::text as xid, null::bigint as seq,\n");
        sql.add(" case when done.n < looked.n or looked.n = " + LOOKED_AT);
        sql.add(" then (select id from run where n = done.n) else 0 end as within,\n");
        sql.add(" done.n < looked.n or looked.n = " + LOOKED_AT
                + " or exists (select from job_change where (xid, seq) > ");
        place(shared.cursor()).add(" and xid < read_bound()) as more,\n");
        sql.add(" null::text as source, null::text as key, null::text as first_xid, null::bigint as first_seq\n from ");
        done().add("\n cross join (select count(*) as n from run) looked)\n");
        return answer(shared.cursor());
    }

    /// @param kept what is told of a job that is gone, an expression; null where nothing is told of it
    /// @param joins to what it reads besides
    private void tell(String kept, List<String> joins) {
        sql.add("judged as (select jobs.id, jobs.place, jobs.at, r.listed and r.expires_at > ");
        moment();
        for (Filter one : filter.filters()) sql.add(" and ").add(FilterSql.of(JobFields.JOB, one));
        sql.add(" as shown,\n case when r.listed then case when r.expires_at > ");
        moment().add(" then 'CHANGED' else 'EXPIRED' end\n");
        sql.add("  else coalesce(jobs.reason, job_left(r.state, r.removed_at)) end as reason,\n " + kept
                + " as kept\n");
        sql.add(" from jobs left join job r on r.id = jobs.id " + String.join(" ", joins) + "),\n");
        sql.add(
                "ranked as (select *, row_number() over (order by place) as rank from judged where shown or kept is not null),\n");
        sql.add("told as materialized (select t.*, d.document, t.rank <= " + most);
        sql.add(" and (t.rank = 1 or sum(coalesce(octet_length(d.document), " + SHORT
                + ")) over (order by t.rank) <= ");
        sql.add(BYTES + ") as fits\n from (select * from ranked where rank <= " + (most + 1) + ") t\n");
        if (wanted.documents())
            sql.add(" left join job_documents(array(select id from ranked where shown and rank <= " + most
                    + ")) d using (id)),\n");
        else sql.add(" cross join (select null::text as document) d),\n");
    }

    private SqlText done() {
        return sql.add(
                "(select coalesce((select min(place) - 1 from told where not fits), (select count(*) from run)) as n) done");
    }

    /// @param cursor from which the page follows: whether nothing behind it is forgotten stands on each row
    private SqlText answer(FeedCursor cursor) {
        sql.add("select s.epoch = ")
                .bindAs("bigint", Long.toString(cursor.epoch()))
                .add(" and ");
        place(cursor).add(cursor.within() == 0 ? " >= " : " > ").add("(f.xid, f.seq) and ");
        sql.bindAs("xid8", Long.toString(cursor.transaction())).add(" <= pg_snapshot_xmax(pg_current_snapshot()),\n");
        sql.add(
                " page.xid, page.seq, page.within, page.more, page.source, page.key, page.first_xid, page.first_seq,\n");
        sql.add(" told.id, told.at, told.shown, told.reason, told.kept, told.document\n");
        return sql.add(
                "from page cross join index_state s cross join job_change_forgotten f\n left join told on told.fits order by told.rank");
    }

    private SqlText place(FeedCursor cursor) {
        sql.add("(").bindAs("xid8", Long.toString(cursor.transaction())).add(", ");
        return sql.bindAs("bigint", Long.toString(cursor.sequence())).add(")");
    }

    private SqlText moment() {
        return sql.bind(new Value.Moment(now), Kind.MOMENT);
    }

    private boolean isDecisive(String source) {
        return source.equals(Kept.JOB.table())
                || filter.filters().stream()
                        .anyMatch(
                                one -> leadsOn(ChangeFilter.values(one).field().ancestors(), source));
    }

    /// Whether the row points at another that a filter looks at.
    private static boolean leadsOn(List<Node> way, String source) {
        boolean passed = false;
        for (Node node : way) {
            if (passed && node instanceof One) return true;
            passed |= node instanceof One one && one.table().equals(source);
        }
        return false;
    }
}
