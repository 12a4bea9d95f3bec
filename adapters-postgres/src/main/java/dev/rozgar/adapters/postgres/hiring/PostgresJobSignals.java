package dev.rozgar.adapters.postgres.hiring;

import dev.rozgar.adapters.postgres.sql.PostgresPool;
import dev.rozgar.application.signals.JobSignals;
import dev.rozgar.application.signals.Signals;
import dev.rozgar.domain.hiring.ApplicationState.Kind;
import dev.rozgar.domain.job.JobId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/// The past of jobs and of their applications, out of the log of moves. A job that was put there without a log, as
/// by an import, has been up since it was published.
public final class PostgresJobSignals implements JobSignals {
    /// Of a rejection the candidate may have to hear later: it is counted apart, once it is told.
    private static final String[] ANSWERS = names(answers());
    /// Whoever answers has looked.
    private static final String[] LOOKED_AT = names(Stream.concat(Stream.of(Kind.IN_REVIEW), answers()));

    private static final String SIGNALS = """
            with asked as (
                select cast(? as bigint) as id, cast(? as timestamptz) as now, cast(? as text[]) as answers,
                    cast(? as text[]) as looked_at),
            shown as (
                select j.id, j.company_id, j.occupation_id, lower(j.title) as title, j.published_at
                from job j join asked on j.id = asked.id
                where j.listed and j.published_at <= asked.now and j.expires_at > asked.now),
            line as (
                select t.from_state, t.to_state, t.at, row_number() over past as n, lead(t.at) over past as until
                from transition t join shown on t.subject_id = shown.id where t.kind = 'JOB'
                window past as (order by t.sequence)),
            period as (
                select line.at as since, coalesce(line.until, asked.now) as until
                from line cross join asked where line.to_state = 'PUBLISHED'
                union all
                -- It was up before its log begins.
                select least(shown.published_at, line.at), line.at
                from line cross join shown where line.n = 1 and line.from_state = 'PUBLISHED'),
            up as (select count(*) as times, sum(extract(epoch from until - since)) as seconds from period),
            alike as (
                select o.id = shown.id as this, coalesce(
                    (select min(t.at) from transition t
                     where t.kind = 'JOB' and t.subject_id = o.id and t.to_state = 'PUBLISHED'),
                    o.published_at, o.created_at) as first_shown
                from job o join shown on o.company_id = shown.company_id and lower(o.title) = shown.title
                    and o.occupation_id is not distinct from shown.occupation_id
                where o.was_shown),
            sent as (
                select a.created_at, heard.told or exists (
                        select from transition t
                        where t.kind = 'APPLICATION' and t.subject_id = a.id and t.to_state = any(asked.answers)) as answered,
                    (select min(t.at) from transition t
                     where t.kind = 'APPLICATION' and t.subject_id = a.id and t.actor_role <> 'SYSTEM'
                        and (t.to_state = any(asked.looked_at) or t.to_state = 'REJECTED' and heard.told)) as looked_at
                from application a join shown on a.job_id = shown.id cross join asked cross join lateral (
                    select a.state = 'REJECTED'
                        and coalesce((a.detail ->> 'notify_at')::timestamptz <= asked.now, true) as told) as heard)
            select
                coalesce((select seconds from up where times > 0), extract(epoch from asked.now - shown.published_at)),
                greatest(1, (select times from up)),
                (select count(*) from alike where first_shown < (select first_shown from alike where this)),
                (select count(*) from sent),
                (select count(*) from sent where answered),
                (select count(looked_at) from sent),
                (select percentile_cont(0.5) within group (order by extract(epoch from looked_at - created_at))
                 from sent where looked_at is not null)
            from shown cross join asked
            """;

    private final PostgresPool pool;

    public PostgresJobSignals(PostgresPool pool) {
        this.pool = pool;
    }

    @Override
    public Optional<Signals> of(JobId id, Instant now) {
        return pool.rows(SIGNALS, PostgresJobSignals::signals, id.value(), now, ANSWERS, LOOKED_AT).stream()
                .findFirst();
    }

    private static Signals signals(ResultSet row) throws SQLException {
        double firstView = row.getDouble(7);
        Optional<Duration> median = row.wasNull() ? Optional.empty() : Optional.of(seconds(firstView));
        return new Signals(
                seconds(row.getDouble(1)),
                row.getInt(2),
                row.getInt(3),
                new Signals.Applications(row.getLong(4), row.getLong(5), row.getLong(6), median));
    }

    /// Clocks may differ by a little, and nothing has lasted less than no time.
    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.max(0, Math.round(seconds * 1_000)));
    }

    private static Stream<Kind> answers() {
        return Arrays.stream(Kind.values()).filter(state -> state.isAnswer() && state != Kind.REJECTED);
    }

    private static String[] names(Stream<Kind> states) {
        return states.map(Kind::name).toArray(String[]::new);
    }
}
