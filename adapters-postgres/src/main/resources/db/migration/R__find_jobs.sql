-- Whole jobs with their lists, one JSON object each: the rows of every table as they are stored, in the form save_jobs takes.
create or replace function find_jobs(ids bigint[]) returns setof text language sql stable as $$
    select json_build_object(
        'job', to_json(j),
        'job_location', coalesce((select json_agg(l order by l.position) from job_location l where l.job_id = j.id), '[]'),
        'job_shift', coalesce((select json_agg(l order by l.position) from job_shift l where l.job_id = j.id), '[]'),
        'job_skill', coalesce((select json_agg(l order by l.position) from job_skill l where l.job_id = j.id), '[]'),
        'job_language', coalesce((select json_agg(l order by l.position) from job_language l where l.job_id = j.id), '[]'))::text
    from job j
    where j.id = any (ids) and j.removed_at is null
    order by j.id
$$;
