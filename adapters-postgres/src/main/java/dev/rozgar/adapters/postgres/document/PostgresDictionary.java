package dev.rozgar.adapters.postgres.document;

import dev.rozgar.adapters.postgres.sql.PostgresPool;
import dev.rozgar.application.words.Dictionary;
import dev.rozgar.application.words.Spelling;
import dev.rozgar.application.words.Spelling.Known;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Words by the functions that the searched columns are made with, what is kept in `search_synonym`, and of
/// words that stand in neither a listed job nor a synonym those of `search_word` that look like them. One
/// round trip.
///
/// Which of these are near enough is worked out here: PostgreSQL's own distance is in an extension, which not every
/// server has, and knows no letters that have changed places. An index leaves some hundred words to be compared.
public final class PostgresDictionary implements Dictionary {
    /// Of words that look like a misspelt one, the commonest.
    private static final int LOOK_ALIKES = 5_000;

    // An emoji has a noncharacter behind it for the stemmer's sake, see search_text.
    private static final String LOOK = """
            with asked as materialized (
                select n, btrim(regexp_replace(replace(search_text(text), e'\\uFDD0', ''), ' +', ' ', 'g')) as folded,
                    search_words(text) as words
                from unnest(cast(? as text[])) with ordinality as a (text, n)),
            known as materialized (
                select coalesce(array_agg(distinct word), '{}') as words from asked, unnest(words) as word),
            unknown as materialized (
                select n, folded collate "C" as typed, char_length(folded) as letters,
                    case when char_length(folded) < %2$d then 1 else 2 end as slips
                from asked a
                where cardinality(words) = 1 and char_length(folded) between %1$d and 64 and folded !~ '[0-9#+./@ _-]'
                    and not exists (select from search_word v where v.word = a.words[1] collate "C")
                    and not exists (select from search_synonym s where search_words(s.phrase) @> a.words))
            select 0 as kind, n, folded, words, 0 as jobs from asked
            union all
            select 1, s.group_id, '', search_words(s.phrase), 0
            from search_synonym s
            where s.group_id in (
                select o.group_id from search_synonym o, known
                where search_words(o.phrase) && known.words and search_words(o.phrase) <@ known.words)
            union all
            select 2, u.n, v.spelt, array[v.word::text], v.jobs
            from unknown u, lateral (
                select spelt, word, w.n as jobs from search_word w
                where left(spelt, 1) = left(u.typed, 1) and char_length(spelt) between u.letters - slips and u.letters + slips
                union
                select spelt, word, w.n from search_word w where substr(spelt, 2) in (u.typed, substr(u.typed, 2))
                union
                select spelt, word, w.n from search_word w
                where spelt in (substr(u.typed, 2), substr(u.typed, 2, 1) || left(u.typed, 1) || substr(u.typed, 3))
                order by jobs desc limit %3$d) as v
            order by 1, 2, 4
            """.formatted(Spelling.SHORTEST, Spelling.LONG, LOOK_ALIKES);

    private final PostgresPool pool;

    public PostgresDictionary(PostgresPool pool) {
        this.pool = pool;
    }

    @Override
    public Entries look(List<String> texts) {
        return pool.read(LOOK, statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("text", texts.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                return entries(rows);
            }
        });
    }

    private static Entries entries(ResultSet rows) throws SQLException {
        List<Entry> texts = new ArrayList<>();
        Map<Long, List<List<String>>> groups = new LinkedHashMap<>();
        Map<Integer, List<Known>> alike = new LinkedHashMap<>();
        while (rows.next()) {
            List<String> words = words(rows.getArray(4));
            String text = rows.getString(3);
            switch (rows.getInt(1)) {
                case 0 -> texts.add(new Entry(text, words));
                case 1 -> {
                    if (!words.isEmpty())
                        groups.computeIfAbsent(rows.getLong(2), _ -> new ArrayList<>())
                                .add(words);
                }
                default ->
                    alike.computeIfAbsent(rows.getInt(2) - 1, _ -> new ArrayList<>())
                            .add(new Known(text, words.getFirst(), rows.getLong(5)));
            }
        }
        return new Entries(texts, List.copyOf(groups.values()), corrections(texts, alike));
    }

    private static Map<String, List<Correction>> corrections(List<Entry> texts, Map<Integer, List<Known>> alike) {
        Map<String, List<Correction>> corrections = new HashMap<>();
        alike.forEach((number, known) -> {
            Entry typed = texts.get(number);
            List<Correction> likely = Spelling.corrections(typed.folded(), known);
            if (!likely.isEmpty()) corrections.put(typed.words().getFirst(), likely);
        });
        return corrections;
    }

    private static List<String> words(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
