package dev.rozgar.adapters.postgres.alerts;

import dev.rozgar.adapters.postgres.sql.PostgresPool;
import dev.rozgar.application.alerts.Deliveries;
import dev.rozgar.domain.Millis;
import dev.rozgar.domain.alerts.DeliveryId;
import dev.rozgar.domain.alerts.DeliveryState;
import dev.rozgar.domain.alerts.DeliveryState.Outcome;
import dev.rozgar.domain.alerts.WebhookId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Events in the table `webhook_delivery`. A claim is a time written into a row, so nobody holds a connection or a lock
/// while he waits for a receiver.
///
/// | it dies … | state | who repairs |
/// |---|---|---|
/// | before it has sent | claimed | whoever claims after the lease |
/// | after, before it has settled | sent and claimed | the same, by sending it twice |
public final class PostgresDeliveries implements Deliveries {
    /// Asks each webhook for its own, so that one with ten thousand of them hides nobody's.
    private static final String CLAIM = """
            with due as (
                select d.id from webhook w
                cross join lateral (
                    select count(*) as n from webhook_delivery o where o.webhook_id = w.id and o.claimed_until > ?) held
                cross join lateral (
                    select p.id, p.due_at from webhook_delivery p
                    where p.webhook_id = w.id and p.state = 'PENDING' and p.due_at <= ?
                        and (p.claimed_until is null or p.claimed_until <= ?)
                    order by p.due_at, p.id limit greatest(? - held.n, 0) for no key update skip locked) d
                where w.stopped is null
                order by d.due_at, d.id limit ?),
            claimed as (
                update webhook_delivery d set claimed_until = ? from due where d.id = due.id returning d.*)
            select d.id, d.webhook_id, d.event, d.body, d.state, d.tries, d.due_at, w.url, w.secret,
                case when w.secret_before_until > ? then w.secret_before end as secret_before
            from claimed d join webhook w on w.id = d.webhook_id order by d.due_at, d.id
            """;

    private static final String SETTLE =
            "select settle_delivery(jsonb_populate_record(null::webhook_delivery, ?::jsonb), ?, ?, ?)";

    private static final String READ = """
            select id, event, body, made_at, state, tries, due_at, over_at,
                jsonb_build_object('tries', history)::text as history
            from webhook_delivery where webhook_id = ? and id < ? order by id desc limit ?
            """;

    /// As if it were new, but for what became of it before.
    private static final String REPLAY = """
            update webhook_delivery set state = 'PENDING', tries = 0, due_at = ?, over_at = null, claimed_until = null
            where webhook_id = ? and id = ? returning id
            """;

    private static final String FORGET = """
            with forgotten as (
                delete from webhook_delivery where id in (
                    select id from webhook_delivery where state <> 'PENDING' and made_at < ?
                    order by made_at, id limit ? for update skip locked)
                returning 1)
            select count(*) from forgotten
            """;

    private static final String BACKLOG = """
            select count(*), min(d.made_at) as since
            from webhook_delivery d join webhook w on w.id = d.webhook_id
            where d.state = 'PENDING' and w.stopped is null
            """;

    private final PostgresPool pool;

    public PostgresDeliveries(PostgresPool pool) {
        this.pool = pool;
    }

    @Override
    public List<Due> claim(int most, int each, Duration lease, Instant now) {
        return pool.changing(CLAIM, DeliveryRows::due, now, now, now, each, most, now.plus(lease), now);
    }

    @Override
    public void settle(Due due, Outcome outcome, DeliveryState state, Optional<String> stop, Instant now) {
        String row = DeliveryRows.settled(due, outcome, state, now);
        pool.changing(
                SETTLE,
                found -> found.getBoolean(1),
                row,
                due.state().tries(),
                due.state().dueAt(),
                stop.orElse(null));
    }

    @Override
    public List<Delivery> of(WebhookId webhook, long before, int most) {
        return pool.rows(READ, DeliveryRows::delivery, webhook.value(), before == 0 ? Long.MAX_VALUE : before, most);
    }

    @Override
    public boolean replay(WebhookId webhook, DeliveryId id, Instant now) {
        return !pool.changing(REPLAY, row -> row.getLong(1), Millis.of(now), webhook.value(), id.value())
                .isEmpty();
    }

    @Override
    public int forget(Instant before, int most) {
        return pool.changing(FORGET, row -> row.getInt(1), before, most).getFirst();
    }

    @Override
    public Backlog backlog() {
        return pool.rows(BACKLOG, row -> new Backlog(row.getLong(1), AlertRows.moment(row, "since")))
                .getFirst();
    }
}
