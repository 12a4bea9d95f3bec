-- Text as HTML says it.
create or replace function html(given text) returns text
language sql immutable strict parallel safe
begin atomic
    select replace(replace(replace(replace(replace(given,
        '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), '"', '&quot;'), '''', '&#39;');
end;

-- A text in HTML with the words in <em> that were sought, or null if there is none. Either the whole of it, or at most two
-- fragments, each of at most 160 characters around the first words that are not in the fragment before.
--
-- Words are what search_words makes of them, so that what was found is shown. Of a long text only the beginning is looked
-- at: that bounds what a page may cost.
--
-- terms, prefixes: one word each. phrases: a list of lists of words. parts: a pattern of two groups, of which the first is
-- what lies between words and the second a word with the signs around it.
create or replace function highlight(
    given text, terms text[], prefixes text[], phrases jsonb, parts text, whole boolean) returns text
language plpgsql stable strict parallel safe as $$
declare
    looked_at constant integer := 10000;
    longest constant integer := 160;
    before constant integer := 60;
    between text[];
    written text[];
    words text[];
    places integer[];
    marked integer[];
    shown text[];
    lengths integer[];
    last integer;
    lo integer := 0;
    hi integer := 0;
    first integer;
    room integer;
    fragment text;
    fragments text := '';
begin
    select array_agg(m[1] order by n), array_agg(m[2] order by n) into between, written
    from regexp_matches(left(given, looked_at), parts, 'g') with ordinality as found (m, n);
    last := cardinality(written);
    if last is null then
        return null;
    end if;
    -- A word that is cut in two is another word.
    if char_length(given) > looked_at then
        written[last] := null;
    end if;

    words := search_words(left(given, looked_at));
    select array_agg(n order by n) into places
    from unnest(written) with ordinality as w (word, n)
    where word ~ '[^-./+#]';
    -- Each of these is one word. Where not all are known, each is asked.
    if cardinality(places) is distinct from cardinality(words) then
        select array_agg(word order by n, part), array_agg(n order by n, part) into words, places
        from unnest(written) with ordinality as w (one, n), unnest(search_words(one)) with ordinality as s (word, part);
    end if;

    select array_agg(distinct place order by place) into marked
    from (
        select places[i] as place
        from unnest(words) with ordinality as w (word, i)
        where word = any (terms) or exists (select from unnest(prefixes) as p (prefix) where starts_with(word, prefix))
        union all
        select places[i + k]
        from (
            select array(select jsonb_array_elements_text(phrase)) as phrase from jsonb_array_elements(phrases) as p (phrase)
        ) as p
        cross join unnest(words) with ordinality as w (word, i)
        cross join generate_series(0, cardinality(phrase) - 1) as k
        where word = phrase[1] and words[i : i + cardinality(phrase) - 1] = phrase
    ) as standing;
    if marked is null then
        return null;
    end if;

    select array_agg(case when n = any (marked)
            then html(signs[1]) || '<em>' || html(left(signs[2], longest)) || '</em>' || html(signs[3])
            else html(coalesce(part, '')) end order by n),
        array_agg(char_length(coalesce(part, '')) order by n)
    into shown, lengths
    from (
        select n, coalesce(lying, one) as part,
            case when n = any (marked) then regexp_match(one, '^([-./+#]*?)(\.{0,1}?[^-./+#].*?)([-./]*)$') end as signs
        from unnest(between, written) with ordinality as p (lying, one, n)
    ) as p;
    if whole then
        return array_to_string(shown, '') || html(substr(given, looked_at + 1));
    end if;

    for fragment_number in 1 .. 2 loop
        select min(m) into first from unnest(marked) as m where m > hi;
        exit when first is null;
        lo := first;
        room := longest - least(lengths[first], longest);
        while lo - 1 > hi and longest - room + lengths[lo - 1] <= before + lengths[first] and room >= lengths[lo - 1] loop
            lo := lo - 1;
            room := room - lengths[lo];
        end loop;
        hi := first;
        while hi < last and room >= lengths[hi + 1] loop
            hi := hi + 1;
            room := room - lengths[hi];
        end loop;
        fragment := btrim(regexp_replace(array_to_string(shown[lo : hi], ''), '\s+', ' ', 'g'));
        fragments := fragments || case when lo > 1 and fragments = '' then '… ' else '' end || fragment
            || case when hi < last or char_length(given) > looked_at then ' … ' else '' end;
    end loop;
    return rtrim(fragments);
end $$;
