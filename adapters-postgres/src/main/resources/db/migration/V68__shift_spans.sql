-- When in the week a shift is, so that an index can find those that overlap a time: the half-hours that it touches, gathered
-- in spans of a binary tree. Its leaves 512 to 847 are the half-hours from Monday 00:00 on, and 2n and 2n + 1 are the halves
-- of n. A shift is a few of the largest spans that it fills (09:00 to 18:00: four), and it overlaps a time if one of them is
-- a half-hour of that time or lies above one.
--
-- A shift without days is worked on any day. One without times has no spans.
create function week_spans(starts time, ends time, days text[]) returns bigint[]
language plpgsql immutable parallel safe as $$
declare
    names constant text[] := '{MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY,SATURDAY,SUNDAY}';
    week constant integer := 336;
    leaf constant integer := 512;
    spans bigint[] := '{}';
    at integer;
    place integer;
    until integer;
    size integer;
begin
    if starts is null then
        return spans;
    end if;
    for day in 0 .. 6 loop
        continue when cardinality(days) > 0 and not names[day + 1] = any (days);
        at := day * 48 + floor(extract(epoch from starts) / 1800);
        until := day * 48 + ceil(extract(epoch from ends) / 1800) + case when ends < starts then 48 else 0 end;
        while at < until loop
            -- Sunday night ends on Monday.
            place := at % week;
            size := 1;
            while place % (2 * size) = 0 and place + 2 * size <= week and at + 2 * size <= until loop
                size := 2 * size;
            end loop;
            if not (leaf + place) / size = any (spans) then
                spans := spans || ((leaf + place) / size)::bigint;
            end if;
            at := at + size;
        end loop;
    end loop;
    return spans;
end $$;

alter table job_shift add column spans bigint[] not null
    generated always as (week_spans(starts, ends, days::text[])) stored;

create index job_shift_spans on job_shift using gin (spans);
