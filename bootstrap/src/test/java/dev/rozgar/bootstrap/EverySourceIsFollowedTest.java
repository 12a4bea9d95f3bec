package dev.rozgar.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.rozgar.application.document.ColumnChange;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.engines.Database;
import dev.rozgar.engines.TestEngines;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a plain SQL statement changes of what a job shows, the document in Elasticsearch follows: every column of
/// the declaration, and what becomes of a company.
class EverySourceIsFollowedTest {
    private static final Database DATABASE = TestEngines.freshDatabase();
    private static Board board;
    private static long company;
    private static long job;

    @BeforeAll
    static void oneJobWithEverything() throws InterruptedException {
        board = Board.on(DATABASE, TestEngines.elasticsearch(), Map.of());
        company = board.company("followed");
        board.company("another");
        board.awaitIndex();
        job = Board.parse(board.post("/api/jobs", Board.job(company, "Farrier")))
                .getJsonNumber("id")
                .longValue();
        Sql.run(DATABASE, """
                do $$
                declare
                    c record;
                begin
                    for c in select conrelid::regclass as of, conname from pg_constraint
                        where contype = 'c' and conrelid <> 0 or contype = 'f' and conrelid = confrelid
                    loop
                        execute format('alter table %s drop constraint %I', c.of, c.conname);
                    end loop;
                end $$
                """);
        Sql.run(DATABASE, """
                update company set industry_code = 'transport.courier' where id = %2$d;
                update job set occupation_id = (select min(id) from occupation) where id = %1$d;
                delete from job_location where job_id = %1$d;
                insert into job_location values
                    (%1$d, 0, 'MG Road', 'Pune', 'Maharashtra', '411001', 'IN', 18.5, 73.8, 'STREET', 'place:1'),
                    (%1$d, 1, null, 'Mumbai', null, null, 'IN', null, null, 'LOCALITY', null);
                insert into job_shift values
                    (%1$d, 0, 'DAY', '09:00', '18:00', '{MONDAY}'), (%1$d, 1, 'NIGHT', null, null, '{FRIDAY}');
                insert into job_skill values
                    (%1$d, 0, 'skill:1', 'Driving', 'MUST', 10), (%1$d, 1, null, 'Cooking', 'NICE', 5);
                insert into job_language values
                    (%1$d, 0, 'language:1', 'Hindi', 'MUST', 10), (%1$d, 1, null, 'Marathi', 'NICE', 5);
                """.formatted(job, company));
    }

    @AfterAll
    static void close() {
        board.close();
    }

    /// Without those that the database writes itself, and the moments between which a job is shown at all.
    static List<ColumnChange> changes() {
        List<String> left = Sql.run(DATABASE, """
                select attrelid::regclass || '.' || attname from pg_attribute where attgenerated <> '' and attrelid > 16384
                union all select 'job.published_at'
                """);
        return ColumnChange.all(JobFields.JOB, "job.id = " + job).stream()
                .filter(change -> !left.contains(change.toString()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void isFollowed(ColumnChange change) throws InterruptedException {
        pay();
        String before = indexed();

        Sql.run(DATABASE, change.sql());
        pay();

        assertNotEquals(before, indexed(), change::sql);
        assertEquals(
                Sql.run(DATABASE, "select document from job_documents(array[" + job + "])")
                        .getFirst(),
                indexed());
    }

    @Test
    void nothingOfASuspendedCompanyStaysAndAllOfAReinstatedOneReturns() throws InterruptedException {
        long gone = board.company("soon-suspended");
        for (int i = 0; i < 30; i++) board.post("/api/jobs", Board.job(gone, "Suspended " + i));
        board.awaitIndex();
        assertEquals(30, found(gone));

        Sql.run(
                DATABASE,
                "update company set state = 'SUSPENDED', state_at = now(), state_reason = 'x' where id = " + gone);
        board.awaitIndex();
        assertEquals(0, found(gone));

        Sql.run(
                DATABASE,
                "update company set state = 'VERIFIED', display_name = 'Back', state_reason = null where id = " + gone);
        board.awaitIndex();
        assertEquals(30, found(gone));
        assertEquals(
                List.of("Back"),
                board
                        .json("/api/jobs?read_model=elasticsearch&limit=100&company.id=" + gone)
                        .getJsonArray("items")
                        .stream()
                        .map(item ->
                                item.asJsonObject().getJsonObject("company").getString("name"))
                        .distinct()
                        .toList());
    }

    @Test
    void nothingStaysOfJobsThatAreDeletedOrOfATableThatIsEmptied() throws InterruptedException {
        long gone = board.company("soon-deleted");
        for (int i = 0; i < 5; i++) board.post("/api/jobs", Board.job(gone, "Deleted " + i));
        board.awaitIndex();
        assertEquals(5, found(gone));

        Sql.run(DATABASE, "alter table charge drop constraint charge_job_id_fkey");
        Sql.run(DATABASE, "delete from job where company_id = " + gone);
        Sql.run(DATABASE, "truncate job_skill");
        board.awaitIndex();

        assertEquals(0, found(gone));
        assertEquals(
                Sql.run(DATABASE, "select document from job_documents(array[" + job + "])")
                        .getFirst(),
                indexed());
    }

    /// Until nothing is owed; a document is read by its id, so it need not be visible to searches.
    private static void pay() throws InterruptedException {
        Eventually.within(Duration.ofSeconds(60), "nothing is owed", () -> {
            board.wiring().copy().orElseThrow().relay().wake();
            return board.owed() == 0;
        });
    }

    private static int found(long of) {
        return board.json("/api/jobs?read_model=elasticsearch&limit=100&company.id=" + of)
                .getJsonArray("items")
                .size();
    }

    private static String indexed() {
        Optional<Document> document = board.wiring()
                .copy()
                .orElseThrow()
                .elasticsearch()
                .jobReadModel()
                .find(new JobId(job), Clock.systemUTC().instant());
        return document.orElseThrow().toString();
    }
}
