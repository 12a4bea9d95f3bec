-- Words that mean the same in a search, editable while the service runs: each row is one way to say what its group means.
create table search_synonym (
    group_id bigint not null,
    phrase   varchar(100) not null check (phrase <> ''),
    primary key (group_id, phrase)
);

-- As before, but from where Lucene keeps a point: in a grid of 2^32 steps each way, so that both engines measure from the very
-- same place.
create or replace function ground_metres(
    lat double precision, lon double precision, to_lat double precision, to_lon double precision)
returns double precision language sql immutable parallel safe as $$
    select 2 * 6371008.7714 * asin(least(1, sqrt(
        power(sin(radians(to_lat - at_lat) / 2), 2)
        + cos(radians(at_lat)) * cos(radians(to_lat)) * power(sin(radians(to_lon - at_lon) / 2), 2))))
    from (select least(floor(lat / (180 / 4294967296.0::double precision)), 2147483647) * (180 / 4294967296.0::double precision),
        least(floor(lon / (360 / 4294967296.0::double precision)), 2147483647) * (360 / 4294967296.0::double precision))
        as held (at_lat, at_lon)
$$;
