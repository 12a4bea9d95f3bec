-- Jobs that have ended or were removed, until the last application that ends with them has ended: the clock reads this short
-- list and not every open application. A trigger writes it, so that no end is forgotten, whoever brings it about.
create table ended_job (
    job_id bigint primary key references job (id) on delete cascade
);

create function job_has_ended(state text, removed_at timestamptz) returns boolean language sql immutable as $$
    select removed_at is not null or state in ('FILLED', 'EXPIRED', 'CLOSED', 'REJECTED', 'ARCHIVED')
$$;

create function note_ended_job() returns trigger language plpgsql as $$
begin
    insert into ended_job (job_id) values (new.id) on conflict do nothing;
    return null;
end $$;

create trigger job_ended after update of state, removed_at on job
    for each row when (job_has_ended(new.state, new.removed_at) and not job_has_ended(old.state, old.removed_at))
    execute function note_ended_job();

-- A job that is over already and is removed, or ends in another way, has been noted before.
insert into ended_job (job_id)
select distinct a.job_id from application a join job j on j.id = a.job_id
where a.live and a.state <> 'OFFERED' and a.state <> 'HIRED' and job_has_ended(j.state, j.removed_at);
