-- Where a location is, at each level of one tree: its country (IN), region (IN/maharashtra) and locality
-- (IN/maharashtra/mumbai; IN//mumbai if its region is not told), and its id in a gazetteer (place:...). A single equality
-- finds what lies in a place of any level, and all parts of it belong to the same location.

-- A name as it is compared: in small letters without accents. A slash would begin another level. Only what PostgreSQL
-- itself brings, whatever the search path is.
create function place_name(name text) returns text
language sql immutable strict parallel safe
begin atomic
    select nullif(btrim(replace(normalize(lower(
        regexp_replace(normalize(name, nfd), '[\u0300-\u036F]', '', 'g') collate "pg_c_utf8"), nfc), '/', ' ')), '');
end;

create function places_of(country text, region text, locality text, place_id text) returns text[]
language sql immutable parallel safe
begin atomic
    select array_remove(array[
        upper(country),
        upper(country) || '/' || place_name(region),
        upper(country) || '/' || coalesce(place_name(region), '') || '/' || place_name(locality),
        'place:' || place_id], null);
end;

alter table job_location add column places text[] collate "C" not null
    generated always as (places_of(country, region, locality, place_id)) stored;

create index job_location_places on job_location using gin (places);

-- Places are suggested by their paths from now on: all are counted anew.
delete from search_suggestion where kind in ('LOCALITY', 'REGION');
update search_vocabulary set filled_at = null;
