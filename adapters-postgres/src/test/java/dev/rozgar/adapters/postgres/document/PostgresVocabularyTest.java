package dev.rozgar.adapters.postgres.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.company.SampleCompanies;
import dev.rozgar.application.document.Kind;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.listing.Suggestions;
import dev.rozgar.application.posting.SampleJobs;
import dev.rozgar.application.words.Dictionary;
import dev.rozgar.application.words.Dictionary.Correction;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.JobState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresVocabularyTest {
    private static final TestDatabase DATABASE = TestDatabase.open();
    private static final Dictionary DICTIONARY = DATABASE.postgres().dictionary();
    private static final CompanyId COMPANY = new CompanyId(1);
    private static final Duration LONG = Duration.ofHours(1);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void someJobs() {
        DATABASE.run("truncate company cascade");
        DATABASE.run("truncate search_word; truncate search_suggestion;"
                + " update search_vocabulary set filled_at = null, seen = null");
        DATABASE.postgres().companyRepository().save(List.of(SampleCompanies.plain(COMPANY)));
        save(
                published(1, "Electrician"),
                published(2, "Electricians wanted"),
                published(3, "Café driver, C# and .net2"),
                SampleJobs.in(
                        new JobId(4),
                        COMPANY,
                        new JobState.Paused(SampleJobs.NOW, SampleJobs.NOW, SampleJobs.UNTIL),
                        SampleJobs.content("Welder")));
    }

    private static Job published(long id, String title) {
        return SampleJobs.in(
                new JobId(id),
                COMPANY,
                new JobState.Published(SampleJobs.NOW, SampleJobs.UNTIL),
                SampleJobs.content(title));
    }

    private static void save(Job... jobs) {
        DATABASE.postgres().jobRepository().save(List.of(jobs), Sync.ACCEPTED);
    }

    private static boolean fill(Duration pause) {
        return DATABASE.postgres().fillVocabulary(pause);
    }

    private static List<String> corrections(String typed) {
        List<String> spelt = new ArrayList<>();
        Map<String, List<Correction>> all = DICTIONARY.look(List.of(typed)).corrections();
        all.values().forEach(some -> some.forEach(one -> spelt.add(one.spelt())));
        return spelt;
    }

    @Test
    void aWordThatNoListedJobHasMayHaveBeenOneThatSomeHave() {
        fill(LONG);

        assertEquals(List.of("electrician"), corrections("Elektrician"));
        assertEquals(List.of("driver"), corrections("drievr"));
        assertEquals(List.of("driver"), corrections("river"));
        assertEquals(List.of("cafe"), corrections("cave"));
    }

    @Test
    void whatJobsOrSynonymsHaveIsNotMisspelt() {
        fill(LONG);

        assertEquals(List.of(), corrections("drivers"));
        assertEquals(List.of(), corrections("bai"));
        assertEquals(List.of(), corrections("maid"));
    }

    @Test
    void wordsOfHiddenJobsAreNoCorrections() {
        fill(LONG);

        assertEquals(List.of(), corrections("wellder"));
    }

    @Test
    void whatHasDigitsOrSignsIsNeverCorrected() {
        fill(LONG);

        assertEquals(List.of(), corrections("driver2"));
        assertEquals(List.of(), corrections("c+driver"));
        assertEquals(List.of(), DATABASE.ask("select spelt from search_word where spelt ~ '[^a-z]'"));
    }

    @Test
    void thoseOfSeveralTextsAreToldApart() {
        fill(LONG);

        assertEquals(
                Map.of(
                        "drievr", List.of(new Correction("driver", "driver")),
                        "elektrician", List.of(new Correction("electrician", "electrician"))),
                DICTIONARY.look(List.of("drievr", "Electrician", "elektrician")).corrections());
    }

    @Test
    void itIsCountedAgainWhenAJobHasChangedAndEnoughTimeHasPassed() {
        assertTrue(fill(LONG));
        assertFalse(fill(Duration.ZERO), "nothing has changed");

        save(published(5, "Blacksmith"));
        assertFalse(fill(LONG), "it was counted just now");
        assertEquals(List.of(), corrections("blaksmith"));

        assertTrue(fill(Duration.ZERO));
        assertEquals(List.of("blacksmith"), corrections("blaksmith"));
    }

    @Test
    void anEmptyBoardIsCountedAgainAsSoonAsItHasAJob() {
        DATABASE.run("truncate company cascade");
        fill(Duration.ZERO);
        DATABASE.postgres().companyRepository().save(List.of(SampleCompanies.plain(COMPANY)));
        save(published(1, "Electrician"));

        assertTrue(fill(LONG));
        assertEquals(List.of("electrician"), corrections("electricain"));
    }

    @Test
    void whatIsGoneIsForgotten() {
        fill(LONG);
        DATABASE.run("delete from job where id = 3");
        fill(Duration.ZERO);

        assertEquals(List.of(), corrections("drievr"));
    }

    private static List<String> suggested(String typed) {
        return DATABASE.postgres().suggestions().look(typed, 20).stream()
                .map(one -> one.kind() + " " + one.text())
                .toList();
    }

    @Test
    void aWordOfASuggestionBeginsWithTheLastOneTyped() {
        fill(LONG);

        assertEquals(List.of("TITLE Electrician", "TITLE Electricians wanted"), suggested("ele"));
        assertEquals(List.of("TITLE Electricians wanted"), suggested("wan"));
        assertEquals(List.of("LOCALITY Pune"), suggested("PUN"));
        assertEquals(
                Kind.PLACE.parse("IN//Pune").map(Value::text),
                DATABASE.postgres().suggestions().look("pun", 1).stream()
                        .map(Suggestions.Candidate::value)
                        .findFirst());
        assertEquals(List.of(), suggested("lectric"));
    }

    @Test
    void theWordsBeforeStandInItInWhateverOrder() {
        fill(LONG);

        assertEquals(List.of("TITLE Electricians wanted"), suggested("wanted ele"));
        assertEquals(List.of(), suggested("want ele"));
    }

    @Test
    void behindASpaceAnotherWordBegins() {
        fill(LONG);

        assertEquals(List.of(), suggested("electrician "));
        assertEquals(List.of("TITLE Electricians wanted"), suggested("electricians "));
    }

    @Test
    void accentsAndSignsAreAsInASearch() {
        fill(LONG);

        assertEquals(List.of("TITLE Café driver, C# and .net2"), suggested("CAFE"));
        assertEquals(List.of("TITLE Café driver, C# and .net2"), suggested("caf\u00e9 c#"));
        assertEquals(List.of(), suggested("'\\ & | ! :* ()"));
        assertEquals(List.of(), suggested(""));
        assertEquals(List.of(), suggested("o'neil\\"));
    }
}
