package dev.rozgar.bootstrap.prove.stand;

import java.util.List;

/// Makes many jobs of one, past the service: by plain SQL, in one transaction, as a migration would.
public final class Clones {
    /// Far from the numbers that the service hands out.
    private static final long FIRST = 1_000_000_000;

    private static final List<String> LISTS = List.of("job_location", "job_skill", "job_language", "job_shift");

    private final Truth truth;

    public Clones(Truth truth) {
        this.truth = truth;
    }

    /// @return the id of the first; the others follow without a gap
    public long of(long job, int count) {
        long first = FIRST + truth.number("select count(*) from job");
        var sql = new StringBuilder("begin; set local rozgar.saves_job = 'yes';");
        sql.append("""
                insert into job (%1$s) select %2$s from job j, generate_series(0, %3$d) n, jsonb_populate_record(j, jsonb_build_object(
                    'id', %4$d + n, 'slug', j.slug || '-' || (%4$d + n), 'requisition_id', 'clone-' || (%4$d + n),
                    'title', 'Clone ' || (%4$d + n))) r
                where j.id = %5$d;
                """.formatted(columns("job", ""), columns("job", "r."), count - 1, first, job));
        for (String list : LISTS) {
            sql.append("""
                    insert into %1$s (%2$s) select %3$s from %1$s l, generate_series(0, %4$d) n,
                        jsonb_populate_record(l, jsonb_build_object('job_id', %5$d + n)) r
                    where l.job_id = %6$d;
                    """.formatted(list, columns(list, ""), columns(list, "r."), count - 1, first, job));
        }
        truth.run(sql.append("commit").toString());
        return first;
    }

    /// Those that can be written.
    private String columns(String table, String before) {
        return truth.text("""
                select string_agg('%s' || quote_ident(column_name), ', ' order by ordinal_position)
                from information_schema.columns
                where table_schema = current_schema() and table_name = '%s' and is_generated = 'NEVER'
                """.formatted(before, table));
    }
}
