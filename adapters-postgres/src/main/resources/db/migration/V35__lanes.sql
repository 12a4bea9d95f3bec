-- Debts in two lanes, so that what a change of one row brings to thousands of documents never stands in front of an edit.

-- 0: edits of single documents. 1: what many documents owe at once. A document that is edited moves to lane 0.
alter table index_ledger add column lane smallint not null default 0 check (lane in (0, 1));

drop index index_ledger_owed;
create index index_ledger_owed on index_ledger (doc_type, lane, since) where owed;

alter table index_fanout
    -- How many documents show the row, counted when the first of them are done.
    add column documents bigint,
    add column done      bigint not null default 0,
    -- When it was last its turn: the changes that wait take turns, so that a small one never waits for the end of a large one.
    add column turn      timestamptz not null default clock_timestamp();

-- How fast documents have followed such changes lately, measured while there was no pause.
create table fanout_pace (
    one_row    boolean primary key default true check (one_row),
    -- Since when there have been changes to spread; null while there are none.
    busy_since timestamptz,
    -- Documents that were owed since then.
    spread     bigint not null default 0,
    per_second double precision
);

insert into fanout_pace default values;
