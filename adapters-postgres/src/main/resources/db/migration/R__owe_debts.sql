-- Notes a change of documents, ids in ascending order so that writers of the same documents cannot deadlock.
--
-- A statement that changes more than a hundred rows owes them in lane 1, whoever runs it, so that edits pass by. A document that
-- is owed in both ways is in lane 0.
drop function if exists owe(text, bigint[]);
create or replace function owe(type text, ids bigint[], into_lane integer default null) returns void
language sql volatile as $$
    insert into index_ledger as l (doc_type, doc_id, wanted, since, next_try, lane)
    select type, id, 1, clock_timestamp(), clock_timestamp(),
        coalesce(into_lane, case when cardinality(ids) > 100 then 1 else 0 end)
    from unnest(ids) id
    on conflict (doc_type, doc_id) do update set
        wanted = l.wanted + 1, since = case when l.owed then l.since else excluded.since end, next_try = excluded.next_try,
        tries = 0, error = null, set_aside = false,
        lane = case when l.owed then least(l.lane, excluded.lane) else excluded.lane end
$$;

-- Notes changes of rows that many documents may show.
create or replace function owe_later(source text, keys text[]) returns void language sql volatile as $$
    insert into index_fanout as f (source, key) select source, key from unnest(keys) key
    -- From the beginning again: documents that were done before have missed this change. One that waits stays one.
    on conflict (source, key) do update set after_id = 0, done = 0, documents = null
$$;
