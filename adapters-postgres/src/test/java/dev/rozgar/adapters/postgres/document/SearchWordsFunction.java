package dev.rozgar.adapters.postgres.document;

import dev.rozgar.application.document.TextRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/// Renders the SQL of `search_words` and its like: [TextRules], with Lucene's own table of what a letter
/// becomes without its accents.
final class SearchWordsFunction {
    /// What becomes of a letter with an accent, and of what is only written in another way.
    private static final Map<Character, String> FOLDING = folding();

    private SearchWordsFunction() {}

    static String render() {
        return """
                -- Rendered from the declared text rules and Lucene's table of ASCII folding; not edited by hand.

                -- Snowball, as Lucene has it: without stop words.
                do $$
                begin
                    if not exists (select from pg_ts_dict where dictname = 'search_stem' and pg_ts_dict_is_visible(oid)) then
                        create text search dictionary search_stem (template = snowball, language = %1$s);
                    end if;
                end $$;

                -- Functions that an index calls find what they call themselves when they are made: nobody's search path is asked. So
                -- those in PL/pgSQL call only what PostgreSQL brings. They are in it because it makes ready only the expressions that
                -- it comes to; SQL would make ready the whole table of letters for each call, which took longer than all the rest.

                -- A text with nothing but words in it, apart by spaces. Most gaps are one space already, and stay.
                create or replace function only_words(given text) returns text
                language plpgsql immutable strict parallel safe as $$
                declare
                    words text := regexp_replace(' ' || given || ' ',
                        '%2$s',
                        ' ', 'g');
                begin
                    -- One of several signs before a word may belong to it.
                    if position(' %3$s%3$s' in words) > 0 then
                        words := regexp_replace(words, ' [%3$s]+', ' %3$s', 'g');
                    end if;
                    return words;
                end $$;

                -- Small letters without their accents; without them some are capitals again. One round for each letter that has one:
                -- most texts have none, and the others a few.
                create or replace function fold_letters(given text) returns text
                language plpgsql immutable strict parallel safe as $$
                declare
                    folded text := lower(given collate "pg_c_utf8");
                    letter text;
                begin
                    if octet_length(folded) = char_length(folded) then
                        return folded;
                    end if;
                    loop
                        letter := substring(folded from '[%4$s]');
                        exit when letter is null;
                        folded := replace(folded, letter, (
                %5$s
                            ::text[])[position(letter in
                %6$s)]);
                    end loop;
                    return lower(folded collate "pg_c_utf8");
                end $$;

                -- Lucene counts UTF-16 units, of which an emoji has two: a noncharacter stands in for the second one. Cut between the
                -- two, Lucene has half an emoji, which it writes as a replacement character.
                create or replace function utf16_units(given text) returns text
                language plpgsql immutable strict parallel safe as $$
                declare
                    units text := regexp_replace(given, '([\\U00010000-\\U0010FFFF])', e'\\\\1\\uFDD0', 'g');
                begin
                    if units <> given then
                        units := regexp_replace(units, '( [^ ]{%7$d})[\\U00010000-\\U0010FFFF][^ ]*', e'\\\\1\\uFFFD', 'g');
                    end if;
                    return units;
                end $$;

                -- A text in small letters without accents, its words apart by spaces.
                create or replace function search_text(given text) returns text
                language sql immutable strict parallel safe
                begin atomic
                    select utf16_units(fold_letters(only_words(given)));
                end;

                -- The words of a text, in order: what a search by word compares.
                create or replace function search_words(given text) returns text[]
                language sql immutable strict parallel safe
                begin atomic
                    select coalesce(array_agg(replace((ts_lexize('search_stem', left(word, %8$d)))[1], e'\\uFDD0', '')), '{}')
                    from string_to_table(search_text(given), ' ') as word
                    where word <> '';
                end;

                -- Each of these words once, as an index takes them.
                create or replace function search_vector(given text) returns tsvector
                language sql immutable strict parallel safe
                begin atomic
                    select array_to_tsvector(search_words(given));
                end;

                -- The words of several texts in order between spaces, and a bar, which is no word, between two texts: no
                -- phrase goes on behind it. All texts in one call, which takes longer to begin than a short text's words do.
                create or replace function search_said(given text[]) returns text
                language sql immutable strict parallel safe
                begin atomic
                    select ' ' || coalesce(
                        replace(string_agg((ts_lexize('search_stem', left(word, %8$d)))[1], ' '), e'\\uFDD0', '') || ' ', '')
                    from string_to_table(utf16_units(fold_letters(
                        (select string_agg(only_words(one), '|') from unnest(given) as one))), ' ') as word
                    where word <> '';
                end;

                -- What stood in its place, of one text.
                drop function if exists search_said(text);

                -- What was said, each word once.
                create or replace function search_heard(said text) returns tsvector
                language sql immutable strict parallel safe
                begin atomic
                    select array_to_tsvector(array_remove(array_remove(string_to_array(said, ' '), ''), '|'));
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
                        gap(),
                        TextRules.MAY_LEAD,
                        set(FOLDING.keySet()),
                        literal(FOLDING.values().stream()
                                .map(SearchWordsFunction::element)
                                .collect(Collectors.joining(",", "{", "}"))),
                        literal(FOLDING.keySet().stream().map(String::valueOf).collect(Collectors.joining())),
                        TextRules.LONGEST_WORD - 1,
                        TextRules.LONGEST_WORD);
    }

    /// What is not a word, wherever it is more than one space: separators with the signs around them that belong
    /// to no word.
    private static String gap() {
        String behind = '[' + TextRules.NEVER_LAST.replace("-", "\\-") + ']';
        String before = TextRules.NEVER_FIRST.replace("-", "\\-");
        String lead = '[' + before + TextRules.MAY_LEAD + "]*[" + before + ']';
        return "(" + behind + "*[" + Separators.BESIDE_SPACE + "]|" + behind + "+ )[" + Separators.ALL + "]*(" + lead
                + ")?| " + lead;
    }

    private static Map<Character, String> folding() {
        Map<Character, String> found = new TreeMap<>();
        for (int c = 0x80; c <= Character.MAX_VALUE; c++) {
            String folded = fold((char) c);
            if (folded.charAt(0) != c) found.put((char) c, folded);
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
                .map(range -> range[0] == range[1]
                        ? Separators.escape(range[0])
                        : Separators.escape(range[0]) + "-" + Separators.escape(range[1]))
                .collect(Collectors.joining());
    }

    private static String element(String folded) {
        return folded.chars().allMatch(Character::isLetterOrDigit)
                ? folded
                : '"' + folded.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String literal(String text) {
        return "            '" + text.replace("'", "''") + "'";
    }
}
