-- A word of a company or an occupation leads to its jobs. Whether these are listed is asked of each of them, and the
-- index answers, mostly without a look at the row. Lists go on being read while they are built.
create index job_company_id_listed on job (company_id, id) include (listed);
create index job_occupation_id_listed on job (occupation_id, id) include (listed) where occupation_id is not null;

drop index job_company_id;
drop index job_occupation_id;
alter index job_company_id_listed rename to job_company_id;
alter index job_occupation_id_listed rename to job_occupation_id;
