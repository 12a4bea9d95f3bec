-- Claims debts and reads their documents in one round trip. The order is the whole safety of the copy: the versions are handed
-- out by one statement (claim_debts) and the documents read by a later one, which in a volatile function has a snapshot of its
-- own. A change that commits between the two waits for the claim's row locks before it commits, and owes the document again.
--
-- Answers one row without an id where nothing is owed but a change of many documents waits to be spread.
drop function if exists take_debts(integer, bigint);
create function take_debts(most integer, lease_millis bigint)
returns table (
    id bigint, wanted bigint, version bigint, tries integer, age_millis bigint, building boolean, spreadable boolean, document text)
language plpgsql volatile as $$
#variable_conflict use_column
declare
    spreadable boolean := exists (select from index_fanout);
    building   boolean;
    ids        bigint[];
    wanteds    bigint[];
    versions   bigint[];
    refusals   integer[];
    ages       bigint[];
begin
    select array_agg(t.id), array_agg(t.wanted), array_agg(t.version), array_agg(t.tries), array_agg(t.age_millis),
        bool_or(t.building)
    into ids, wanteds, versions, refusals, ages, building from claim_debts(most, lease_millis) t;
    if ids is not null then
        return query
            select c.id, c.wanted, c.version, c.tries, c.age, building, spreadable, d.document
            from unnest(ids, wanteds, versions, refusals, ages) as c (id, wanted, version, tries, age)
            left join job_documents(ids) d on d.id = c.id;
    elsif spreadable then
        return query select null::bigint, 0::bigint, 0::bigint, 0, 0::bigint, false, true, null::text;
    end if;
end $$;
