package dev.rozgar.bootstrap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.bootstrap.Board;
import dev.rozgar.bootstrap.Sql;
import dev.rozgar.engines.Database;
import dev.rozgar.engines.TestEngines;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadLettersCommandTest {
    private static final Database DATABASE = TestEngines.freshDatabase();
    private static final Map<String, String> BOARD = Board.postgres(DATABASE);

    @BeforeAll
    static void migrate() {
        assertEquals(Rozgar.OK, rozgar("migrate").code());
    }

    @BeforeEach
    void threeSetAside() {
        Sql.run(DATABASE, "truncate index_ledger");
        Sql.run(DATABASE, """
                insert into index_ledger (doc_type, doc_id, wanted, since, next_try, tries, error, set_aside)
                select 'job', id, 1, '2026-03-01 09:30:00Z', now(), 5, 'no such field', true from generate_series(1, 3) id""");
    }

    @Test
    void tellsWhatWasRefusedAndHowManyMore() {
        Said said = rozgar("index dead-letters --limit 2");

        assertEquals(Rozgar.OK, said.code(), said::toString);
        assertTrue(
                said.out().startsWith("job 1  refused 5 times, owed since 2026-03-01T09:30:00Z: no such field"),
                said::out);
        assertTrue(said.out().lines().anyMatch("and 1 more"::equals), said::out);
    }

    @Test
    void tellsItToProgramsAsJson() {
        assertEquals(
                "{\"items\":[{\"id\":1,\"error\":\"no such field\",\"tries\":5,"
                        + "\"since\":\"2026-03-01T09:30:00Z\"}],\"total\":3}",
                rozgar("index dead-letters --limit 1 --json").out().strip());
    }

    @Test
    void redrivesOneAndThenTheOthers() {
        assertEquals("1 owed once more.", rozgar("index redrive --id 2").out().strip());
        assertEquals(1, Sql.number(DATABASE, "select count(*) from index_ledger where owed"));
        rozgar("index redrive --id 2").failedWith(Rozgar.FAILED, "Job 2 is not set aside.");

        assertEquals("2 owed once more.", rozgar("index redrive").out().strip());
        assertEquals("Nothing is set aside.", rozgar("index redrive").out().strip());
        assertEquals("Nothing is set aside.", rozgar("index dead-letters").out().strip());
    }

    private static Said rozgar(String line) {
        return Said.by(Stream.concat(
                        Stream.of(line.split(" ")),
                        BOARD.entrySet().stream().flatMap(e -> Stream.of("--set", e.getKey() + "=" + e.getValue())))
                .toList());
    }
}
