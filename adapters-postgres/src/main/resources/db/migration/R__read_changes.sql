-- Why a job is not listed any more, by its row; a row that is gone has no state.
create or replace function job_left(state text, removed_at timestamptz) returns text language sql immutable as $$
    select case
        when removed_at is not null or state is null then 'REMOVED'
        when state <> 'PUBLISHED' then state
        else 'COMPANY_HIDDEN' end
$$;

-- Every transaction with a smaller number is over. One that was begun to be numbered before, and writes still, may have made
-- changes that nobody sees yet, or make some: what stands behind it is left alone until it is over.
create or replace function read_bound() returns xid8 language sql stable as $$
    select pg_snapshot_xmin(pg_current_snapshot())
$$;

-- Forgets the oldest changes, so many at the most, as long as each was made before that moment.
create or replace function forget_changes(made_before timestamptz, most integer) returns integer
language plpgsql volatile as $$
declare
    n integer;
begin
    if not exists (
        select from (select at from job_change order by xid, seq limit 1) oldest where at < made_before) then
        return 0;
    end if;
    -- Whoever else is at it does it for all.
    perform from job_change_forgotten for update skip locked;
    if not found then
        return 0;
    end if;
    with oldest as (
        select xid, seq, bool_and(at < made_before) over (order by xid, seq) as past from (
            select xid, seq, at from job_change where xid < read_bound() order by xid, seq limit most) first),
    gone as (
        delete from job_change c using oldest o where c.xid = o.xid and c.seq = o.seq and o.past
        returning c.xid, c.seq, c.at),
    last as (
        select xid, seq, (select max(at) from gone) as at from gone order by xid desc, seq desc limit 1),
    noted as (
        update job_change_forgotten f set xid = last.xid, seq = last.seq, made = greatest(f.made, last.at)
        from last)
    select count(*) into n from gone;
    delete from index_fanout_spread where at < made_before;
    return n;
end $$;
