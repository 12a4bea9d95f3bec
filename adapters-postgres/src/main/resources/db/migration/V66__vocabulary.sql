-- What a search is helped with: the words that stand in listed jobs, and what a search may be completed to. Both are counted in
-- the background (see fill_vocabulary); nothing here is the truth of anything.
create table search_word (
    -- As it is written, in small letters without accents: letters only, for no other word is ever taken for misspelt.
    spelt varchar(64) collate "C" primary key,
    -- As it is compared.
    word  varchar(64) collate "C" not null,
    -- Listed jobs, about.
    n     integer not null check (n > 0)
);
create index search_word_word on search_word (word);
create index search_word_beginning on search_word (left(spelt, 1), char_length(spelt));
create index search_word_ending on search_word (substr(spelt, 2));

create table search_suggestion (
    kind  varchar(20) collate "C" not null
        check (kind in ('OCCUPATION', 'SKILL', 'TITLE', 'COMPANY', 'LOCALITY', 'REGION')),
    -- What a filter on it asks for.
    value varchar(200) collate "C" not null,
    text  varchar(200) not null,
    words tsvector not null,
    n     integer not null check (n > 0),
    primary key (kind, value)
);
create index search_suggestion_words on search_suggestion using gin (words);

create table search_vocabulary (
    only_one  boolean primary key default true check (only_one),
    -- How the listed jobs were when this was filled.
    seen      text,
    filled_at timestamptz(3)
);
insert into search_vocabulary default values;
