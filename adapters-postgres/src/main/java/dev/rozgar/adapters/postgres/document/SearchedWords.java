package dev.rozgar.adapters.postgres.document;

import dev.rozgar.adapters.postgres.document.SearchedTables.Table;
import dev.rozgar.application.document.DocumentSchema;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Renders, from the declaration of a document, what finds its rows by their words: a table of words beside
/// the root, the triggers that keep it, and an index on every table. Made anew when the declaration or a rule
/// has changed.
final class SearchedWords {
    /// Phrases are compared by their words as well.
    private static final String SYNONYMS = "\n    drop index if exists search_synonym_words;"
            + "\n    create index search_synonym_words on search_synonym using gin (search_words(phrase));";

    /// And what the words of listed jobs are is counted again.
    private static final String VOCABULARY = "\n    truncate search_word, search_suggestion;"
            + "\n    update search_vocabulary set seen = null, filled_at = null;";

    private final DocumentSchema schema;
    private final Table root;
    private final List<Table> others;

    private SearchedWords(DocumentSchema schema) {
        this.schema = schema;
        List<Table> tables = SearchedTables.of(schema);
        this.root = tables.stream().filter(Table::isRoot).findFirst().orElseThrow();
        this.others = tables.stream().filter(table -> !table.isRoot()).toList();
    }

    static String render(DocumentSchema schema) {
        return new SearchedWords(schema).render();
    }

    private String render() {
        return """
                -- Rendered from the declaration of the document "%1$s"; not edited by hand.
                --
                -- What finds the rows by their words. A change of the declaration or of the rules of text makes all of it anew.

                do $make$
                declare
                    rules text := md5($of$%2$s%3$s%8$s%9$s$of$ || (
                        select string_agg(pg_get_functiondef(oid), '' order by proname) from pg_proc
                        where proname in ('search_vector', 'search_said', 'search_heard', 'search_words', 'search_text', 'only_words', 'fold_letters', 'utf16_units', 'joined')
                            and pronamespace = current_schema()::regnamespace));
                begin
                    if obj_description(to_regclass('%4$s'), 'pg_class') is not distinct from rules then
                        return;
                    end if;
                    perform set_config('client_min_messages', 'warning', true);
                    drop table if exists %4$s;
                    create table %4$s (
                        id bigint primary key references %13$s (id) on delete cascade,
                        %5$s,
                        said text not null);
                    %10$s;
                %6$s
                %3$s
                    execute format('comment on table %4$s is %%L', rules);
                end $make$;

                create or replace function %4$s_follow() returns trigger language plpgsql as $$
                begin
                    %11$s
                    on conflict (id) do update set %7$s;
                    return null;
                end $$;

                -- An update writes every column; few change a word.
                create or replace function %4$s_follow_changes() returns trigger language plpgsql as $$
                begin
                    %12$s
                    on conflict (id) do update set %7$s;
                    return null;
                end $$;

                create or replace trigger %4$s_of_inserts after insert on %13$s referencing new table as fresh_rows
                    for each statement execute function %4$s_follow();
                create or replace trigger %4$s_of_updates after update on %13$s
                    referencing old table as past_rows new table as fresh_rows
                    for each statement execute function %4$s_follow_changes();
                """.formatted(
                schema.name(),
                vectors(),
                others.stream().map(SearchedWords::index).collect(Collectors.joining("\n", "", SYNONYMS + VOCABULARY)),
                root.beside(),
                columns(" tsvector not null"),
                root.columns().keySet().stream().map(this::index).collect(Collectors.joining("\n")),
                Stream.concat(root.columns().keySet().stream(), Stream.of(Table.said()))
                        .map(column -> column + " = excluded." + column)
                        .collect(Collectors.joining(", ")),
                told(),
                parts(),
                insert(root.name() + " r"),
                insert("fresh_rows r"),
                insert("fresh_rows r join past_rows p on p.id = r.id\n        where (" + sources("p")
                        + ") is distinct from (" + sources("r") + ")"),
                root.name());
    }

    /// The words of these rows. What they say is kept apart by `offset`, so that it is worked out once for all
    /// that is made of it.
    private String insert(String rows) {
        return """
                insert into %s select t.id,
                        %s
                    from (
                        select r.id,
                        %s
                        from %s
                        offset 0) t
                    cross join lateral (select concat_ws('|', %s) as said) w""".formatted(root.beside(), vectors(), told(), rows, parts());
    }

    private String told() {
        return root.saying("r").entrySet().stream()
                .map(one -> one.getValue() + " as " + one.getKey())
                .collect(Collectors.joining(",\n        "));
    }

    private String parts() {
        return root.saying("r").keySet().stream().map(column -> "t." + column).collect(Collectors.joining(", "));
    }

    private String vectors() {
        return root.columns().keySet().stream()
                .map(column -> "search_heard(" + (column.equals(Table.ALL) ? "w.said" : "t." + column) + ")")
                .collect(Collectors.joining(",\n        ", "", ",\n        w.said"));
    }

    private String columns(String type) {
        return root.columns().keySet().stream().map(column -> column + type).collect(Collectors.joining(",\n        "));
    }

    private String sources(String alias) {
        return root.fields().stream().map(field -> alias + '.' + field.column()).collect(Collectors.joining(", "));
    }

    private String index(String column) {
        return "    create index %1$s_%2$s on %1$s using gin (%2$s);".formatted(root.beside(), column);
    }

    private static String index(Table table) {
        return "    drop index if exists %1$s_words;\n    create index %1$s_words on %1$s using gin (%2$s);"
                .formatted(table.name(), Table.vector(table.fields(), ""));
    }
}
