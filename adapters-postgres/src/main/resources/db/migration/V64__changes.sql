-- What became of listed jobs, for those who follow them: written by the triggers that know what owes the index a document, in
-- the transaction of the change, whoever made it.

-- Append-only. In the order of the primary key, and only below the oldest transaction that is still writing (see read_bound),
-- nothing can come to stand before what has been read.
create table job_change (
    xid    xid8 not null default pg_current_xact_id(),
    -- Drawn while the debt of the document is locked: of two changes of one document the later has the greater number, whatever
    -- the numbers of their transactions.
    seq    bigint not null generated always as identity,
    at     timestamptz not null default clock_timestamp(),
    job_id bigint,
    -- Instead of a job: a row that many jobs may show, as in index_fanout. Spread over them when it is read.
    source text collate "C",
    key    text collate "C",
    -- Why the job is not listed any more.
    reason text collate "C",
    -- What the job was found by before the change, where it was listed. As it is sent, so no jsonb.
    kept   json,
    primary key (xid, seq),
    check (num_nonnulls(job_id, source) = 1 and (source is null) = (key is null)),
    check (reason is null or kept is not null)
) with (autovacuum_vacuum_insert_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 0);

-- For beginning at a moment. The table grows at its end, so a summary of its blocks is enough, and costs writers nothing.
create index job_change_at on job_change using brin (at) with (pages_per_range = 16, autosummarize = on);

-- The last change that was forgotten: cursors before it lead nowhere.
create table job_change_forgotten (
    one_row boolean primary key default true check (one_row),
    xid     xid8 not null,
    seq     bigint not null,
    -- Of all that were forgotten, when the newest was made.
    made    timestamptz not null
);

insert into job_change_forgotten (xid, seq, made) values ('0', 0, '-infinity');

-- Changes that were spread over all documents that show them, and when that was done. From then on only the debts of the
-- documents are known, which are younger than the change.
create table index_fanout_spread (
    since timestamptz not null,
    at    timestamptz not null default clock_timestamp()
);

create index index_fanout_spread_at on index_fanout_spread (at);
