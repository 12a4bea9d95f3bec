package dev.rozgar.bootstrap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.bootstrap.Board;
import dev.rozgar.engines.Database;
import dev.rozgar.engines.TestEngines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Runs that fail at what they need: a sentence, what to do, and exit code 1.
class FailedRunsTest {
    /// Nobody listens there.
    private static final Map<String, String> NOWHERE = Map.of(
            "rozgar.postgres.url", "jdbc:postgresql://127.0.0.1:1/rozgar",
            "rozgar.elasticsearch.url", "http://127.0.0.1:1");

    private static Database empty;
    private static Database migrated;

    @TempDir
    private Path dir;

    @BeforeAll
    static void open() {
        empty = TestEngines.freshDatabase();
        migrated = TestEngines.freshDatabase();
        Said said = run("migrate", Board.postgres(migrated));
        assertEquals(Rozgar.OK, said.code(), said::toString);
        assertTrue(said.out().startsWith("Migrated: V1"), said::out);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve --port 0",
                "migrate",
                "seed",
                "import jobs.csv --profile nyc",
                "index rebuild",
                "demo",
                "bench writes"
            })
    void withoutPostgres(String verb) {
        run(inDir(verb), NOWHERE)
                .failedWith(Rozgar.FAILED, "PostgreSQL does not answer", "ROZGAR_POSTGRES_URL", "`rozgar doctor`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"index status", "index rebuild"})
    void withoutElasticsearch(String verb) {
        Said said = run(verb, Board.postgres(migrated), "rozgar.elasticsearch.url", "http://127.0.0.1:1");
        said.failedWith(Rozgar.FAILED, "Elasticsearch does not answer", "ROZGAR_ELASTICSEARCH_URL", "`rozgar doctor`");
        assertFalse(said.toString().contains("Exception"), said::toString);
    }

    @Test
    void doctorShowsWhatDoesNotAnswerAndHowToMendIt() {
        Said said = run(inDir("doctor"), NOWHERE);
        assertEquals(Rozgar.FAILED, said.code());
        assertTrue(
                said.out().matches("(?s).*fail\\s+PostgreSQL .*ROZGAR_POSTGRES_URL.*fail\\s+Elasticsearch .*"),
                said::out);
        assertFalse(said.out().contains("\tat "), said::out);
    }

    @Test
    void withTheWrongPassword() {
        run("migrate", Board.postgres(empty), "rozgar.postgres.user", "nobody-at-all")
                .failedWith(Rozgar.FAILED, "ROZGAR_POSTGRES_USER and ROZGAR_POSTGRES_PASSWORD");
    }

    @Test
    void withoutTheDatabase() {
        run("migrate", Board.postgres(empty.named("no_such_database")))
                .failedWith(Rozgar.FAILED, "no such database", "ROZGAR_POSTGRES_URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve --port 0", "seed", "import jobs.csv --profile nyc"})
    void onADatabaseThatIsNotMigrated(String verb) {
        run(verb, Board.postgres(empty)).failedWith(Rozgar.FAILED, "lacks", "`rozgar migrate`");
    }

    @Test
    void importingNoFile() {
        run("import no-such.csv --profile nyc", Board.postgres(migrated))
                .failedWith(Rozgar.FAILED, "There is no readable file no-such.csv");
    }

    @Test
    void importingWithoutAProfile() throws IOException {
        var file = Files.writeString(dir.resolve("jobs.csv"), "a,b\n1,2\n");
        run("import " + file, Board.postgres(migrated)).failedWith(Rozgar.FAILED, "needs a profile", "nyc, schema-org");
        run("import " + file + " --profile none", Board.postgres(migrated))
                .failedWith(Rozgar.FAILED, "There is no profile none", "nyc, schema-org");
        run("import " + file + " --profile nyc", Board.postgres(migrated))
                .failedWith(Rozgar.FAILED, "no column \"Business Title\"");
    }

    @Test
    void importingWhereTheRejectsCannotBeWritten() throws IOException {
        var file = Files.writeString(dir.resolve("jobs.ndjson"), "no json\n");
        run("import " + file + " --rejects " + dir.resolve("none/rejects.csv"), Board.postgres(migrated))
                .failedWith(Rozgar.FAILED, "none/rejects.csv", "--rejects");
    }

    @Test
    void rejectedRowsAreToldAndMakeItAnImportInPart() throws IOException {
        var file = Files.writeString(dir.resolve("jobs.ndjson"), "no json\n");
        Said said = run("import " + file, Board.postgres(migrated));
        assertEquals(Rozgar.IN_PART, said.code(), said::toString);
        assertTrue(said.out().contains("1 rejected") && said.out().contains("jobs.ndjson.rejects.csv"), said::out);
    }

    @Test
    void theIndexOfABoardThatHasNone() {
        run("index status", Board.postgres(migrated), "rozgar.write_policy", "sql_only")
                .failedWith(Rozgar.FAILED, "rozgar.write_policy");
    }

    private String inDir(String verb) {
        return switch (verb) {
            case "demo" -> verb + " --port 0 --dir " + dir;
            case "bench writes", "doctor" -> verb + " --dir " + dir;
            default -> verb;
        };
    }

    private static Said run(String verb, Map<String, String> settings, String... more) {
        List<String> arguments = new ArrayList<>(List.of(verb.split(" ")));
        settings.forEach((key, value) -> {
            if (more.length == 0 || !more[0].equals(key)) arguments.addAll(List.of("--set", key + "=" + value));
        });
        if (more.length > 0) arguments.addAll(List.of("--set", more[0] + "=" + more[1]));
        return Said.by(arguments);
    }
}
