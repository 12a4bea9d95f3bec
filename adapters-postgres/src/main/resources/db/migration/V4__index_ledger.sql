-- What the search index owes to the truth, written by the database itself: whoever changes a row, by whatever program, creates
-- the debt in the same transaction, and nothing can forget it.

-- One row per document that was ever listed: queue, lag metric and record of what the index holds in one.
create table index_ledger (
    doc_type  text collate "C" not null,
    doc_id    bigint not null,
    -- Counts the changes of the document. It only grows, and under the row's lock, so an acknowledged number covers all before it.
    wanted    bigint not null,
    -- The change that the index has acknowledged.
    indexed   bigint not null default 0,
    -- The document version handed out by the latest claim.
    version   bigint not null default 0,
    -- When the oldest unpaid change was made.
    since     timestamptz not null,
    -- Left alone until then: under a lease, or after a refusal.
    next_try  timestamptz not null,
    tries     integer not null default 0,
    error     text,
    set_aside boolean not null default false,
    owed      boolean not null generated always as (wanted > indexed and not set_aside) stored,
    primary key (doc_type, doc_id),
    check (indexed <= wanted)
) with (
    -- Every change of a document rewrites its row several times: room for that on the page, and prompt cleaning.
    fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000,
    autovacuum_analyze_scale_factor = 0.1, autovacuum_vacuum_cost_delay = 0
);

-- Empty while nothing is owed, so a claim at rest touches one page. A lease moves next_try only and leaves the index alone.
create index index_ledger_owed on index_ledger (doc_type, since) where owed;
create index index_ledger_set_aside on index_ledger (doc_type) where set_aside;

-- A row that many documents show has changed: one row here, whatever their number. It is spread over the documents by later
-- transactions, in chunks. Being later is what makes it complete: whatever they do not see yet is built after the change.
create table index_fanout (
    source   text not null,
    key      text not null,
    -- Documents up to this id are done.
    after_id bigint not null default 0,
    since    timestamptz not null default clock_timestamp(),
    primary key (source, key)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 200, autovacuum_vacuum_cost_delay = 0);

-- How many rows are listed, as a sum of small changes: appended, so that writers never wait for one another, and folded
-- together now and then.
create table listed_count (
    doc_type text collate "C" not null,
    n        bigint not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 200, autovacuum_vacuum_cost_delay = 0);

create index listed_count_doc_type on listed_count (doc_type) include (n);

create sequence index_version maxvalue 1099511627775 no cycle;

create table index_state (
    one_row           boolean primary key default true check (one_row),
    -- Whether an index is under construction and receives every write as well.
    building          boolean not null default false,
    -- The upper bits of every document version. Raised when PostgreSQL may have gone back in time, since the index would
    -- refuse everything that is built with the numbers of a past it has already seen.
    epoch             bigint not null default 1 check (epoch between 1 and 4194303),
    system_identifier bigint not null,
    timeline          integer not null
);

insert into index_state (system_identifier, timeline)
select system_identifier, timeline_id from pg_control_system(), pg_control_checkpoint();

-- The declaration that the installed document functions were rendered from.
create table document_fingerprint (
    doc_type    text primary key,
    fingerprint text not null
);

-- Notes a change of documents, ids in ascending order so that writers of the same documents cannot deadlock.
create function owe(type text, ids bigint[]) returns void language sql volatile as $$
    insert into index_ledger as l (doc_type, doc_id, wanted, since, next_try)
    select type, id, 1, clock_timestamp(), clock_timestamp() from unnest(ids) id
    on conflict (doc_type, doc_id) do update set
        wanted = l.wanted + 1, since = case when l.owed then l.since else excluded.since end, next_try = excluded.next_try,
        tries = 0, error = null, set_aside = false
$$;

create function owe_later(source text, keys text[]) returns void language sql volatile as $$
    insert into index_fanout as f (source, key) select source, key from unnest(keys) key
    -- From the beginning again: documents that were done before have missed this change.
    on conflict (source, key) do update set after_id = 0
$$;

create function count_listed(type text, change bigint) returns void language plpgsql volatile as $$
begin
    insert into listed_count values (type, change);
    if random() < 0.02 then
        with folded as (
            delete from listed_count where ctid = any (array(
                select ctid from listed_count where doc_type = type limit 500 for update skip locked))
            returning n)
        insert into listed_count select type, sum(n) from folded having count(*) > 0;
    end if;
end $$;

-- A job that is not listed, before or after, has no document that could differ.
create function job_changed() returns trigger language plpgsql as $$
declare
    ids    bigint[];
    change bigint;
begin
    case tg_op
        when 'INSERT' then
            select array_agg(id order by id), count(*) into ids, change from new_rows where listed;
        when 'DELETE' then
            select array_agg(id order by id), -count(*) into ids, change from old_rows where listed;
        else
            select array_agg(id order by id) filter (where n.listed or o.listed),
                   count(*) filter (where n.listed) - count(*) filter (where o.listed)
            into ids, change from new_rows n full join old_rows o using (id);
    end case;
    if ids is not null then
        perform owe('job', ids);
    end if;
    if change <> 0 then
        perform count_listed('job', change);
    end if;
    return null;
end $$;

create trigger job_inserted after insert on job
    referencing new table as new_rows for each statement execute function job_changed();
create trigger job_updated after update on job
    referencing old table as old_rows new table as new_rows for each statement execute function job_changed();
create trigger job_deleted after delete on job
    referencing old table as old_rows for each statement execute function job_changed();

-- Listed or not: the list of a job may be written while another transaction is about to publish the job.
create function job_list_changed() returns trigger language plpgsql as $$
declare
    ids bigint[];
begin
    case tg_op
        when 'INSERT' then
            select array_agg(distinct job_id order by job_id) into ids from new_rows;
        when 'DELETE' then
            select array_agg(distinct job_id order by job_id) into ids from old_rows;
        else
            select array_agg(distinct job_id order by job_id) into ids
            from (select job_id from new_rows union all select job_id from old_rows) changed;
    end case;
    if ids is not null then
        perform owe('job', ids);
    end if;
    return null;
end $$;

-- The function save_jobs writes the job's own row as well, which creates the debt once for all lists.
do $$
declare
    list text;
begin
    foreach list in array array['job_location', 'job_shift', 'job_skill', 'job_language'] loop
        execute format($sql$
            create trigger %1$s_inserted after insert on %1$s referencing new table as new_rows for each statement
                when (current_setting('rozgar.saves_job', true) is distinct from 'yes') execute function job_list_changed();
            create trigger %1$s_updated after update on %1$s referencing old table as old_rows new table as new_rows
                for each statement execute function job_list_changed();
            create trigger %1$s_deleted after delete on %1$s referencing old table as old_rows for each statement
                when (current_setting('rozgar.saves_job', true) is distinct from 'yes') execute function job_list_changed();
            $sql$, list);
    end loop;
end $$;

create function company_changed() returns trigger language plpgsql as $$
declare
    keys   text[];
    change bigint;
begin
    case tg_op
        when 'INSERT' then
            select count(*) into change from new_rows where listed;
        when 'DELETE' then
            select -count(*) into change from old_rows where listed;
        else
            -- Of a company its jobs show these columns, and no others.
            select array_agg(id::text order by id) filter (where
                       (n.slug, n.display_name, n.logo_url, n.state, n.size_band, n.industry_code)
                       is distinct from (o.slug, o.display_name, o.logo_url, o.state, o.size_band, o.industry_code)),
                   count(*) filter (where n.listed) - count(*) filter (where o.listed)
            into keys, change from new_rows n full join old_rows o using (id);
    end case;
    if keys is not null then
        perform owe_later('company', keys);
    end if;
    if change <> 0 then
        perform count_listed('company', change);
    end if;
    return null;
end $$;

create trigger company_inserted after insert on company
    referencing new table as new_rows for each statement execute function company_changed();
create trigger company_updated after update on company
    referencing old table as old_rows new table as new_rows for each statement execute function company_changed();
create trigger company_deleted after delete on company
    referencing old table as old_rows for each statement execute function company_changed();

-- Taxonomies change rarely and are shown by many jobs. A row that nothing refers to yet owes nothing, and one that something
-- refers to cannot be deleted.
create function taxonomy_changed() returns trigger language plpgsql as $$
declare
    keys text[];
begin
    if tg_table_name = 'industry' then
        select array_agg(code order by code) into keys from new_rows;
    else
        execute 'select array_agg(id::text order by id) from new_rows' into keys;
    end if;
    if keys is not null then
        perform owe_later(tg_table_name, keys);
    end if;
    return null;
end $$;

create trigger industry_updated after update on industry
    referencing new table as new_rows for each statement execute function taxonomy_changed();
create trigger occupation_updated after update on occupation
    referencing new table as new_rows for each statement execute function taxonomy_changed();
create trigger occupation_group_updated after update on occupation_group
    referencing new table as new_rows for each statement execute function taxonomy_changed();
create trigger occupation_field_updated after update on occupation_field
    referencing new table as new_rows for each statement execute function taxonomy_changed();

-- Spreads the oldest waiting change over at most `chunk` listed jobs, or over the rows between it and the jobs.
-- One that another transaction works on, or adds to, is left to it.
create function spread_change(chunk integer) returns boolean language plpgsql volatile as $$
declare
    f   index_fanout;
    ids bigint[];
begin
    select * into f from index_fanout order by since limit 1 for update skip locked;
    if not found then
        return false;
    end if;
    case f.source
        when 'company' then
            ids := array(select id from job where company_id = f.key::bigint and id > f.after_id and listed
                         order by id limit chunk);
        when 'occupation' then
            ids := array(select id from job where occupation_id = f.key::bigint and id > f.after_id and listed
                         order by id limit chunk);
        when 'industry' then
            perform owe_later('company', array(select id::text from company where industry_code = f.key order by id));
        when 'occupation_group' then
            perform owe_later('occupation', array(select id::text from occupation where group_id = f.key::bigint order by id));
        when 'occupation_field' then
            perform owe_later('occupation_group', array(
                select id::text from occupation_group where field_id = f.key::bigint order by id));
    end case;
    perform owe('job', ids);
    if cardinality(ids) = chunk then
        update index_fanout set after_id = ids[chunk] where source = f.source and key = f.key;
    else
        delete from index_fanout where source = f.source and key = f.key;
    end if;
    return true;
end $$;

-- Without its rows nothing is listed, and the index has to hear of each.
create function rows_truncated() returns trigger language plpgsql as $$
begin
    delete from listed_count where doc_type = tg_table_name;
    perform owe(tg_table_name, array(select doc_id from index_ledger where doc_type = tg_table_name order by doc_id));
    return null;
end $$;

create trigger job_truncated after truncate on job for each statement execute function rows_truncated();
create trigger company_truncated after truncate on company for each statement execute function rows_truncated();
