-- For the write policy `strict`: an intent that is committed alone, and documents as they will be once a transaction is committed.

-- Whoever holds the row of a debt for longer than relays are to leave it alone is waited for no longer.
create or replace function intend(ids bigint[], leave_alone_millis bigint) returns void language plpgsql volatile as $$
begin
    perform set_config('lock_timeout', leave_alone_millis || 'ms', true);
    perform owe('job', ids);
    update index_ledger set next_try = clock_timestamp() + leave_alone_millis * interval '1 millisecond'
    where doc_type = 'job' and doc_id = any (ids);
end $$;

-- To be called when the rows are written. The order is that of take_debts: lock, version, then read, by a later statement.
--
-- Whoever begins to fill an index, or begins an epoch, waits for the lock of the one row: either it comes after this
-- transaction and sees what it has written, or this one sees it.
create or replace function stage_documents(ids bigint[])
returns table (id bigint, version bigint, building boolean, filling boolean, document text) language plpgsql volatile as $$
#variable_conflict use_column
declare
    s index_state;
begin
    select * into s from index_state for share;
    update index_ledger l set version = s.epoch << 40 | nextval('index_version')
    where l.doc_type = 'job' and l.doc_id = any (ids);
    return query
        select l.doc_id, l.version, s.building, exists (select from index_build where ended is null), d.document
        from index_ledger l left join job_documents(ids) d on d.id = l.doc_id
        where l.doc_type = 'job' and l.doc_id = any (ids) order by l.doc_id;
end $$;
