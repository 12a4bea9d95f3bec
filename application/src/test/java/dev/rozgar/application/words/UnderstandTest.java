package dev.rozgar.application.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Weight;
import dev.rozgar.application.document.Wording;
import dev.rozgar.application.words.Dictionary.Correction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class UnderstandTest {
    private static final Dictionary DICTIONARY = new PlainDictionary(
            List.of(
                    List.of(List.of("driver"), List.of("chauffeur")),
                    List.of(List.of("security", "guard"), List.of("chowkidar"))),
            Map.of("drivr", List.of(new Correction("driver", "driver"))));

    @Test
    void aWordIsItselfAndWhatSaysTheSame() {
        assertEquals("ALL driver 100, ALL chauffeur 75", wordings("driver", 0));
    }

    @Test
    void aPhraseStandsInForAWord() {
        assertEquals("ALL chowkidar 100, PHRASE security guard 75", wordings("chowkidar", 0));
    }

    @Test
    void neighbouringWordsAreTakenTogetherWhereOthersStandInForThem() {
        Understanding understanding = understood("night security guard");

        assertEquals(2, understanding.meanings().size());
        assertEquals("ALL security guard 100, ALL chowkidar 75", wordings("night security guard", 1));
    }

    @Test
    void wordsOfDifferentKindsAreNotTakenTogether() {
        assertEquals(2, understood("security -guard").meanings().size());
        assertEquals(2, understood("security guard*").meanings().size());
    }

    @Test
    void aPhraseIsItsWordsSideBySide() {
        assertEquals("PHRASE night driver 100", wordings("\"night driver\"", 0));
        assertEquals("PHRASE security guard 100, ALL chowkidar 75", wordings("\"security guard\"", 0));
    }

    @Test
    void aMisspeltWordIsItselfAndLessWhatItMayHaveBeen() {
        assertEquals("ALL drivr 100, ALL driver 50", wordings("drivr", 0));
        assertEquals(
                List.of("driver"), understood("drivr").meanings().getFirst().corrections());
    }

    @Test
    void theQueryIsToldWithTheCorrectionAndItsOperators() {
        String typed = " night  +drivr -\"security guard\" & deliv*";

        assertEquals(
                Optional.of(" night  +driver -\"security guard\" & deliv*"),
                understood(typed).corrected(typed));
        assertEquals(Optional.empty(), understood("night driver").corrected("night driver"));
    }

    @Test
    void whatHasNoWordsIsToldAndNotLookedFor() {
        Understanding understanding = understood("chef & baker");

        assertEquals(List.of("&"), understanding.ignored());
        assertEquals(2, understanding.meanings().size());
    }

    @Test
    void whatMustNotBeThereIsTheContraryOfAFilter() {
        List<Filter> filters = understood("+cook -sales waiter").filters(List.of(Weight.A));

        assertEquals(2, filters.size());
        assertInstanceOf(Filter.Words.class, filters.get(0));
        assertInstanceOf(Filter.Not.class, filters.get(1));
    }

    private static Understanding understood(String typed) {
        return new Understand(DICTIONARY)
                .handle(TextQuery.parse(typed, false, _ -> {}).orElseThrow());
    }

    private static String wordings(String typed, int meaning) {
        return understood(typed).meanings().get(meaning).any().stream()
                .map(UnderstandTest::text)
                .collect(Collectors.joining(", "));
    }

    private static String text(Wording wording) {
        return wording.form() + " " + String.join(" ", wording.words()) + " " + wording.worth();
    }
}
