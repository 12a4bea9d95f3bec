-- Jobs after their end: whether they have been shown, so that who asks for one learns that it is over, and when they are filed
-- away.

alter table job add column was_shown boolean not null default false;

-- No document shows it: nothing is owed for it.
alter table job disable trigger user;
update job set was_shown = true where published_at is not null;
alter table job enable trigger user;

create function job_is_shown() returns trigger language plpgsql as $$
begin
    new.was_shown := true;
    return new;
end $$;

create trigger job_is_shown before insert or update on job
    for each row when (new.state = 'PUBLISHED' and not new.was_shown) execute function job_is_shown();

create index job_to_archive on job (state_at, id)
    where state in ('FILLED', 'EXPIRED', 'CLOSED', 'REJECTED') and removed_at is null;
