-- What a writer is told of its changes, so that its next reads can be as new as they are.

-- `<epoch>` and a part for each thing: j<job>-<number of the document's change>, c<company>-<version>; so many things that they
-- are not told apart are a<transaction>-1. Null where nothing was changed. To be asked within the transaction of the changes.
--
-- A job that is not listed and never was has no document; its number is 0, and nobody waits for it.
create function changes_of(jobs bigint[], companies bigint[]) returns text language sql volatile as $$
    select s.epoch || case
        when cardinality(jobs) + cardinality(companies) > 32 then '.a' || pg_current_xact_id()::text || '-1'
        else (
            select string_agg(part, '' order by part) from (
                select '.j' || id || '-' || coalesce(l.wanted, 0)
                from unnest(jobs) id left join index_ledger l on l.doc_type = 'job' and l.doc_id = id
                union all
                select '.c' || c.id || '-' || c.version from company c where c.id = any (companies)) parts (part))
        end
    from index_state s where cardinality(jobs) + cardinality(companies) > 0
$$;

-- Whoever repeats a request is told the changes of the first.
alter table stored_reply add column changes text collate "C";
