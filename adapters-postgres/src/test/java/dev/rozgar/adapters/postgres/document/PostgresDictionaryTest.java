package dev.rozgar.adapters.postgres.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.words.Dictionary;
import dev.rozgar.application.words.Dictionary.Entry;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PostgresDictionaryTest {
    private static final TestDatabase DATABASE = TestDatabase.open();
    private static final Dictionary DICTIONARY = DATABASE.postgres().dictionary();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void tellsTheWordsOfEachTextInOrder() {
        assertEquals(
                List.of(
                        new Entry("running drivers", List.of("run", "driver")),
                        new Entry("c#", List.of("c#")),
                        new Entry("", List.of()),
                        new Entry("cafe", List.of("cafe"))),
                DICTIONARY.look(List.of("Running  DRIVERS", "C#", "&", "Café")).texts());
    }

    @Test
    void findsGroupsByAnyOfTheirPhrases() {
        assertTrue(DICTIONARY.look(List.of("chauffeurs")).synonyms().stream()
                .anyMatch(group -> group.contains(List.of("driver"))));
        assertTrue(DICTIONARY.look(List.of("security", "guards")).synonyms().stream()
                .anyMatch(group -> group.contains(List.of("chowkidar"))));
    }

    @Test
    void aPhraseOfWhichAWordIsMissingLeadsNowhere() {
        assertTrue(DICTIONARY.look(List.of("security")).synonyms().stream()
                .noneMatch(group -> group.contains(List.of("chowkidar"))));
    }

    @Test
    void whatIsAddedHoldsAtOnce() {
        DATABASE.run("insert into search_synonym (group_id, phrase) values (9001, 'juggler'), (9001, 'baazigar')");

        assertEquals(
                List.of(List.of(List.of("baazigar"), List.of("juggler"))),
                DICTIONARY.look(List.of("jugglers")).synonyms());
    }
}
