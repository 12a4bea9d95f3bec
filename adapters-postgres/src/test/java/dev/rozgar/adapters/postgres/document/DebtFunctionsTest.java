package dev.rozgar.adapters.postgres.document;

import static dev.rozgar.application.document.Declare.keyword;
import static dev.rozgar.application.document.Declare.many;
import static dev.rozgar.application.document.Declare.maybeOne;
import static dev.rozgar.application.document.Declare.one;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.postgres.PlainRows;
import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.Source;
import dev.rozgar.application.document.Source.Step;
import dev.rozgar.application.document.Sources;
import dev.rozgar.application.listing.JobFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The debts follow the declaration: as text, and in a database that the text is run in.
class DebtFunctionsTest {
    private static final TestDatabase DATABASE = TestDatabase.open();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void areCommittedAsTheyAreRendered() throws IOException {
        Path committed = Path.of("src/main/resources/db/migration/R__job_debts.sql");
        String rendered = DebtFunctions.render(JobFields.JOB);
        if (Boolean.getBoolean("rozgar.render")) Files.writeString(committed, rendered);

        assertEquals(rendered, Files.readString(committed), "to render it again: ./rozgar test -Drozgar.render=true");
    }

    @Test
    void compareANewColumnOfATableThatIsShown() {
        DocumentSchema more = JobFields.JOB.with(one("employer", "company_id", "company", keyword("motto")));

        String rendered = DebtFunctions.render(more);

        assertFalse(DebtFunctions.render(JobFields.JOB).contains("motto"));
        assertTrue(
                rendered.contains("(select id, slug, display_name, logo_url, state, size_band, industry_code, motto"));
    }

    /// Columns, triggers and the way back of a new table, of a list of its rows, and of what those refer to.
    @Test
    void followANewFieldIntoTheDatabase() {
        DATABASE.run("""
                create table agency (id bigint primary key, name text);
                create table brand (code text primary key, label text);
                create table agency_brand (
                    agency_id bigint references agency, position integer, brand_code text references brand, note text);
                alter table company add column agency_id bigint references agency;
                insert into agency values (1, 'First'), (2, 'Second');
                insert into brand values ('a', 'A'), ('b', 'B');
                insert into agency_brand values (1, 0, 'a', 'x');
                """);
        PlainRows.insertCompany(DATABASE, 1);
        PlainRows.putJob(DATABASE, 1, 1, "cook");
        DATABASE.run("update company set agency_id = 1");
        DATABASE.run(DebtFunctions.render(JobFields.JOB.with(one(
                "employer",
                "company_id",
                "company",
                maybeOne(
                        "agency",
                        "agency_id",
                        "agency",
                        "id",
                        keyword("name"),
                        many(
                                "brands",
                                "agency_brand",
                                "agency_id",
                                keyword("note"),
                                maybeOne("brand", "brand_code", "brand", "code", keyword("label"))))))));

        assertEquals(List.of("company 1"), owedBy("update company set agency_id = 1 + agency_id"));
        assertEquals(List.of("company 1"), owedBy("update company set agency_id = 1"));
        assertEquals(List.of("agency 1"), owedBy("update agency set name = 'Other' where id = 1"));
        assertEquals(List.of(), owedBy("update agency set name = 'Other' where id = 1"), "the same again");
        assertEquals(List.of("agency 1"), owedBy("update agency_brand set note = 'y'"));
        assertEquals(List.of("agency 2"), owedBy("insert into agency_brand values (2, 0, 'b', 'z')"));
        assertEquals(List.of("agency 2"), owedBy("delete from agency_brand where agency_id = 2"));
        assertEquals(List.of("brand a"), owedBy("update brand set label = 'Other' where code = 'a'"));
        assertEquals(List.of("job *"), owedBy("truncate agency_brand"));
        assertEquals(List.of("1"), DATABASE.ask("select * from job_documents_showing('agency', '1', 0, null)"));
        assertEquals(List.of(), DATABASE.ask("select * from job_documents_showing('agency', '2', 0, null)"));
        DATABASE.run("insert into agency_brand values (1, 0, 'a', 'x'), (1, 1, 'a', 'y')");
        assertEquals(List.of("1"), DATABASE.ask("select * from job_documents_showing('brand', 'a', 0, 5)"));
    }

    private static List<String> owedBy(String sql) {
        DATABASE.run("truncate index_fanout");
        DATABASE.run(sql);
        return DATABASE.ask("select source || ' ' || key from index_fanout order by 1");
    }

    static Set<Step> steps() {
        return Sources.of(JobFields.JOB).others().stream()
                .flatMap(source -> source.ways().stream())
                .map(Source.Way::steps)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
    }

    /// Else a row that nothing refers to could come or go and be shown, and no trigger would notice.
    @ParameterizedTest
    @MethodSource("steps")
    void goAlongForeignKeysThatHaveIndexes(Step step) {
        String from = step.many() ? step.table() : step.from();
        String column = step.many() ? step.column() : step.fromColumn();
        String to = step.many() ? step.from() : step.table();

        assertEquals(List.of("t"), DATABASE.ask("""
                select exists (select from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                    where c.contype = 'f' and c.conrelid = '%1$s'::regclass and c.confrelid = '%3$s'::regclass
                        and cardinality(c.conkey) = 1 and a.attname = '%2$s')
                """.formatted(from, column, to)), "a foreign key");
        assertEquals(List.of("t"), DATABASE.ask("""
                select exists (select from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
                    where i.indrelid = '%1$s'::regclass and a.attname = '%2$s')
                """.formatted(from, column)), "an index");
    }

    @Test
    void refuseADocumentThatShowsAnother() {
        DocumentSchema similar = JobFields.JOB.with(maybeOne("like", "like_id", "job", "id", keyword("slug")));

        assertThrows(IllegalArgumentException.class, () -> DebtFunctions.render(similar));
    }
}
