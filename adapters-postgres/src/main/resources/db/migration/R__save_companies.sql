-- Saves all companies or none, each with its locations; see save_jobs.
create or replace function save_companies(given jsonb)
returns table (id bigint, version bigint)
language plpgsql as $$
#variable_conflict use_column
declare
    fresh bigint;
    known bigint[];
    n     bigint;
begin
    select count(*) filter (where g.version = 0), array_agg(g.id order by g.id) filter (where g.version > 0)
    into fresh, known
    from jsonb_to_recordset(given->'company') as g (id bigint, version bigint);

    if fresh > 0 then
        insert into company (
            version,
            id, slug, external_id, display_name, legal_name, logo_url, logo_sha256, logo_width, logo_height, website,
            same_as, industry_code, size_band, tax_gstin, tax_pan, tax_state_code, billing_name, billing_email,
            billing_phone, email_domain, state, state_at, state_reason, verified_at, contact_verified_at,
            created_at, updated_at)
        select
            1,
            g.id, g.slug, g.external_id, g.display_name, g.legal_name, g.logo_url, g.logo_sha256, g.logo_width,
            g.logo_height, g.website, g.same_as, g.industry_code, g.size_band, g.tax_gstin, g.tax_pan,
            g.tax_state_code, g.billing_name, g.billing_email, g.billing_phone, g.email_domain, g.state, g.state_at,
            g.state_reason, g.verified_at, g.contact_verified_at, g.created_at, g.updated_at
        from jsonb_populate_recordset(null::company, given->'company') g
        where g.version = 0;
    end if;

    if known is not null then
        update company c set (
            version,
            slug, external_id, display_name, legal_name, logo_url, logo_sha256, logo_width, logo_height, website,
            same_as, industry_code, size_band, tax_gstin, tax_pan, tax_state_code, billing_name, billing_email,
            billing_phone, email_domain, state, state_at, state_reason, verified_at, contact_verified_at,
            created_at, updated_at)
        = (
            g.version + 1,
            g.slug, g.external_id, g.display_name, g.legal_name, g.logo_url, g.logo_sha256, g.logo_width,
            g.logo_height, g.website, g.same_as, g.industry_code, g.size_band, g.tax_gstin, g.tax_pan,
            g.tax_state_code, g.billing_name, g.billing_email, g.billing_phone, g.email_domain, g.state, g.state_at,
            g.state_reason, g.verified_at, g.contact_verified_at, g.created_at, g.updated_at)
        from jsonb_populate_recordset(null::company, given->'company') g
        where c.id = g.id and c.version = g.version and c.removed_at is null;
        get diagnostics n = row_count;
        if n <> cardinality(known) then
            raise exception 'a company is not stored with the version it was loaded with' using errcode = 'RZ409';
        end if;
        delete from company_location where company_id = any (known);
    end if;

    insert into company_location select * from jsonb_populate_recordset(null::company_location, given->'company_location');

    return query
        select g.id, g.version + 1 from jsonb_to_recordset(given->'company') as g (id bigint, version bigint);
end $$;
