-- A word of a company or an occupation leads to its jobs. Whether these are listed is asked of each of them, and the
-- index answers, without a look at the row.
drop index job_company_id;
create index job_company_id on job (company_id, id) include (listed);

drop index job_occupation_id;
create index job_occupation_id on job (occupation_id, id) include (listed) where occupation_id is not null;
