-- Jobs that are over for good, until nothing that somebody wrote about people is left with them: the clock reads this short
-- list. A trigger writes it, so that no end is forgotten, whoever brings it about.

create table job_to_forget (
    job_id bigint primary key references job (id) on delete cascade,
    -- When it ended or, if it did not end before, was removed.
    since  timestamptz(3) not null
);

create index job_to_forget_since on job_to_forget (since, job_id);

create function note_job_to_forget() returns trigger language plpgsql as $$
begin
    insert into job_to_forget (job_id, since) values (
        new.id,
        case when new.removed_at is null then coalesce(old.state_at, new.state_at) else new.removed_at end)
    on conflict do nothing;
    return null;
end $$;

-- Archiving comes long after the end, which is when the state before began.
create trigger job_to_forget after update of state, removed_at on job
    for each row when (
        new.removed_at is not null and old.removed_at is null or new.state = 'ARCHIVED' and old.state <> 'ARCHIVED')
    execute function note_job_to_forget();

insert into job_to_forget (job_id, since)
select id, coalesce(removed_at, state_at) from job where removed_at is not null or state = 'ARCHIVED';

-- Forgets so many applications of such jobs, and the job with the last of them: the job is locked first, as everywhere.
-- Whatever other clocks are at is left to them, and so is a job of which somebody still waits to begin or to decide.
create function forget_past_jobs(ended_before timestamptz, moment timestamptz, most integer) returns integer
    language plpgsql as $$
declare
    past bigint;
    ids  bigint[];
    rest integer := most;
    n    integer := 0;
begin
    for past in
        select d.job_id from job_to_forget d
        where d.since < ended_before and not exists (select from application a where a.job_id = d.job_id and a.live)
        order by d.since, d.job_id limit most for update of d skip locked
    loop
        perform from job where id = past for no key update;
        ids := array(
            select id from application where job_id = past and forgotten_at is null
            order by id limit rest for no key update);
        perform forget_applications(ids, moment);
        n := n + 1;
        rest := rest - cardinality(ids);
        exit when rest = 0;
        perform redact_transitions('JOB', array[past]);
        update job set
            contact_name = null, contact_phone = null, contact_whatsapp_ok = null, contact_call_from = null,
            contact_call_to = null, state_reason = case when state_reason is not null then '(removed)' end,
            version = version + 1
        where id = past and (contact_name is not null or state_reason <> '(removed)');
        delete from job_to_forget where job_id = past;
    end loop;
    return n;
end $$;
