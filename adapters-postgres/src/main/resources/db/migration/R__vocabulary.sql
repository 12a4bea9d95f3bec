-- How the listed jobs are: another text whenever one has changed, or the name of a company.
create or replace function vocabulary_mark() returns text language sql stable as $$
    select concat_ws(' ', (select max(updated_at) from job where listed), (select max(updated_at) from company where listed),
        (select sum(n) from listed_count where doc_type = 'job'))
$$;

-- The words of a text as they are written: in small letters without accents.
create or replace function written_words(given text) returns text[]
language sql immutable strict parallel safe as $$
    select string_to_array(btrim(regexp_replace(replace(search_text(given), e'\uFDD0', ''), ' +', ' ', 'g')), ' ')
$$;

-- The commonest words of listed jobs, at most so many. PostgreSQL's parser takes texts apart twice as fast as search_words
-- does, and knows letters of ASCII for sure; what it makes of signs does not matter, since only words of letters are kept.
create or replace function fill_search_words(most integer) returns void language plpgsql as $$
begin
    create temp table fresh_words on commit drop as
        select token as spelt, sum(n)::integer as n
        from (
            select word as token, ndoc as n from ts_stat($of$
                select to_tsvector('simple', case when octet_length(said) = char_length(said) then said else search_text(said) end)
                from job, concat_ws(' ', title, description_text, responsibilities, qualifications, array_to_string(categories, ' '))
                    as said
                where listed $of$)
            union all
            select ts.word, ts.n from (
                select unnest(tsvector_to_array(words)) as word, n from search_suggestion
                where kind in ('OCCUPATION', 'SKILL', 'COMPANY')) as ts
            union all
            select unnest(written_words(label)), 1 from industry where code in (
                select c.industry_code from job r join company c on c.id = r.company_id where r.listed)
            union all
            select unnest(written_words(g.label || ' ' || f.label)), s.n
            from search_suggestion s join occupation o on s.kind = 'OCCUPATION' and s.value = o.id::text
            join occupation_group g on g.id = o.group_id join occupation_field f on f.id = g.field_id) as tokens
        where char_length(token) between 3 and 64 and token !~ '[0-9#+./@_''-]'
        group by token order by sum(n) desc, token limit most;
    delete from search_word o where not exists (select from fresh_words f where f.spelt = o.spelt);
    update search_word o set n = f.n from fresh_words f where f.spelt = o.spelt and f.n <> o.n;
    insert into search_word
        select f.spelt, made.words[1], f.n from fresh_words f, search_words(f.spelt) as made (words)
        where not exists (select from search_word o where o.spelt = f.spelt) and made.words[1] is not null;
    drop table fresh_words;
end $$;

-- What listed jobs are called and where they are, of each kind the commonest, at most so many. What is there already keeps its
-- words: making them takes longer than counting does.
create or replace function fill_search_suggestions(most integer) returns void language plpgsql as $$
begin
    create temp table fresh_suggestions on commit drop as
        select kind, value, text, n::integer as n
        from (
            select *, row_number() over (partition by kind order by n desc, value) as place
            from (
                select 'OCCUPATION' as kind, o.id::text as value, o.label::text as text, r.n
                from occupation o
                join (select occupation_id, count(*) as n from job where listed group by 1) as r on r.occupation_id = o.id
                union all
                select 'COMPANY', c.id::text, c.display_name, r.n
                from company c
                join (select company_id, count(*) as n from job where listed group by 1) as r on r.company_id = c.id
                union all
                select 'TITLE', title, title, count(*) from job where listed group by title
                union all
                select 'SKILL', s.label, s.label, count(distinct s.job_id)
                from job r join job_skill s on s.job_id = r.id where r.listed group by s.label
                union all
                -- As a name is written by most, of those that are compared alike.
                select 'LOCALITY', concat_ws('/', l.places[1], coalesce(place_name(l.region), ''), place_name(l.locality)) as path,
                    mode() within group (order by l.locality), count(distinct l.job_id)
                from job r join job_location l on l.job_id = r.id
                where r.listed and place_name(l.locality) is not null group by path
                union all
                select 'REGION', l.places[2] as path, mode() within group (order by l.region), count(distinct l.job_id)
                from job r join job_location l on l.job_id = r.id
                where r.listed and place_name(l.region) is not null group by path
            ) as counted
            where char_length(value) <= 200) as numbered
        where place <= most;
    delete from search_suggestion o where not exists (
        select from fresh_suggestions f where f.kind = o.kind and f.value = o.value and f.text = o.text);
    update search_suggestion o set n = f.n
        from fresh_suggestions f where f.kind = o.kind and f.value = o.value and f.n <> o.n;
    insert into search_suggestion
        select kind, value, text, array_to_tsvector(array_remove(written_words(text), '')), n from fresh_suggestions f
        where not exists (select from search_suggestion o where o.kind = f.kind and o.value = f.value);
    drop table fresh_suggestions;
end $$;

-- Counts both anew if a listed job has changed since they were counted and that is as long ago as this, or there are none yet.
-- Whoever comes while another is at it leaves it to him.
create or replace function fill_vocabulary(pause interval) returns boolean language plpgsql as $$
begin
    perform from search_vocabulary
        where filled_at is null
            or (filled_at <= statement_timestamp() - pause or not exists (select from search_word))
                and seen is distinct from vocabulary_mark()
        for update skip locked;
    if not found then
        return false;
    end if;
    update search_vocabulary set seen = vocabulary_mark(), filled_at = statement_timestamp();
    perform set_config('client_min_messages', 'warning', true);
    perform fill_search_suggestions(50000);
    perform fill_search_words(100000);
    return true;
end $$;
