-- Saves all jobs or none, each with all its lists. `given` holds one array of rows per table, members named as the columns;
-- a job's version is 0 if it is new, and otherwise the one it was loaded with.
--
-- The setting tells the triggers of the lists that the job's own row is written as well.
create or replace function save_jobs(given jsonb)
returns table (id bigint, version bigint, change bigint)
language plpgsql set rozgar.saves_job = 'yes' as $$
#variable_conflict use_column
declare
    fresh bigint;
    known bigint[];
    n     bigint;
begin
    select count(*) filter (where g.version = 0), array_agg(g.id order by g.id) filter (where g.version > 0)
    into fresh, known
    from jsonb_to_recordset(given->'job') as g (id bigint, version bigint);

    if fresh > 0 then
        insert into job (
            version,
            id, company_id, slug, requisition_id, language, title, description_text, description_html,
            responsibilities, qualifications, remote, applicant_regions, occupation_id, categories, employment_types,
            scope_min_pct, scope_max_pct, hours_per_week, pay_min, pay_max, pay_currency, pay_period, pay_kind,
            pay_incentive_max, pay_disclosed, experience_required, experience_months_min, experience_months_max,
            fresher_ok, education, english_level, licences, licence_required, own_vehicle, documents, benefits,
            openings_total, openings_filled, contact_name, contact_phone, contact_whatsapp_ok, contact_call_from,
            contact_call_to, apply_direct, apply_url, apply_email, apply_by, publish_at, published_at, expires_at,
            start_date, immediate, source, promotion, state, state_at, state_reason, state_spam, created_at,
            updated_at)
        select
            1,
            g.id, g.company_id, g.slug, g.requisition_id, g.language, g.title, g.description_text, g.description_html,
            g.responsibilities, g.qualifications, g.remote, g.applicant_regions, g.occupation_id, g.categories,
            g.employment_types, g.scope_min_pct, g.scope_max_pct, g.hours_per_week, g.pay_min, g.pay_max,
            g.pay_currency, g.pay_period, g.pay_kind, g.pay_incentive_max, g.pay_disclosed, g.experience_required,
            g.experience_months_min, g.experience_months_max, g.fresher_ok, g.education, g.english_level, g.licences,
            g.licence_required, g.own_vehicle, g.documents, g.benefits, g.openings_total, g.openings_filled,
            g.contact_name, g.contact_phone, g.contact_whatsapp_ok, g.contact_call_from, g.contact_call_to,
            g.apply_direct, g.apply_url, g.apply_email, g.apply_by, g.publish_at, g.published_at, g.expires_at,
            g.start_date, g.immediate, g.source, g.promotion, g.state, g.state_at, g.state_reason, g.state_spam,
            g.created_at, g.updated_at
        from jsonb_populate_recordset(null::job, given->'job') g
        where g.version = 0;
    end if;

    if known is not null then
        update job j set (
            version,
            company_id, slug, requisition_id, language, title, description_text, description_html, responsibilities,
            qualifications, remote, applicant_regions, occupation_id, categories, employment_types, scope_min_pct,
            scope_max_pct, hours_per_week, pay_min, pay_max, pay_currency, pay_period, pay_kind, pay_incentive_max,
            pay_disclosed, experience_required, experience_months_min, experience_months_max, fresher_ok, education,
            english_level, licences, licence_required, own_vehicle, documents, benefits, openings_total,
            openings_filled, contact_name, contact_phone, contact_whatsapp_ok, contact_call_from, contact_call_to,
            apply_direct, apply_url, apply_email, apply_by, publish_at, published_at, expires_at, start_date,
            immediate, source, promotion, state, state_at, state_reason, state_spam, created_at,
            updated_at)
        = (
            g.version + 1,
            g.company_id, g.slug, g.requisition_id, g.language, g.title, g.description_text, g.description_html,
            g.responsibilities, g.qualifications, g.remote, g.applicant_regions, g.occupation_id, g.categories,
            g.employment_types, g.scope_min_pct, g.scope_max_pct, g.hours_per_week, g.pay_min, g.pay_max,
            g.pay_currency, g.pay_period, g.pay_kind, g.pay_incentive_max, g.pay_disclosed, g.experience_required,
            g.experience_months_min, g.experience_months_max, g.fresher_ok, g.education, g.english_level, g.licences,
            g.licence_required, g.own_vehicle, g.documents, g.benefits, g.openings_total, g.openings_filled,
            g.contact_name, g.contact_phone, g.contact_whatsapp_ok, g.contact_call_from, g.contact_call_to,
            g.apply_direct, g.apply_url, g.apply_email, g.apply_by, g.publish_at, g.published_at, g.expires_at,
            g.start_date, g.immediate, g.source, g.promotion, g.state, g.state_at, g.state_reason, g.state_spam,
            g.created_at, g.updated_at)
        from jsonb_populate_recordset(null::job, given->'job') g
        where j.id = g.id and j.version = g.version and j.removed_at is null;
        get diagnostics n = row_count;
        if n <> cardinality(known) then
            raise exception 'a job is not stored with the version it was loaded with'
                using errcode = 'RZ409';
        end if;
        delete from job_location where job_id = any (known);
        delete from job_shift where job_id = any (known);
        delete from job_skill where job_id = any (known);
        delete from job_language where job_id = any (known);
    end if;

    if jsonb_array_length(given->'job_location') > 0 then
        insert into job_location (
            job_id, position, street, locality, region, postcode, country, lat, lon, precision, place_id)
        select job_id, position, street, locality, region, postcode, country, lat, lon, precision, place_id
        from jsonb_populate_recordset(null::job_location, given->'job_location');
    end if;
    if jsonb_array_length(given->'job_shift') > 0 then
        insert into job_shift (job_id, position, kind, starts, ends, days)
        select job_id, position, kind, starts, ends, days
        from jsonb_populate_recordset(null::job_shift, given->'job_shift');
    end if;
    if jsonb_array_length(given->'job_skill') > 0 then
        insert into job_skill select * from jsonb_populate_recordset(null::job_skill, given->'job_skill');
    end if;
    if jsonb_array_length(given->'job_language') > 0 then
        insert into job_language select * from jsonb_populate_recordset(null::job_language, given->'job_language');
    end if;

    return query
        select g.id, g.version + 1, case when l.owed then l.wanted else 0 end
        from jsonb_to_recordset(given->'job') as g (id bigint, version bigint)
        left join index_ledger l on l.doc_type = 'job' and l.doc_id = g.id;
end $$;
