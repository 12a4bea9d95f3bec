package dev.rozgar.adapters.postgres.document;

import dev.rozgar.adapters.postgres.sql.PostgresPool;
import dev.rozgar.application.listing.Suggestions;
import java.util.List;

/// Suggestions from the table that is filled in the background, by an index on their words.
public final class PostgresSuggestions implements Suggestions {
    private static final String LOOK = """
            with typed as materialized (
                select array_remove(written_words(?), '') as words, cast(? as boolean) as ended),
            wanted as materialized (
                select count(*) as n, bool_or(ended) as ended, string_agg(
                    '''' || replace(replace(word, '\\', '\\\\'), '''', '''''') || ''''
                        || case when place = cardinality(words) and not ended then ':*' else '' end, ' & ')::tsquery as query
                from typed, unnest(words) with ordinality as w (word, place))
            select s.kind, s.value, s.text from search_suggestion s, wanted w
            where s.words @@ w.query and (not w.ended or length(s.words) > w.n)
            order by s.n desc, s.text collate "C", s.kind, s.value
            limit ?
            """;

    private final PostgresPool pool;

    public PostgresSuggestions(PostgresPool pool) {
        this.pool = pool;
    }

    @Override
    public List<Candidate> look(String typed, int most) {
        boolean ended = !typed.isEmpty() && Character.isWhitespace(typed.charAt(typed.length() - 1));
        return pool.rows(
                LOOK,
                row -> new Candidate(Kind.valueOf(row.getString(1)), row.getString(2), row.getString(3)),
                typed,
                Boolean.toString(ended),
                most);
    }
}
