-- Whole companies with their locations, one JSON object each, in the form save_companies takes.
create or replace function find_companies(ids bigint[]) returns setof text language sql stable as $$
    select json_build_object(
        'company', to_json(c),
        'company_location', coalesce(
            (select json_agg(l order by l.position) from company_location l where l.company_id = c.id), '[]'))::text
    from company c
    where c.id = any (ids) and c.removed_at is null
    order by c.id
$$;
