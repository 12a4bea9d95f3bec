package dev.rozgar.adapters.postgres;

import java.util.Map;
import java.util.Objects;

/// Rows written by plain SQL, as by somebody who knows nothing of the application.
public final class PlainRows {
    private static final String COMPANY = """
            insert into company (id, version, slug, display_name, same_as, state, state_at, created_at, updated_at)
            values (%1$d, 1, 'company-%1$d', 'Company %1$d', '{}', 'VERIFIED', '2026-03-01Z', '2026-03-01Z', '2026-03-01Z');
            insert into company_location (company_id, position, label, locality, country, is_hq, timezone)
            values (%1$d, 0, 'Pune', 'Pune', 'IN', true, 'Asia/Kolkata')
            """;

    private static final String JOB = """
            insert into job (
                id, version, company_id, slug, language, title, description_text, remote, applicant_regions, categories,
                employment_types, pay_disclosed, experience_required, fresher_ok, licences, licence_required, own_vehicle,
                documents, benefits, openings_total, openings_filled, apply_direct, published_at, expires_at, immediate,
                source, promotion, state, state_at, created_at, updated_at)
            values (
                %1$d, 1, %2$d, 'job-%1$d', 'en-IN', '%3$s', 'Work.', 'ONSITE', '{}', '{}',
                '{FULL_TIME}', false, false, true, '{}', false, false,
                '{}', '{}', 1, 0, true, '2026-03-01Z', '2026-04-01Z', true,
                'sql', 0, 'PUBLISHED', '2026-03-01Z', '2026-03-01Z', '2026-03-01Z')
            on conflict (id) do update set title = excluded.title, version = job.version + 1
            """;

    private static final Map<String, String> LISTS = Map.of(
            "job_location",
            "(%1$d, 0, 'MG Road', 'Pune', 'Maharashtra', '411001', 'IN', 18.5, 73.8, 'STREET', 'place:1'),"
                    + " (%1$d, 1, null, 'Mumbai', null, null, 'IN', null, null, 'LOCALITY', null)",
            "job_shift",
            "(%1$d, 0, 'DAY', '09:00', '18:00', '{MONDAY}'), (%1$d, 1, 'NIGHT', null, null, '{FRIDAY}')",
            "job_skill",
            "(%1$d, 0, 'skill:1', 'Driving', 'MUST', 10), (%1$d, 1, null, 'Cooking', 'NICE', 5)",
            "job_language",
            "(%1$d, 0, 'language:1', 'Hindi', 'MUST', 10), (%1$d, 1, null, 'Marathi', 'NICE', 5)");

    private PlainRows() {}

    /// Leaves one company without jobs, a ledger that owes nothing, and no index that is being built.
    public static void startAnew(TestDatabase database) {
        database.run("truncate company cascade;"
                + " truncate index_ledger, index_fanout, listed_count, index_build, index_retired;"
                + " update index_state set building = false, suspect_above = null");
        insertCompany(database, 1);
    }

    public static void insertCompany(TestDatabase database, long id) {
        database.run(COMPANY.formatted(id));
    }

    /// A published job, new or with another title.
    public static void putJob(TestDatabase database, long id, long company, String title) {
        database.run(job(id, company, title));
    }

    public static String job(long id, long company, String title) {
        return JOB.formatted(id, company, title.replace("'", "''"));
    }

    /// Two rows in each list of a job.
    public static void insertLists(TestDatabase database, long job) {
        LISTS.keySet().forEach(list -> insertList(database, list, job));
    }

    /// Two rows in one of them.
    public static void insertList(TestDatabase database, String list, long job) {
        String rows = Objects.requireNonNull(LISTS.get(list));
        database.run("insert into " + list + " values " + rows.formatted(job));
    }

    /// What columns of one row, and rows of one table, have to do with each other is checked no more.
    public static void dropChecks(TestDatabase database) {
        database.run("""
                do $$
                declare
                    c record;
                begin
                    for c in select conrelid::regclass as of, conname from pg_constraint
                        where contype = 'c' and conrelid <> 0 or contype = 'f' and conrelid = confrelid
                    loop
                        execute format('alter table %s drop constraint %I', c.of, c.conname);
                    end loop;
                end $$
                """);
    }
}
