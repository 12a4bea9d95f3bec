-- Where the steady check of the search index has come to, one row for all nodes: whoever's turn is due goes on from here.
create table index_check (
    one_row  boolean primary key default true check (one_row),
    -- The id from which the pass goes on; null between two passes.
    next_id  bigint,
    -- When the latest turn began, and when the latest pass was over.
    taken_at timestamptz,
    ended_at timestamptz
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 200);

insert into index_check default values;
