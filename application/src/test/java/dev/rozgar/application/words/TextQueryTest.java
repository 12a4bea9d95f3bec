package dev.rozgar.application.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.words.TextQuery.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextQueryTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "delivery rider | MUST WORD delivery, MUST WORD rider",
                "+night driver | MUST WORD night, SHOULD WORD driver",
                "driver -sales | MUST WORD driver, NOT WORD sales",
                "-sales | NOT WORD sales",
                "\"security guard\" | MUST PHRASE security guard",
                "+\"day shift\" -\"call centre\" cook | MUST PHRASE day shift, NOT PHRASE call centre, SHOULD WORD cook",
                "deliv* | MUST PREFIX deliv",
                "C# .net C++ ci/cd part-time | MUST WORD C#, MUST WORD .net, MUST WORD C++, MUST WORD ci/cd, MUST WORD part-time",
                "\"a\"b | MUST PHRASE a, MUST WORD b"
            })
    void takesItApart(String typed, String clauses) {
        assertEquals(clauses, text(parsed(typed)));
    }

    @Test
    void takesEverySignForTextWithoutOperators() {
        TextQuery query = TextQuery.parse("+a -b \"c d* *", true, _ -> {}).orElseThrow();

        assertEquals(
                List.of("+a", "-b", "\"c", "d*", "*"),
                query.clauses().stream().map(Clause::text).toList());
    }

    @Test
    void splitsAtSpacesOfEveryWidth() {
        assertEquals(2, parsed("night\u3000driver").clauses().size());
        assertEquals(2, parsed("night\u00A0driver").clauses().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "a + | has a + with nothing behind it",
                "- | has a - with nothing behind it",
                "\"open | has a \" that is not closed",
                "\" \" | has quotes around nothing",
                "*ing | has a * before a word: it may stand behind its beginning",
                "d* | has a prefix shorter than 2 letters",
                "aa* bb* cc* dd* -ee* | may have 4 words that end with *",
                "+ \"x | has a + with nothing behind it; has a \" that is not closed"
            })
    void tellsEveryFault(String typed, String faults) {
        assertEquals(faults, String.join("; ", faults(typed)));
    }

    @Test
    void hasBounds() {
        assertEquals(List.of("has no words"), faults("  "));
        assertEquals(List.of("may have 16 words and phrases"), faults("a ".repeat(17)));
        assertEquals(List.of("may have 255 characters at most"), faults("a".repeat(256)));
        assertTrue(faults("😀".repeat(255)).isEmpty());
        assertTrue(faults("a ".repeat(16)).isEmpty());
    }

    private static List<String> faults(String typed) {
        List<String> faults = new ArrayList<>();
        Optional<TextQuery> query = TextQuery.parse(typed, false, faults::add);
        assertEquals(query.isEmpty(), !faults.isEmpty());
        return faults;
    }

    private static TextQuery parsed(String typed) {
        return TextQuery.parse(typed, false, fault -> {
                    throw new AssertionError(fault);
                })
                .orElseThrow();
    }

    private static String text(TextQuery query) {
        return query.clauses().stream()
                .map(clause -> clause.occur() + " " + clause.form() + " " + clause.text())
                .collect(Collectors.joining(", "));
    }
}
