-- Rendered from the declaration of the document "job"; not edited by hand.
--
-- What the index owes when a row changes that a document shows: the document where the row is part of one, and a row in
-- index_fanout where many may show it. Only changes of what documents show owe anything. The same is noted in job_change
-- for those who follow changes.

-- Whatever an earlier version or another declaration installed, in one transaction with what takes its place.
do $$
declare
    earlier regprocedure;
begin
    perform set_config('client_min_messages', 'warning', true);
    for earlier in
        select oid from pg_proc
        where pronamespace = current_schema()::regnamespace and (starts_with(proname, 'job_debts_of_')
            or proname in ('job_documents_showing', 'job_changed', 'job_list_changed', 'taxonomy_changed'))
    loop
        execute format('drop function %s cascade', earlier);
    end loop;
end $$;

-- Of a table that was emptied nobody knows whose rows it had.
create function job_debts_of_all() returns trigger language plpgsql as $$
begin
    perform owe_later('job', array['*']);
    insert into job_change (source, key) values ('job', '*');
    return null;
end $$;

-- A row that is not listed, before or after, has no document that could differ.
create function job_debts_of_job() returns trigger language plpgsql as $$
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
            select array_agg(id order by id) filter (where (n.listed or o.listed) and (
                       n.version, n.slug, n.requisition_id, n.title, n.description_text, n.description_html,
                       n.responsibilities, n.qualifications, n.company_id, n.remote, n.applicant_regions,
                       n.occupation_id, n.categories, n.employment_types, n.scope_min_pct, n.scope_max_pct,
                       n.hours_per_week, n.pay_disclosed, n.pay_min, n.pay_max, n.pay_currency, n.pay_period,
                       n.pay_kind, n.pay_incentive_max, n.pay_annual_min, n.pay_annual_max, n.experience_required,
                       n.experience_months_min, n.experience_months_max, n.fresher_ok, n.education,
                       n.english_level, n.licences, n.licence_required, n.own_vehicle, n.documents, n.benefits,
                       n.openings_total, n.openings_filled, n.apply_direct, n.apply_url, n.apply_email,
                       n.apply_by, n.published_at, n.expires_at, n.start_date, n.immediate, n.language, n.source,
                       n.promotion, n.created_at, n.updated_at, n.listed)
                       is distinct from (
                       o.version, o.slug, o.requisition_id, o.title, o.description_text, o.description_html,
                       o.responsibilities, o.qualifications, o.company_id, o.remote, o.applicant_regions,
                       o.occupation_id, o.categories, o.employment_types, o.scope_min_pct, o.scope_max_pct,
                       o.hours_per_week, o.pay_disclosed, o.pay_min, o.pay_max, o.pay_currency, o.pay_period,
                       o.pay_kind, o.pay_incentive_max, o.pay_annual_min, o.pay_annual_max, o.experience_required,
                       o.experience_months_min, o.experience_months_max, o.fresher_ok, o.education,
                       o.english_level, o.licences, o.licence_required, o.own_vehicle, o.documents, o.benefits,
                       o.openings_total, o.openings_filled, o.apply_direct, o.apply_url, o.apply_email,
                       o.apply_by, o.published_at, o.expires_at, o.start_date, o.immediate, o.language, o.source,
                       o.promotion, o.created_at, o.updated_at, o.listed)),
                   count(*) filter (where n.listed) - count(*) filter (where o.listed)
            into ids, change from new_rows n full join old_rows o using (id);
    end case;
    if ids is not null then
        perform owe('job', ids);
        case tg_op
            when 'INSERT' then
                insert into job_change (job_id) select unnest(ids);
            when 'DELETE' then
                insert into job_change (job_id, reason, kept)
                select r.id, 'REMOVED', concat(
                        '{"company":{"id":',
                        t1.id,
                        '},"locations":',
                        '[' || array_to_string(array(
            select concat(
                '{"locality":',
                coalesce((json_scalar(t2.locality))::text, 'null'),
                ',"region":',
                coalesce((json_scalar(t2.region))::text, 'null'),
                ',"country":',
                json_scalar(t2.country),
                ',"place_id":',
                coalesce((json_scalar(t2.place_id))::text, 'null'),
                '}')
            from job_location t2 where t2.job_id = r.id order by t2.position), ',') || ']',
                        ',"occupation":',
                        case when t3.id is null then 'null' else concat(
                '{"id":',
                t3.id,
                ',"group":{"id":',
                t4.id,
                ',"field":{"id":',
                t5.id,
                '}}}') end,
                        '}')::json
                from old_rows r
                    left join company t1 on t1.id = r.company_id
                    left join occupation t3 on t3.id = r.occupation_id
                    left join occupation_group t4 on t4.id = t3.group_id
                    left join occupation_field t5 on t5.id = t4.field_id
                where r.listed order by r.id;
            else
                insert into job_change (job_id, reason, kept)
                select changed.id,
                    case when r.listed and n.listed is not true then job_left(n.state, n.removed_at) end,
                    case when r.listed then concat(
                        '{"company":{"id":',
                        t1.id,
                        '},"locations":',
                        '[' || array_to_string(array(
            select concat(
                '{"locality":',
                coalesce((json_scalar(t2.locality))::text, 'null'),
                ',"region":',
                coalesce((json_scalar(t2.region))::text, 'null'),
                ',"country":',
                json_scalar(t2.country),
                ',"place_id":',
                coalesce((json_scalar(t2.place_id))::text, 'null'),
                '}')
            from job_location t2 where t2.job_id = r.id order by t2.position), ',') || ']',
                        ',"occupation":',
                        case when t3.id is null then 'null' else concat(
                '{"id":',
                t3.id,
                ',"group":{"id":',
                t4.id,
                ',"field":{"id":',
                t5.id,
                '}}}') end,
                        '}')::json end
                from unnest(ids) as changed (id)
                left join old_rows r on r.id = changed.id
                left join new_rows n on n.id = changed.id
                    left join company t1 on t1.id = r.company_id
                    left join occupation t3 on t3.id = r.occupation_id
                    left join occupation_group t4 on t4.id = t3.group_id
                    left join occupation_field t5 on t5.id = t4.field_id;
        end case;
    end if;
    if change <> 0 then
        perform count_listed('job', change);
    end if;
    return null;
end $$;

create function job_debts_of_emptied_job() returns trigger language plpgsql as $$
begin
    insert into job_change (job_id, reason, kept)
    select r.id, 'REMOVED', concat(
                        '{"company":{"id":',
                        t1.id,
                        '},"locations":',
                        '[' || array_to_string(array(
            select concat(
                '{"locality":',
                coalesce((json_scalar(t2.locality))::text, 'null'),
                ',"region":',
                coalesce((json_scalar(t2.region))::text, 'null'),
                ',"country":',
                json_scalar(t2.country),
                ',"place_id":',
                coalesce((json_scalar(t2.place_id))::text, 'null'),
                '}')
            from job_location t2 where t2.job_id = r.id order by t2.position), ',') || ']',
                        ',"occupation":',
                        case when t3.id is null then 'null' else concat(
                '{"id":',
                t3.id,
                ',"group":{"id":',
                t4.id,
                ',"field":{"id":',
                t5.id,
                '}}}') end,
                        '}')::json
    from job r
                    left join company t1 on t1.id = r.company_id
                    left join occupation t3 on t3.id = r.occupation_id
                    left join occupation_group t4 on t4.id = t3.group_id
                    left join occupation_field t5 on t5.id = t4.field_id
    where r.listed order by r.id;
    return null;
end $$;

create trigger job_owes_job_before_truncate before truncate on job
    for each statement execute function job_debts_of_emptied_job();
create trigger job_owes_job_after_insert after insert on job
    referencing new table as new_rows for each statement
    execute function job_debts_of_job();
create trigger job_owes_job_after_update after update on job
    referencing old table as old_rows new table as new_rows for each statement
    execute function job_debts_of_job();
create trigger job_owes_job_after_delete after delete on job
    referencing old table as old_rows for each statement
    execute function job_debts_of_job();

create function job_debts_of_company() returns trigger language plpgsql as $$
declare
    owed text[];
begin
    select array_agg(distinct c.id::text order by c.id::text) into owed from (
                (select id, slug, display_name, logo_url, state, size_band, industry_code
                from new_rows
                except all
                select id, slug, display_name, logo_url, state, size_band, industry_code
                from old_rows)
            union all
                (select id, slug, display_name, logo_url, state, size_band, industry_code
                from old_rows
                except all
                select id, slug, display_name, logo_url, state, size_band, industry_code
                from new_rows)) c;
    if owed is not null then
        perform owe_later('company', owed);
        insert into job_change (source, key) select 'company', unnest(owed);
    end if;
    return null;
end $$;

create trigger company_owes_job_after_update after update on company
    referencing old table as old_rows new table as new_rows for each statement
    execute function job_debts_of_company();
create trigger company_owes_job_after_truncate after truncate on company
    for each statement execute function job_debts_of_all();

create function job_debts_of_industry() returns trigger language plpgsql as $$
declare
    owed text[];
begin
    select array_agg(distinct c.code::text order by c.code::text) into owed from (
                (select code, label, parent_code
                from new_rows
                except all
                select code, label, parent_code
                from old_rows)
            union all
                (select code, label, parent_code
                from old_rows
                except all
                select code, label, parent_code
                from new_rows)) c;
    if owed is not null then
        perform owe_later('industry', owed);
        insert into job_change (source, key) select 'industry', unnest(owed);
    end if;
    return null;
end $$;

create trigger industry_owes_job_after_update after update on industry
    referencing old table as old_rows new table as new_rows for each statement
    execute function job_debts_of_industry();
create trigger industry_owes_job_after_truncate after truncate on industry
    for each statement execute function job_debts_of_all();

create function job_debts_of_job_location() returns trigger language plpgsql as $$
declare
    owed bigint[];
begin
    case tg_op
        when 'INSERT' then
            select array_agg(distinct c.job_id order by c.job_id) into owed from new_rows c;
        when 'DELETE' then
            select array_agg(distinct c.job_id order by c.job_id) into owed from old_rows c;
        else
            select array_agg(distinct c.job_id order by c.job_id) into owed from (
                (select job_id, position, street, locality, region, postcode, country, lat, lon, precision,
                        place_id, places
                from new_rows
                except all
                select job_id, position, street, locality, region, postcode, country, lat, lon, precision,
                        place_id, places
                from old_rows)
            union all
                (select job_id, position, street, locality, region, postcode, country, lat, lon, precision,
                        place_id, places
                from old_rows
                except all
                select job_id, position, street, locality, region, postcode, country, lat, lon, precision,
                        place_id, places
                from new_rows)) c;
    end case;
    if owed is not null then
        perform owe('job', owed);
        case tg_op
            when 'INSERT' then
                with job_location as (
                    (select * from job_location where job_id = any (owed) except all select * from new_rows))
                insert into job_change (job_id, kept)
                select r.id, case when r.listed then concat(
                        '{"company":{"id":',
                        t1.id,
                        '},"locations":',
                        '[' || array_to_string(array(
            select concat(
                '{"locality":',
                coalesce((json_scalar(t2.locality))::text, 'null'),
                ',"region":',
                coalesce((json_scalar(t2.region))::text, 'null'),
                ',"country":',
                json_scalar(t2.country),
                ',"place_id":',
                coalesce((json_scalar(t2.place_id))::text, 'null'),
                '}')
            from job_location t2 where t2.job_id = r.id order by t2.position), ',') || ']',
                        ',"occupation":',
                        case when t3.id is null then 'null' else concat(
                '{"id":',
                t3.id,
                ',"group":{"id":',
                t4.id,
                ',"field":{"id":',
                t5.id,
                '}}}') end,
                        '}')::json end
                from unnest(owed) as changed (id) join job r using (id)
                    left join company t1 on t1.id = r.company_id
                    left join occupation t3 on t3.id = r.occupation_id
                    left join occupation_group t4 on t4.id = t3.group_id
                    left join occupation_field t5 on t5.id = t4.field_id;
            when 'DELETE' then
                with job_location as (
                    select * from job_location where job_id = any (owed) union all select * from old_rows)
                insert into job_change (job_id, kept)
                select r.id, case when r.listed then concat(
                        '{"company":{"id":',
                        t1.id,
                        '},"locations":',
                        '[' || array_to_string(array(
            select concat(
                '{"locality":',
                coalesce((json_scalar(t2.locality))::text, 'null'),
                ',"region":',
                coalesce((json_scalar(t2.region))::text, 'null'),
                ',"country":',
                json_scalar(t2.country),
                ',"place_id":',
                coalesce((json_scalar(t2.place_id))::text, 'null'),
                '}')
            from job_location t2 where t2.job_id = r.id order by t2.position), ',') || ']',
                        ',"occupation":',
                        case when t3.id is null then 'null' else concat(
                '{"id":',
                t3.id,
                ',"group":{"id":',
                t4.id,
                ',"field":{"id":',
                t5.id,
                '}}}') end,
                        '}')::json end
                from unnest(owed) as changed (id) join job r using (id)
                    left join company t1 on t1.id = r.company_id
                    left join occupation t3 on t3.id = r.occupation_id
                    left join occupation_group t4 on t4.id = t3.group_id
                    left join occupation_field t5 on t5.id = t4.field_id;
            else
                with job_location as (
                    (select * from job_location where job_id = any (owed) except all select * from new_rows) union all select * from old_rows)
                insert into job_change (job_id, kept)
                select r.id, case when r.listed then concat(
                        '{"company":{"id":',
                        t1.id,
                        '},"locations":',
                        '[' || array_to_string(array(
            select concat(
                '{"locality":',
                coalesce((json_scalar(t2.locality))::text, 'null'),
                ',"region":',
                coalesce((json_scalar(t2.region))::text, 'null'),
                ',"country":',
                json_scalar(t2.country),
                ',"place_id":',
                coalesce((json_scalar(t2.place_id))::text, 'null'),
                '}')
            from job_location t2 where t2.job_id = r.id order by t2.position), ',') || ']',
                        ',"occupation":',
                        case when t3.id is null then 'null' else concat(
                '{"id":',
                t3.id,
                ',"group":{"id":',
                t4.id,
                ',"field":{"id":',
                t5.id,
                '}}}') end,
                        '}')::json end
                from unnest(owed) as changed (id) join job r using (id)
                    left join company t1 on t1.id = r.company_id
                    left join occupation t3 on t3.id = r.occupation_id
                    left join occupation_group t4 on t4.id = t3.group_id
                    left join occupation_field t5 on t5.id = t4.field_id;
        end case;
    end if;
    return null;
end $$;

create trigger job_location_owes_job_after_insert after insert on job_location
    referencing new table as new_rows for each statement
    when (current_setting('rozgar.saves_job', true) is distinct from 'yes')
    execute function job_debts_of_job_location();
create trigger job_location_owes_job_after_update after update on job_location
    referencing old table as old_rows new table as new_rows for each statement
    execute function job_debts_of_job_location();
create trigger job_location_owes_job_after_delete after delete on job_location
    referencing old table as old_rows for each statement
    when (current_setting('rozgar.saves_job', true) is distinct from 'yes')
    execute function job_debts_of_job_location();
create trigger job_location_owes_job_after_truncate after truncate on job_location
    for each statement execute function job_debts_of_all();

create function job_debts_of_occupation() returns trigger language plpgsql as $$
declare
    owed text[];
begin
    select array_agg(distinct c.id::text order by c.id::text) into owed from (
                (select id, label, group_id
                from new_rows
                except all
                select id, label, group_id
                from old_rows)
            union all
                (select id, label, group_id
                from old_rows
                except all
                select id, label, group_id
                from new_rows)) c;
    if owed is not null then
        perform owe_later('occupation', owed);
        insert into job_change (source, key) select 'occupation', unnest(owed);
    end if;
    return null;
end $$;

create trigger occupation_owes_job_after_update after update on occupation
    referencing old table as old_rows new table as new_rows for each statement
    execute function job_debts_of_occupation();
create trigger occupation_owes_job_after_truncate after truncate on occupation
    for each statement execute function job_debts_of_all();

create function job_debts_of_occupation_group() returns trigger language plpgsql as $$
declare
    owed text[];
begin
    select array_agg(distinct c.id::text order by c.id::text) into owed from (
                (select id, label, field_id
                from new_rows
                except all
                select id, label, field_id
                from old_rows)
            union all
                (select id, label, field_id
                from old_rows
                except all
                select id, label, field_id
                from new_rows)) c;
    if owed is not null then
        perform owe_later('occupation_group', owed);
        insert into job_change (source, key) select 'occupation_group', unnest(owed);
    end if;
    return null;
end $$;

create trigger occupation_group_owes_job_after_update after update on occupation_group
    referencing old table as old_rows new table as new_rows for each statement
    execute function job_debts_of_occupation_group();
create trigger occupation_group_owes_job_after_truncate after truncate on occupation_group
    for each statement execute function job_debts_of_all();

create function job_debts_of_occupation_field() returns trigger language plpgsql as $$
declare
    owed text[];
begin
    select array_agg(distinct c.id::text order by c.id::text) into owed from (
                (select id, label
                from new_rows
                except all
                select id, label
                from old_rows)
            union all
                (select id, label
                from old_rows
                except all
                select id, label
                from new_rows)) c;
    if owed is not null then
        perform owe_later('occupation_field', owed);
        insert into job_change (source, key) select 'occupation_field', unnest(owed);
    end if;
    return null;
end $$;

create trigger occupation_field_owes_job_after_update after update on occupation_field
    referencing old table as old_rows new table as new_rows for each statement
    execute function job_debts_of_occupation_field();
create trigger occupation_field_owes_job_after_truncate after truncate on occupation_field
    for each statement execute function job_debts_of_all();

create function job_debts_of_job_shift() returns trigger language plpgsql as $$
declare
    owed bigint[];
begin
    case tg_op
        when 'INSERT' then
            select array_agg(distinct c.job_id order by c.job_id) into owed from new_rows c;
        when 'DELETE' then
            select array_agg(distinct c.job_id order by c.job_id) into owed from old_rows c;
        else
            select array_agg(distinct c.job_id order by c.job_id) into owed from (
                (select job_id, position, kind, starts, ends, days, spans
                from new_rows
                except all
                select job_id, position, kind, starts, ends, days, spans
                from old_rows)
            union all
                (select job_id, position, kind, starts, ends, days, spans
                from old_rows
                except all
                select job_id, position, kind, starts, ends, days, spans
                from new_rows)) c;
    end case;
    if owed is not null then
        perform owe('job', owed);
        insert into job_change (job_id) select unnest(owed);
    end if;
    return null;
end $$;

create trigger job_shift_owes_job_after_insert after insert on job_shift
    referencing new table as new_rows for each statement
    when (current_setting('rozgar.saves_job', true) is distinct from 'yes')
    execute function job_debts_of_job_shift();
create trigger job_shift_owes_job_after_update after update on job_shift
    referencing old table as old_rows new table as new_rows for each statement
    execute function job_debts_of_job_shift();
create trigger job_shift_owes_job_after_delete after delete on job_shift
    referencing old table as old_rows for each statement
    when (current_setting('rozgar.saves_job', true) is distinct from 'yes')
    execute function job_debts_of_job_shift();
create trigger job_shift_owes_job_after_truncate after truncate on job_shift
    for each statement execute function job_debts_of_all();

create function job_debts_of_job_skill() returns trigger language plpgsql as $$
declare
    owed bigint[];
begin
    case tg_op
        when 'INSERT' then
            select array_agg(distinct c.job_id order by c.job_id) into owed from new_rows c;
        when 'DELETE' then
            select array_agg(distinct c.job_id order by c.job_id) into owed from old_rows c;
        else
            select array_agg(distinct c.job_id order by c.job_id) into owed from (
                (select job_id, position, concept_id, label, level, weight
                from new_rows
                except all
                select job_id, position, concept_id, label, level, weight
                from old_rows)
            union all
                (select job_id, position, concept_id, label, level, weight
                from old_rows
                except all
                select job_id, position, concept_id, label, level, weight
                from new_rows)) c;
    end case;
    if owed is not null then
        perform owe('job', owed);
        insert into job_change (job_id) select unnest(owed);
    end if;
    return null;
end $$;

create trigger job_skill_owes_job_after_insert after insert on job_skill
    referencing new table as new_rows for each statement
    when (current_setting('rozgar.saves_job', true) is distinct from 'yes')
    execute function job_debts_of_job_skill();
create trigger job_skill_owes_job_after_update after update on job_skill
    referencing old table as old_rows new table as new_rows for each statement
    execute function job_debts_of_job_skill();
create trigger job_skill_owes_job_after_delete after delete on job_skill
    referencing old table as old_rows for each statement
    when (current_setting('rozgar.saves_job', true) is distinct from 'yes')
    execute function job_debts_of_job_skill();
create trigger job_skill_owes_job_after_truncate after truncate on job_skill
    for each statement execute function job_debts_of_all();

create function job_debts_of_job_language() returns trigger language plpgsql as $$
declare
    owed bigint[];
begin
    case tg_op
        when 'INSERT' then
            select array_agg(distinct c.job_id order by c.job_id) into owed from new_rows c;
        when 'DELETE' then
            select array_agg(distinct c.job_id order by c.job_id) into owed from old_rows c;
        else
            select array_agg(distinct c.job_id order by c.job_id) into owed from (
                (select job_id, position, concept_id, label, level, weight
                from new_rows
                except all
                select job_id, position, concept_id, label, level, weight
                from old_rows)
            union all
                (select job_id, position, concept_id, label, level, weight
                from old_rows
                except all
                select job_id, position, concept_id, label, level, weight
                from new_rows)) c;
    end case;
    if owed is not null then
        perform owe('job', owed);
        insert into job_change (job_id) select unnest(owed);
    end if;
    return null;
end $$;

create trigger job_language_owes_job_after_insert after insert on job_language
    referencing new table as new_rows for each statement
    when (current_setting('rozgar.saves_job', true) is distinct from 'yes')
    execute function job_debts_of_job_language();
create trigger job_language_owes_job_after_update after update on job_language
    referencing old table as old_rows new table as new_rows for each statement
    execute function job_debts_of_job_language();
create trigger job_language_owes_job_after_delete after delete on job_language
    referencing old table as old_rows for each statement
    when (current_setting('rozgar.saves_job', true) is distinct from 'yes')
    execute function job_debts_of_job_language();
create trigger job_language_owes_job_after_truncate after truncate on job_language
    for each statement execute function job_debts_of_all();

-- The documents that show a row, in the order of their ids; all of them where the source is "job". Planned for each
-- key: a few documents may show one row, and half of them another.
create function job_documents_showing(source text, source_key text, above bigint, most bigint) returns setof bigint
language plpgsql stable set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_variable
begin
    case source
        when 'job' then
            return query
                select r.id from job r where r.id > above and r.listed order by r.id limit most;
        when 'industry' then
            declare
                k industry.code%type := source_key;
            begin
                return query
                    select r.id from job r
                    join company t1 on t1.id = r.company_id
                    where t1.industry_code = k and r.id > above and r.listed order by r.id limit most;
            end;
        when 'company' then
            declare
                k company.id%type := source_key;
            begin
                return query
                    select r.id from job r
                    where r.company_id = k and r.id > above and r.listed order by r.id limit most;
            end;
        when 'occupation_field' then
            declare
                k occupation_field.id%type := source_key;
            begin
                return query
                    select r.id from job r
                    join occupation t1 on t1.id = r.occupation_id
                    join occupation_group t2 on t2.id = t1.group_id
                    where t2.field_id = k and r.id > above and r.listed order by r.id limit most;
            end;
        when 'occupation_group' then
            declare
                k occupation_group.id%type := source_key;
            begin
                return query
                    select r.id from job r
                    join occupation t1 on t1.id = r.occupation_id
                    where t1.group_id = k and r.id > above and r.listed order by r.id limit most;
            end;
        when 'occupation' then
            declare
                k occupation.id%type := source_key;
            begin
                return query
                    select r.id from job r
                    where r.occupation_id = k and r.id > above and r.listed order by r.id limit most;
            end;
        else
            -- Of an earlier declaration: no document shows it any more.
            return;
    end case;
end $$;
