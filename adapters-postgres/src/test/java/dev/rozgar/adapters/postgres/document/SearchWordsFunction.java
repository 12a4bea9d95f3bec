package dev.rozgar.adapters.postgres.document;

import dev.rozgar.application.document.TextRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/// Renders the SQL of `search_words` and its like: [TextRules], with Lucene's own table of what a letter becomes without its
/// accents.
final class SearchWordsFunction {
    /// Where the tokenizer `whitespace` cuts a word.
    private static final int LONGEST_WORD = 255;

    private SearchWordsFunction() {}

    static String render() {
        return """
                -- Rendered from the declared text rules and Lucene's table of ASCII folding; not edited by hand.

                -- Snowball, as Lucene has it: without stop words. And PostgreSQL's own parser, every kind of word stemmed by it.
                do $$
                begin
                    if not exists (select from pg_ts_dict where dictname = 'search_stem' and pg_ts_dict_is_visible(oid)) then
                        create text search dictionary search_stem (template = snowball, language = %s);
                        create text search configuration search_parser (parser = default);
                        alter text search configuration search_parser
                            add mapping for asciiword, word, numword, uint, int, float, sfloat, version, host, email, url, url_path,
                                file, hword, asciihword, numhword, hword_part, hword_asciipart, hword_numpart
                            with search_stem;
                    end if;
                end $$;

                -- Letters without their accents. The tests before the replacements are cheap, and most text passes none of them.
                create or replace function fold_letters(given text) returns text
                language sql immutable strict parallel safe as $$
                    select case when one ~ '[%s]' then translate(one,
                %s) else one end
                    from (select case when given ~ '[%s]' then
                %s else given end as one) as folded
                $$;

                -- A text in small letters without accents, its words apart by spaces.
                --
                -- Lucene's stemmer counts UTF-16 units, of which an emoji has two: a noncharacter stands in for the second one.
                create or replace function search_text(given text) returns text
                language sql immutable strict parallel safe
                begin atomic
                    select fold_letters(lower(
                %s
                        collate "pg_c_utf8"));
                end;

                -- The words of a text, in order: what a search by word compares.
                create or replace function search_words(given text) returns text[]
                language sql immutable strict parallel safe
                begin atomic
                    select coalesce(array_agg(replace((ts_lexize('search_stem', piece))[1], e'\\uFDD0', '') order by place, part), '{}')
                    from string_to_table(search_text(given), ' ') with ordinality as words (word, place),
                        generate_series(0, (char_length(word) - 1) / %d) as part,
                        substr(word, part * %d + 1, %d) as piece
                    where word <> '';
                end;

                -- Each of these words once, as an index takes them; for signs inside of words stand letters of a dead script, so that
                -- PostgreSQL's own parser takes a word for one. It is many times as fast, and knows what is a word in ASCII alone.
                --
                -- Functions that an index calls find what they call themselves when they are made: nobody's search path is asked.
                create or replace function search_vector(given text) returns tsvector
                language sql immutable strict parallel safe
                begin atomic
                    select case when octet_length(folded) = char_length(folded) and folded !~ '[^ ]{%d}[^ ]'
                        then strip(to_tsvector('search_parser', translate(folded, '%s', '%s')))
                        else array_to_tsvector(string_to_array(
                            nullif(translate(array_to_string(search_words(given), ' '), '%s', '%s'), ''), ' ')) end
                    from search_text(given) as folded;
                end;

                -- Whether these words stand side by side in a text.
                create or replace function has_phrase(given text, words text[]) returns boolean
                language sql immutable parallel safe
                begin atomic
                    select position(' ' || array_to_string(words, ' ') || ' '
                        in ' ' || array_to_string(search_words(given), ' ') || ' ') > 0;
                end;

                -- The same of a list of texts, each by itself.
                create or replace function has_phrase(given text[], words text[]) returns boolean
                language sql immutable parallel safe
                begin atomic
                    select coalesce(bool_or(has_phrase(one, words)), false) from unnest(given) as one;
                end;

                -- A list as one text, for its words.
                create or replace function joined(given text[]) returns text
                language sql immutable parallel safe as $$
                    select coalesce(string_agg(one, ' '), '') from unnest(given) as one
                $$;
                """.formatted(
                        TextRules.STEMMER.toLowerCase(Locale.ROOT),
                        set(folding(1).keySet()),
                        table(folding(1)),
                        set(folding(2).keySet()),
                        replacements(folding(2)),
                        rules(),
                        LONGEST_WORD,
                        LONGEST_WORD,
                        LONGEST_WORD,
                        LONGEST_WORD,
                        SearchLetters.SIGNS,
                        SearchLetters.LETTERS,
                        SearchLetters.SIGNS,
                        SearchLetters.LETTERS);
    }

    /// Characters that fold to one character, or to more.
    ///
    /// @param least 1 for the former, 2 for the latter
    private static Map<Character, String> folding(int least) {
        Map<Character, String> found = new TreeMap<>();
        for (int c = 0x80; c <= Character.MAX_VALUE; c++) {
            String folded = fold((char) c);
            boolean wanted = least == 1 ? folded.length() == 1 : folded.length() > 1;
            if (wanted && folded.charAt(0) != c) found.put((char) c, folded);
        }
        return found;
    }

    static String fold(char c) {
        char[] out = new char[8];
        int length = ASCIIFoldingFilter.foldToASCII(new char[] {c}, 0, out, 0, 1);
        return new String(out, 0, length);
    }

    private static String set(Iterable<Character> characters) {
        List<int[]> ranges = new ArrayList<>();
        for (char c : characters) {
            if (!ranges.isEmpty() && ranges.getLast()[1] == c - 1) ranges.getLast()[1] = c;
            else ranges.add(new int[] {c, c});
        }
        return ranges.stream()
                .map(range -> range[0] == range[1] ? escape(range[0]) : escape(range[0]) + "-" + escape(range[1]))
                .collect(Collectors.joining());
    }

    private static String escape(int c) {
        return String.format("\\u%04X", c);
    }

    private static String table(Map<Character, String> folding) {
        return literal(folding.keySet().stream().map(String::valueOf).collect(Collectors.joining())) + ",\n"
                + literal(String.join("", folding.values()));
    }

    private static String literal(String text) {
        return "        '" + text.replace("'", "''") + "'";
    }

    private static String replacements(Map<Character, String> folding) {
        StringBuilder sql = new StringBuilder("given");
        folding.forEach((from, to) -> sql.insert(0, "replace(").append(", '" + from + "', '" + to + "')"));
        return "        " + sql.toString().replaceAll("(.{1,110}\\),)(?= )", "$1\n       ");
    }

    private static String rules() {
        StringBuilder sql = new StringBuilder("given");
        for (var rule : TextRules.REPLACEMENTS) {
            // No text in PostgreSQL holds a NUL, and no pattern may name it.
            String pattern = rule.pattern().replace("\\u0000", "\\u0001").replace("'", "''");
            sql.insert(0, "regexp_replace(")
                    .append(",\n            '" + pattern + "', '" + rule.by().replace('$', '\\') + "', 'g')");
        }
        sql.insert(0, "regexp_replace(").append(",\n            '([\\U00010000-\\U0010FFFF])', e'\\\\1\\uFDD0', 'g')");
        return "        " + sql;
    }
}
