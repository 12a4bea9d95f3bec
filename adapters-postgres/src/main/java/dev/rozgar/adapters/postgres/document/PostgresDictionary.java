package dev.rozgar.adapters.postgres.document;

import dev.rozgar.adapters.postgres.sql.PostgresFailures;
import dev.rozgar.application.words.Dictionary;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/// Words by the functions that the searched columns are made with, and what is kept in `search_synonym`. One round trip.
public final class PostgresDictionary implements Dictionary {
    // An emoji has a noncharacter behind it for the stemmer's sake, see search_text.
    private static final String LOOK = """
            with asked as materialized (
                select n, btrim(regexp_replace(replace(search_text(text), e'\\uFDD0', ''), ' +', ' ', 'g')) as folded,
                    search_words(text) as words
                from unnest(cast(? as text[])) with ordinality as a (text, n)),
            known as materialized (
                select coalesce(array_agg(distinct word), '{}') as words from asked, unnest(words) as word)
            select 0 as kind, n, folded, words from asked
            union all
            select 1, s.group_id, '', search_words(s.phrase)
            from search_synonym s
            where s.group_id in (
                select o.group_id from search_synonym o, known
                where search_words(o.phrase) && known.words and search_words(o.phrase) <@ known.words)
            order by 1, 2, 4
            """;

    private final DataSource pool;

    public PostgresDictionary(DataSource pool) {
        this.pool = pool;
    }

    @Override
    public Entries look(List<String> texts) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(LOOK)) {
            statement.setArray(1, connection.createArrayOf("text", texts.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                return entries(rows);
            }
        } catch (SQLException failure) {
            throw PostgresFailures.of(failure);
        }
    }

    private static Entries entries(ResultSet rows) throws SQLException {
        List<Entry> texts = new ArrayList<>();
        Map<Long, List<List<String>>> groups = new LinkedHashMap<>();
        while (rows.next()) {
            List<String> words = words(rows.getArray(4));
            if (rows.getInt(1) == 0) texts.add(new Entry(rows.getString(3), words));
            else if (!words.isEmpty())
                groups.computeIfAbsent(rows.getLong(2), _ -> new ArrayList<>()).add(words);
        }
        return new Entries(texts, List.copyOf(groups.values()), Map.of());
    }

    private static List<String> words(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
