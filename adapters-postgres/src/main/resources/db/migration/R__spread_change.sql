-- Spreads the change whose turn it is over at most `chunk` documents that show the row, in lane 1. One that another transaction
-- works on, or adds to, is left to it. A chunk is one transaction: whoever dies between two of them leaves the rest to others.
--
-- Does nothing while a chunk or more is owed in that lane: the ledger never holds more than about two of each node, so that what
-- waits behind a large change can still take its turn. What is refused and tried again does not count.
create or replace function spread_change(chunk integer) returns boolean language plpgsql volatile as $$
declare
    pending bigint;
    f       index_fanout;
    ids     bigint[];
begin
    select count(*) into pending from (
        select from index_ledger where doc_type = 'job' and lane = 1 and owed and tries = 0 limit chunk) waiting;
    if pending >= chunk then
        return false;
    end if;
    select * into f from index_fanout order by turn limit 1 for update skip locked;
    if not found then
        return false;
    end if;
    if f.documents is null then
        f.documents := (select count(*) from job_documents_showing(f.source, f.key, f.after_id, null));
    end if;
    ids := array(select id from job_documents_showing(f.source, f.key, f.after_id, chunk) id order by id);
    perform owe('job', ids, 1);
    if cardinality(ids) = chunk then
        update index_fanout set
            after_id = ids[chunk], documents = f.documents, done = f.done + chunk, turn = clock_timestamp()
        where source = f.source and key = f.key;
    else
        delete from index_fanout where source = f.source and key = f.key;
        insert into index_fanout_spread (since) values (f.since);
    end if;
    perform note_fanout_pace(cardinality(ids), pending);
    return true;
end $$;

-- What was owed before and is not pending any more has reached the index since. The measure begins anew after a pause, and when
-- it is a minute old.
create or replace function note_fanout_pace(chunk bigint, pending bigint) returns void language plpgsql volatile as $$
declare
    p    fanout_pace;
    paid bigint;
    took double precision;
    busy boolean := exists (select from index_fanout);
begin
    select * into p from fanout_pace for update skip locked;
    if not found then
        return;
    end if;
    paid := p.spread - pending;
    took := extract(epoch from clock_timestamp() - p.busy_since);
    if p.busy_since is not null and paid >= 100 and took > 0 then
        p.per_second := paid / took;
    end if;
    if not busy then
        p.busy_since := null;
        p.spread := 0;
    elsif p.busy_since is null or took > 60 then
        p.busy_since := clock_timestamp();
        p.spread := pending + chunk;
    else
        p.spread := p.spread + chunk;
    end if;
    update fanout_pace set busy_since = p.busy_since, spread = p.spread, per_second = p.per_second;
end $$;
