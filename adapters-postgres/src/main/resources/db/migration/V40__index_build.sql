-- The building of indexes, as every node can read it and any node can go on with it.

create table index_build (
    number      bigint generated always as identity primary key,
    purpose     text not null check (purpose in ('REBUILD', 'ROLLBACK', 'BACK_FILL')),
    index_name  text not null,
    -- The declaration that the index is made for.
    fingerprint text not null,
    force       boolean not null,
    -- Documents in a second at the most, 0 for as many as go.
    rate        integer not null check (rate >= 0),
    -- Of a back-fill: the paths that documents may still lack.
    fields      text[] not null,
    -- Jobs up to this id are done.
    after_id    bigint not null default 0,
    written     bigint not null default 0,
    refused     bigint not null default 0,
    total       bigint not null,
    -- Whose index will be owed these, so that the ledger says why they are not there.
    refused_ids bigint[] not null default '{}',
    -- Another one for each time that somebody takes it up: only the latest may go on.
    owner       text not null,
    started     timestamptz not null default clock_timestamp(),
    resumed     timestamptz not null default clock_timestamp(),
    done_then   bigint not null default 0,
    heartbeat   timestamptz not null default clock_timestamp(),
    ended       timestamptz,
    outcome     text check (outcome in ('DONE', 'REFUSED', 'ABANDONED')),
    remarks     text[] not null default '{}',
    check ((ended is null) = (outcome is null))
);

-- There is one slot for an index under construction.
create unique index index_build_under_way on index_build ((ended is null)) where ended is null;

-- Indexes that were live before, and what they lack since: whatever was claimed under a version from `floor` on, and what
-- was being paid at the moment of the swap, perhaps under an earlier one.
create table index_retired (
    index_name text primary key,
    retired    timestamptz not null default clock_timestamp(),
    floor      bigint not null,
    pending    bigint[] not null
);

-- Declarations that document functions were made from, so that a later version can say which fields are other ones.
create table document_declaration (
    fingerprint text primary key,
    doc_type    text not null,
    declaration text not null
);

-- To be called before the swap. First the number, then, in a later statement with a snapshot of its own, the debts: what was
-- claimed under a smaller number and is not among them has been settled, and so was written while both indexes were.
create function retire_index(live text) returns void language plpgsql volatile as $$
declare
    mark bigint;
begin
    select epoch << 40 | nextval('index_version') into mark from index_state;
    insert into index_retired (index_name, floor, pending)
    select live, mark, array(select doc_id from index_ledger where doc_type = 'job' and wanted > indexed)
    on conflict (index_name) do update set
        retired = excluded.retired, floor = excluded.floor, pending = excluded.pending;
end $$;

-- Ends a build, if it is still its owner's: relays write to the live index alone from here on. What its index has refused is
-- owed, so that the ledger will say why; and a new index may take what the old one refused, so that is owed once more.
create function end_build(build bigint, holder text, how text, said text[]) returns setof index_build
language plpgsql volatile as $$
declare
    ended_build index_build;
begin
    update index_build set outcome = how, remarks = said, ended = clock_timestamp(), heartbeat = clock_timestamp()
    where number = build and ended is null and owner = holder returning * into ended_build;
    if not found then
        return;
    end if;
    update index_state set building = false where building;
    if how = 'DONE' then
        perform owe('job', array(
            select id from unnest(ended_build.refused_ids) as id
            union select doc_id from index_ledger where doc_type = 'job' and set_aside
            order by 1));
    end if;
    return next ended_build;
end $$;
