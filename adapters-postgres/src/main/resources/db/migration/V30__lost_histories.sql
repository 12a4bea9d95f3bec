-- What has to be done once PostgreSQL was seen to have gone back in time.

alter table index_state
    -- Documents of the index under versions above this one and below the present epoch may come from a history that is lost.
    -- Null once they have been looked through.
    add column suspect_above bigint,
    -- The mapping of the index for which refused documents were last tried again.
    add column redriven_for text;
