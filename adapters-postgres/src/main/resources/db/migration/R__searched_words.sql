-- Rendered from the declaration of the document "job"; not edited by hand.
--
-- What finds the rows by their words. A change of the declaration or of the rules of text makes all of it anew.

do $make$
declare
    rules text := md5($of$search_heard(w.said),
        search_heard(t.words_a),
        search_heard(t.words_b),
        w.said    drop index if exists company_words;
    create index company_words on company using gin (search_vector(display_name::text));
    drop index if exists industry_words;
    create index industry_words on industry using gin (search_vector(label::text));
    drop index if exists occupation_words;
    create index occupation_words on occupation using gin (search_vector(label::text));
    drop index if exists occupation_group_words;
    create index occupation_group_words on occupation_group using gin (search_vector(label::text));
    drop index if exists occupation_field_words;
    create index occupation_field_words on occupation_field using gin (search_vector(label::text));
    drop index if exists job_skill_words;
    create index job_skill_words on job_skill using gin (search_vector(label::text));
    drop index if exists search_synonym_words;
    create index search_synonym_words on search_synonym using gin (search_words(phrase));
    truncate search_word, search_suggestion;
    update search_vocabulary set seen = null, filled_at = null;search_said(array[r.title]::text[]) as words_a,
        search_said(r.categories) as words_b,
        search_said(array[r.description_text, r.responsibilities, r.qualifications]::text[]) as restt.words_a, t.words_b, t.rest$of$ || (
        select string_agg(pg_get_functiondef(oid), '' order by proname) from pg_proc
        where proname in ('search_vector', 'search_said', 'search_heard', 'search_words', 'search_text', 'only_words', 'fold_letters', 'utf16_units', 'joined')
            and pronamespace = current_schema()::regnamespace));
begin
    if obj_description(to_regclass('job_words'), 'pg_class') is not distinct from rules then
        return;
    end if;
    perform set_config('client_min_messages', 'warning', true);
    drop table if exists job_words;
    create table job_words (
        id bigint primary key references job (id) on delete cascade,
        words tsvector not null,
        words_a tsvector not null,
        words_b tsvector not null,
        said text not null);
    insert into job_words select t.id,
        search_heard(w.said),
        search_heard(t.words_a),
        search_heard(t.words_b),
        w.said
    from (
        select r.id,
        search_said(array[r.title]::text[]) as words_a,
        search_said(r.categories) as words_b,
        search_said(array[r.description_text, r.responsibilities, r.qualifications]::text[]) as rest
        from job r
        offset 0) t
    cross join lateral (select concat_ws('|', t.words_a, t.words_b, t.rest) as said) w;
    create index job_words_words on job_words using gin (words);
    create index job_words_words_a on job_words using gin (words_a);
    create index job_words_words_b on job_words using gin (words_b);
    drop index if exists company_words;
    create index company_words on company using gin (search_vector(display_name::text));
    drop index if exists industry_words;
    create index industry_words on industry using gin (search_vector(label::text));
    drop index if exists occupation_words;
    create index occupation_words on occupation using gin (search_vector(label::text));
    drop index if exists occupation_group_words;
    create index occupation_group_words on occupation_group using gin (search_vector(label::text));
    drop index if exists occupation_field_words;
    create index occupation_field_words on occupation_field using gin (search_vector(label::text));
    drop index if exists job_skill_words;
    create index job_skill_words on job_skill using gin (search_vector(label::text));
    drop index if exists search_synonym_words;
    create index search_synonym_words on search_synonym using gin (search_words(phrase));
    truncate search_word, search_suggestion;
    update search_vocabulary set seen = null, filled_at = null;
    execute format('comment on table job_words is %L', rules);
end $make$;

create or replace function job_words_follow() returns trigger language plpgsql as $$
begin
    insert into job_words select t.id,
        search_heard(w.said),
        search_heard(t.words_a),
        search_heard(t.words_b),
        w.said
    from (
        select r.id,
        search_said(array[r.title]::text[]) as words_a,
        search_said(r.categories) as words_b,
        search_said(array[r.description_text, r.responsibilities, r.qualifications]::text[]) as rest
        from fresh_rows r
        offset 0) t
    cross join lateral (select concat_ws('|', t.words_a, t.words_b, t.rest) as said) w
    on conflict (id) do update set words = excluded.words, words_a = excluded.words_a, words_b = excluded.words_b, said = excluded.said;
    return null;
end $$;

-- An update writes every column; few change a word.
create or replace function job_words_follow_changes() returns trigger language plpgsql as $$
begin
    insert into job_words select t.id,
        search_heard(w.said),
        search_heard(t.words_a),
        search_heard(t.words_b),
        w.said
    from (
        select r.id,
        search_said(array[r.title]::text[]) as words_a,
        search_said(r.categories) as words_b,
        search_said(array[r.description_text, r.responsibilities, r.qualifications]::text[]) as rest
        from fresh_rows r join past_rows p on p.id = r.id
        where (p.title, p.description_text, p.responsibilities, p.qualifications, p.categories) is distinct from (r.title, r.description_text, r.responsibilities, r.qualifications, r.categories)
        offset 0) t
    cross join lateral (select concat_ws('|', t.words_a, t.words_b, t.rest) as said) w
    on conflict (id) do update set words = excluded.words, words_a = excluded.words_a, words_b = excluded.words_b, said = excluded.said;
    return null;
end $$;

create or replace trigger job_words_of_inserts after insert on job referencing new table as fresh_rows
    for each statement execute function job_words_follow();
create or replace trigger job_words_of_updates after update on job
    referencing old table as past_rows new table as fresh_rows
    for each statement execute function job_words_follow_changes();
