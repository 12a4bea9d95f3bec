-- Being told: searches that people keep, what they have found, webhooks and what is on its way to them. The codes are the
-- domain's; a test compares them.

create domain search_scope as text collate "C" check (value in ('NEW', 'CHANGED'));
create domain event_type as text collate "C" check (value in ('SEARCH_MATCHED', 'JOB_MOVED', 'APPLICATION_MOVED'));
create domain delivery_state as text collate "C" check (value in ('PENDING', 'DELIVERED', 'FAILED'));

-- Handed out in blocks of 64, as those of jobs are.
create sequence saved_search_id increment 64 no cycle;
create sequence webhook_id increment 64 no cycle;

create table saved_search (
    id           bigint primary key check (id > 0),
    -- Whose it is: one of the three.
    company_id   bigint constraint saved_search_company_id_fkey references company (id),
    candidate_id bigint constraint saved_search_candidate_id_fkey references candidate (id),
    partner      varchar(100) check (partner <> ''),
    name         varchar(100) not null,
    query        varchar(2000) not null check (query <> ''),
    scope        search_scope not null,
    saved_at     timestamptz(3) not null,
    check (num_nonnulls(company_id, candidate_id, partner) = 1)
);

create index saved_search_company_id on saved_search (company_id, id) where company_id is not null;
create index saved_search_candidate_id on saved_search (candidate_id, id) where candidate_id is not null;
create index saved_search_partner on saved_search (partner, id) where partner is not null;

-- Jobs are never deleted, so nothing has to be looked after here.
create table saved_search_found (
    place     bigint generated always as identity primary key,
    search_id bigint not null references saved_search (id) on delete cascade,
    job_id    bigint not null,
    at        timestamptz(3) not null,
    constraint saved_search_found_once unique (search_id, job_id)
);

create index saved_search_found_newest on saved_search_found (search_id, place desc);

create table webhook (
    id                  bigint primary key check (id > 0),
    version             bigint not null check (version > 0),
    -- Whose it is: one of the three.
    company_id          bigint constraint webhook_company_id_fkey references company (id),
    candidate_id        bigint constraint webhook_candidate_id_fkey references candidate (id),
    partner             varchar(100) check (partner <> ''),
    url                 varchar(2000) collate "C" not null,
    events              event_type[] not null check (cardinality(events) > 0 and array_position(events::text[], null) is null),
    -- Why nothing is sent; null: it is.
    stopped             varchar(200),
    created_at          timestamptz(3) not null,
    secret              varchar(100) collate "C" not null check (secret like 'whsec\_%'),
    -- Signs as well until then.
    secret_before       varchar(100) collate "C" check (secret_before like 'whsec\_%'),
    secret_before_until timestamptz(3),
    check (num_nonnulls(company_id, candidate_id, partner) = 1),
    check (company_id is not null or events::text[] = array['SEARCH_MATCHED']),
    check (num_nulls(secret_before, secret_before_until) <> 1)
);

create index webhook_company_id on webhook (company_id, id) where company_id is not null;
create index webhook_candidate_id on webhook (candidate_id, id) where candidate_id is not null;
create index webhook_partner on webhook (partner, id) where partner is not null;

create table webhook_delivery (
    id            bigint generated always as identity primary key,
    webhook_id    bigint not null references webhook (id) on delete cascade,
    event         event_type not null,
    -- As it is sent, byte for byte the same at each try.
    body          text not null,
    made_at       timestamptz(3) not null,
    state         delivery_state not null default 'PENDING',
    tries         integer not null default 0 check (tries >= 0),
    -- While it is to be sent: not before then.
    due_at        timestamptz(3),
    -- Since when it is not to be sent any more.
    over_at       timestamptz(3),
    -- Who is at it has until then.
    claimed_until timestamptz,
    -- What became of the latest tries, the newest last; those of before a replay stay.
    history       jsonb not null default '[]'
        check (jsonb_typeof(history) = 'array' and jsonb_array_length(history) <= 8),
    check ((state = 'PENDING') = (due_at is not null)),
    check ((state = 'PENDING') = (over_at is null)),
    check (state = 'PENDING' or claimed_until is null)
) with (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 0);

-- What is due of each webhook: a list that is short while all goes well.
create index webhook_delivery_due on webhook_delivery (webhook_id, due_at, id) where state = 'PENDING';
create index webhook_delivery_claimed on webhook_delivery (webhook_id) where claimed_until is not null;
create index webhook_delivery_webhook_id on webhook_delivery (webhook_id, id);
create index webhook_delivery_over on webhook_delivery (made_at, id) where state <> 'PENDING';

-- Whoever is forgotten is told nothing any more; what somebody has searched for is personal as well.
create function forget_keeper() returns trigger language plpgsql as $$
begin
    delete from webhook where candidate_id = new.id;
    delete from saved_search where candidate_id = new.id;
    return null;
end $$;

create trigger candidate_forget_keeper after update of phone on candidate
    for each row when (old.phone is not null and new.phone is null) execute function forget_keeper();

-- What became of a try. Of a delivery that is not as it was claimed any more nothing is written. The webhook is locked first:
-- so does whoever removes it, and its deliveries after it.
create function settle_delivery(
    delivery webhook_delivery, claimed_tries integer, claimed_due timestamptz, stop_it text) returns boolean
    language plpgsql as $$
begin
    if stop_it is not null then
        perform from webhook where id = delivery.webhook_id for no key update;
    end if;
    update webhook_delivery d set
        state = delivery.state, tries = delivery.tries, due_at = delivery.due_at, over_at = delivery.over_at,
        claimed_until = null,
        history = case when jsonb_array_length(d.history) = 8 then d.history - 0 else d.history end || delivery.history
    where d.id = delivery.id and d.state = 'PENDING' and d.tries = claimed_tries and d.due_at = claimed_due;
    if not found then
        return false;
    end if;
    if stop_it is not null then
        update webhook set stopped = stop_it, version = version + 1
        where id = delivery.webhook_id and stopped is null;
    end if;
    return true;
end $$;

-- How far the feed of changes was looked through for saved searches, one row for all nodes.
create table search_turn (
    one_row      boolean primary key default true check (one_row),
    -- The token of a cursor; null before the first turn.
    cursor       varchar(64) collate "C",
    -- Goes up with each turn and with the end of one, so that nobody ends another's.
    holding      bigint not null default 0,
    -- Whoever has the turn has until then; null: nobody has it.
    leased_until timestamptz
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 200);

insert into search_turn default values;

-- What is sent: rows become compact JSON, their columns in this order.
create function event_body(of_type text, made timestamptz, what json) returns text language sql stable as $$
    select to_json(e)::text from (
        select of_type as type, to_char(made at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as timestamp,
            what as data) e
$$;

-- What moved a job or an application of a company is told in the transaction that has moved it, whoever that was: either both
-- are committed or none. Where nobody listens, which is the usual case, one look at a table of few rows is all it costs.
--
-- A new thing is written before its lines, or nobody would know here whose it is. A webhook that is being removed is waited
-- for; without the lock the reference to it would fail the move.
create function tell_webhooks() returns trigger language plpgsql as $$
begin
    if not exists (select from webhook where company_id is not null and stopped is null) then
        return null;
    end if;
    insert into webhook_delivery (webhook_id, event, body, made_at, due_at)
    with told as (
        select 'JOB_MOVED' as event, 'job.moved' as type, j.company_id, l.kind, l.subject_id, l.sequence, l.at,
            (select to_json(d) from (
                select j.id as job_id, j.company_id, l.sequence, l.move, l.from_state, l.to_state,
                    '/api/jobs/' || j.id || '/manage' as href) d) as data
        from lines l join job j on j.id = l.subject_id
        where l.kind = 'JOB' and l.from_state is distinct from l.to_state
        union all
        select 'APPLICATION_MOVED', 'application.moved', a.company_id, l.kind, l.subject_id, l.sequence, l.at,
            (select to_json(d) from (
                select a.id as application_id, a.job_id, a.company_id, l.sequence, l.move, l.from_state, l.to_state,
                    '/api/applications/' || a.id as href) d)
        from lines l join application a on a.id = l.subject_id
        where l.kind = 'APPLICATION' and l.from_state is distinct from l.to_state)
    select w.id, t.event, event_body(t.type, t.at, t.data), t.at, t.at
    from told t join webhook w on w.company_id = t.company_id and w.stopped is null and t.event = any (w.events)
    order by t.kind, t.subject_id, t.sequence, w.id
    for key share of w;
    return null;
end $$;

create trigger transition_tells_webhooks after insert on transition referencing new table as lines
    for each statement execute function tell_webhooks();

-- Ends a turn: what was not found before is stored, the webhooks of its keepers are told of it, and the cursor moves; all of
-- it, or, if another has the turn or has ended it, nothing. Searches and webhooks that are being removed are waited for, as
-- above. At most 100 jobs an event.
create function settle_search_turn(
    held bigint, next_cursor text, searches bigint[], jobs bigint[], moment timestamptz)
    returns boolean language plpgsql as $$
begin
    update search_turn set cursor = next_cursor, holding = holding + 1, leased_until = null where holding = held;
    if not found then
        return false;
    end if;
    with there as materialized (
        select id from saved_search where id = any (searches) order by id for key share),
    told as (
        insert into saved_search_found (search_id, job_id, at)
        select m.search, m.job, moment from unnest(searches, jobs) with ordinality m (search, job, n)
        join there on there.id = m.search order by m.n
        on conflict on constraint saved_search_found_once do nothing
        returning search_id, job_id, place),
    parts as (
        select search_id, min(place) as first, array_agg(job_id order by place) as ids
        from (select *, (row_number() over (partition by search_id order by place) - 1) / 100 as part from told) numbered
        group by search_id, part),
    listening as materialized (
        select w.* from webhook w where w.stopped is null and 'SEARCH_MATCHED' = any (w.events) and exists (
            select from saved_search s where s.id = any (searches)
                and (s.company_id = w.company_id or s.candidate_id = w.candidate_id or s.partner = w.partner))
        order by w.id for key share)
    insert into webhook_delivery (webhook_id, event, body, made_at, due_at)
    select w.id, 'SEARCH_MATCHED',
        event_body('search.matched', moment, (select to_json(d) from (
            select s.id as search_id, s.name, p.ids as jobs, '/api/searches/' || s.id || '/found' as href) d)),
        moment, moment
    from parts p
    join saved_search s on s.id = p.search_id
    join listening w on s.company_id = w.company_id or s.candidate_id = w.candidate_id or s.partner = w.partner
    order by p.first, w.id;
    return true;
end $$;

-- Keys may be narrowed to these as well; a test compares the names with the enum.
alter domain access_rights drop constraint access_rights_check;
alter domain access_rights add constraint access_rights_check check (value <@ array[
    'READ_LISTED', 'COMPANY_REGISTER', 'COMPANY_READ', 'COMPANY_EDIT', 'COMPANY_REMOVE', 'COMPANY_VERIFY',
    'COMPANY_VERIFY_CONTACT', 'COMPANY_SUSPEND', 'COMPANY_REINSTATE', 'JOB_POST', 'JOB_READ', 'JOB_EDIT', 'JOB_REMOVE',
    'JOB_SUBMIT', 'JOB_APPROVE', 'JOB_REQUEST_CHANGES', 'JOB_REJECT', 'JOB_MARK_SPAM', 'JOB_START', 'JOB_PAUSE',
    'JOB_RESUME', 'JOB_FILL', 'JOB_EXPIRE', 'JOB_REOPEN', 'JOB_CLOSE', 'JOB_ARCHIVE', 'APPLICATION_APPLY',
    'APPLICATION_READ', 'APPLICATION_AUTO_SCREEN', 'APPLICATION_VIEW', 'APPLICATION_SHORTLIST',
    'APPLICATION_SCHEDULE_INTERVIEW', 'APPLICATION_RESCHEDULE', 'APPLICATION_NO_SHOW', 'APPLICATION_ATTEND',
    'APPLICATION_OFFER', 'APPLICATION_ACCEPT', 'APPLICATION_DECLINE', 'APPLICATION_LAPSE',
    'APPLICATION_CONFIRM_JOINING', 'APPLICATION_DROP', 'APPLICATION_REJECT', 'APPLICATION_UNREJECT',
    'APPLICATION_WITHDRAW', 'APPLICATION_JOB_CLOSED', 'INVOICE_READ', 'INVOICE_DRAFT', 'INVOICE_ISSUE',
    'INVOICE_RECORD_PAYMENT', 'INVOICE_WRITE_OFF', 'INVOICE_VOID', 'INVOICE_CREDIT', 'SEARCH_SAVE', 'WEBHOOK_KEEP',
    'INDEX_READ', 'INDEX_MANAGE']);
