package dev.rozgar.adapters.postgres.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.application.listing.JobFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// What finds rows by their words follows the declaration.
class SearchedWordsTest {
    @Test
    void isCommittedAsItIsRendered() throws IOException {
        Path committed = Path.of("src/main/resources/db/migration/R__searched_words.sql");
        String rendered = SearchedWords.render(JobFields.JOB);
        if (Boolean.getBoolean("rozgar.render")) Files.writeString(committed, rendered);

        assertEquals(rendered, Files.readString(committed), "to render it again: ./rozgar test -Drozgar.render=true");
    }
}
