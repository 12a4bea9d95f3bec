package dev.rozgar.engines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseTest {
    private static final Database DATABASE =
            new Database("jdbc:postgresql://db.example:5432/rozgar?ssl=true&password=hidden", "me", "secret");

    @Test
    void anotherDatabaseKeepsServerAndParameters() {
        assertEquals(
                "jdbc:postgresql://db.example:5432/other?ssl=true&password=hidden",
                DATABASE.named("other").jdbcUrl());
    }

    @Test
    void nothingThatIsPrintedShowsAPassword() {
        assertFalse(DATABASE.toString().contains("secret"));
        var lines = PostgresEngine.at(DATABASE).describe()
                + ElasticsearchEngine.at(URI.create("https://me:secret@search.example:9200"))
                        .describe();
        assertFalse(lines.contains("secret") || lines.contains("hidden"), lines);
    }

    @Test
    void anAddressOfAnotherKindIsRefused() {
        assertThrows(EngineFailure.class, () -> new Database("postgres://db.example/rozgar", "me", "secret"));
    }

    @Test
    void theEnvironmentNamesServersThatAreUsedAndNotStopped() {
        var engines = Engines.of(Map.of(
                Engines.POSTGRES_URL, "jdbc:postgresql://db.example/rozgar",
                Engines.POSTGRES_USER, "me",
                Engines.ELASTICSEARCH_URL, "https://search.example:9200"));
        var postgres = engines.postgres(EngineOptions.temporary());
        assertEquals(Origin.CONFIGURED, postgres.origin());
        assertEquals("me", postgres.user());
        assertThrows(EngineFailure.class, postgres::stop);
        assertEquals(
                URI.create("https://search.example:9200"),
                engines.elasticsearch(EngineOptions.temporary()).uri());
    }
}
