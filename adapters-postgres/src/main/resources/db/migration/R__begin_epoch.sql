-- The highest document version handed out so far.
create or replace function newest_version() returns bigint language sql volatile as $$
    select s.epoch << 40 | case when v.is_called then v.last_value else 0 end from index_state s, index_version v
$$;

-- Begins an epoch of document versions. What the index holds above the versions that are known to be handed out in the history
-- that is kept has to be looked through. Known are those of the ledger's rows: the sequence may have skipped some at a restart.
-- Claims that ran beside each other may have been kept or lost in another order than that of their versions, by a moment; the
-- margin is far more than a moment, and costs as many documents that are written once more.
--
-- The feed of changes begins anew as well: the numbers of its transactions are those of the history that was left, and a cursor
-- bears its epoch.
create or replace function begin_epoch(another bigint) returns void language sql volatile as $$
    update index_state s set
        epoch = another,
        suspect_above = least(s.suspect_above, greatest(0, (select max(version) from index_ledger) - 10000));
    delete from job_change;
    update job_change_forgotten set xid = '0', seq = 0, made = clock_timestamp();
$$;

-- Begins a new epoch when this is not the server, or not the timeline, of the last time. The timeline is that of the log which
-- is being written: the one of the last checkpoint is old for minutes after a standby was promoted.
create or replace function begin_epoch_if_moved() returns boolean language plpgsql volatile as $$
declare
    server bigint;
    line   integer;
    s      index_state;
begin
    if pg_is_in_recovery() then
        return false;
    end if;
    select system_identifier into server from pg_control_system();
    line := ('x' || left(pg_walfile_name(pg_current_wal_insert_lsn()), 8))::bit(32)::integer;
    select * into s from index_state;
    if s.system_identifier = server and s.timeline = line then
        return false;
    end if;
    select * into s from index_state for update;
    if s.system_identifier = server and s.timeline = line then
        return false;
    end if;
    perform begin_epoch(s.epoch + 1);
    update index_state set system_identifier = server, timeline = line;
    return true;
end $$;

-- Begins an epoch above a version that the index holds, unless as high ones have been handed out.
create or replace function begin_epoch_above(held bigint) returns boolean language plpgsql volatile as $$
declare
    s index_state;
begin
    select * into s from index_state for update;
    if held <= newest_version() then
        return false;
    end if;
    perform begin_epoch(greatest(s.epoch, held >> 40) + 1);
    return true;
end $$;
