-- The partner that handed an application in, by its identity: it may read the application and arrange interviews. Of
-- applications that came before nobody knows it.

alter table application add column brought_by varchar(100) check (brought_by <> '');

create index application_brought_by on application (job_id, brought_by) where brought_by is not null;
