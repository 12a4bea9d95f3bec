-- Places are looked for by distance: in this index by latitude, and what it leaves is measured.
create index job_location_latitude on job_location (lat, lon, job_id) where lat is not null;

-- Metres over the ground between two points, by the haversine formula on a sphere with the mean radius of WGS 84: what Lucene
-- computes for a geo_point (SloppyMath.haversinMeters), so that both engines draw the same circle.
create function ground_metres(lat double precision, lon double precision, to_lat double precision, to_lon double precision)
returns double precision language sql immutable parallel safe as $$
    select 2 * 6371008.7714 * asin(least(1, sqrt(
        power(sin(radians(to_lat - lat) / 2), 2)
        + cos(radians(lat)) * cos(radians(to_lat)) * power(sin(radians(to_lon - lon) / 2), 2))))
$$;
