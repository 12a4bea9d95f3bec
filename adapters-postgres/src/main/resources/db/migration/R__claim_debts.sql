-- Takes on debts that are due and that nobody else holds, the oldest of each lane first, and hands each a version. The only place
-- where debts are claimed.
--
-- Edits of single documents come before what many documents owe at once. While there are any, those others get a quarter of the
-- batch at the most, so that an edit does not wait for a long write, and a tenth at the least, so that they come to an end.
create or replace function claim_debts(most integer, lease_millis bigint)
returns table (id bigint, wanted bigint, version bigint, tries integer, age_millis bigint, building boolean)
language plpgsql volatile as $$
#variable_conflict use_column
declare
    kept integer := case
        when exists (
            select from index_ledger where doc_type = 'job' and lane = 1 and owed and next_try <= statement_timestamp())
        then most / 10 else 0 end;
begin
    return query
        with edits as (
            select doc_id from index_ledger
            where doc_type = 'job' and lane = 0 and owed and next_try <= statement_timestamp()
            order by since limit most - kept for update skip locked),
        others as (
            select doc_id from index_ledger
            where doc_type = 'job' and lane = 1 and owed and next_try <= statement_timestamp()
            order by since
            limit (select case when count(*) = 0 then most else least(most - count(*), greatest(most / 4, kept)) end from edits)
            for update skip locked)
        update index_ledger l set
            next_try = statement_timestamp() + lease_millis * interval '1 millisecond',
            version = s.epoch << 40 | nextval('index_version')
        from (select doc_id from edits union all select doc_id from others) due, index_state s
        where l.doc_type = 'job' and l.doc_id = due.doc_id
        returning l.doc_id, l.wanted, l.version, l.tries, (extract(epoch from clock_timestamp() - l.since) * 1000)::bigint,
            s.building;
end $$;
