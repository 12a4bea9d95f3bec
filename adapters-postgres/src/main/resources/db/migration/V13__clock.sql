-- What the clock looks for, every few seconds: empty indexes while nothing is due.
create index job_to_start on job (state_at, id) where state = 'SCHEDULED' and removed_at is null;
create index job_to_expire on job (expires_at, id)
    where state in ('SCHEDULED', 'PUBLISHED', 'PAUSED') and removed_at is null;
