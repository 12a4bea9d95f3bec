package dev.rozgar.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A board that an earlier version has left is brought up to what a new one is.
///
/// `boards` has the migrations of earlier versions, each as `git archive --format=zip` makes it of `db/migration`, and
/// beside each zip the rows of its time as SQL.
class EarlierBoardTest {
    /// All that was made in the schema, but for what Flyway keeps for itself.
    private static final String MADE = """
            select concat_ws(' ', 'column', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                a.attnotnull, a.attidentity, a.attgenerated, pg_get_expr(d.adbin, d.adrelid), l.collname)
            from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
            left join pg_collation l on l.oid = a.attcollation
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'm', 'p') and c.relname !~ '^flyway'
            union all
            select pg_get_indexdef(indexrelid) from pg_index join pg_class c on c.oid = indexrelid
            where c.relnamespace = 'public'::regnamespace and c.relname !~ '^flyway'
            union all
            select concat_ws(' ', conrelid::regclass, contypid::regtype, conname, pg_get_constraintdef(oid))
            from pg_constraint where connamespace = 'public'::regnamespace and conrelid::regclass::text !~ '^flyway'
            union all
            select pg_get_functiondef(oid) from pg_proc
            where pronamespace = 'public'::regnamespace and prokind in ('f', 'p')
            union all
            select pg_get_triggerdef(t.oid) from pg_trigger t where not tgisinternal
            union all
            select concat_ws(' ', 'view', c.relname, pg_get_viewdef(c.oid)) from pg_class c
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm')
            union all
            select concat_ws(' ', 'table', c.relname, c.reloptions) from pg_class c
            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname !~ '^flyway'
            union all
            select concat_ws(' ', 'type', typname, format_type(typbasetype, typtypmod), typnotnull, typdefault)
            from pg_type where typnamespace = 'public'::regnamespace and typtype in ('d', 'e')
            union all
            select concat_ws(' ', 'rights', relname, relacl) from pg_class
            where relnamespace = 'public'::regnamespace and relacl is not null
            union all
            select concat_ws(' ', 'rights', oid::regprocedure, proacl) from pg_proc
            where pronamespace = 'public'::regnamespace and proacl is not null
            union all
            select concat_ws(' ', 'sequence', seqrelid::regclass, seqstart, seqincrement, seqcache) from pg_sequence
            order by 1
            """;

    private static final String WORDS = "select w::text from job_words w order by id";

    static List<String> versions() throws IOException, URISyntaxException {
        URL boards = Objects.requireNonNull(EarlierBoardTest.class.getResource("/boards"));
        try (Stream<Path> files = Files.list(Path.of(boards.toURI()))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".zip"))
                    .map(name -> name.replace(".zip", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void endsUpAsANewBoardIs(String version, @TempDir Path folder) throws IOException {
        unpack(version, folder);
        try (TestDatabase board = TestDatabase.empty();
                TestDatabase fresh = TestDatabase.open()) {
            Flyway.configure()
                    .dataSource(board.connections())
                    .locations("filesystem:" + folder)
                    .load()
                    .migrate();
            String rows = new String(file(version + ".sql").readAllBytes(), StandardCharsets.UTF_8);
            List.of(board, fresh).forEach(one -> one.run(rows));

            board.postgres().migrate();

            assertEquals(List.of(), board.postgres().pendingMigrations());
            board.postgres().checkDeclaration();
            assertEquals(String.join("\n", fresh.ask(MADE)), String.join("\n", board.ask(MADE)));
            List<String> words = board.ask(WORDS);
            assertFalse(words.isEmpty());
            assertEquals(fresh.ask(WORDS), words);
        }
    }

    private static InputStream file(String name) {
        return Objects.requireNonNull(EarlierBoardTest.class.getResourceAsStream("/boards/" + name), name);
    }

    private static void unpack(String version, Path folder) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(file(version + ".zip"))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                Files.copy(zip, folder.resolve(Path.of(entry.getName()).getFileName()));
        }
    }
}
