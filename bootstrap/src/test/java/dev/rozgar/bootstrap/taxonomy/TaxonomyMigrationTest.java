package dev.rozgar.bootstrap.taxonomy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.bootstrap.taxonomy.Taxonomy.Entry;
import dev.rozgar.bootstrap.taxonomy.Taxonomy.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The migration is rendered from the table, committed and compared. To render it anew:
/// `mvn -pl bootstrap -am test -Dtest=TaxonomyMigrationTest -Dsurefire.failIfNoSpecifiedTests=false -Drender=true`;
/// once a version has been released, what is new goes into a migration of its own.
class TaxonomyMigrationTest {
    private static final Path MIGRATION =
            Path.of("../adapters-postgres/src/main/resources/db/migration/V9__taxonomy.sql");

    private final Taxonomy taxonomy = Taxonomy.standard();

    @Test
    void theMigrationIsWhatTheTableSays() throws IOException {
        var rendered = render();
        if (Boolean.getBoolean("render")) {
            Files.writeString(MIGRATION, rendered);
        }
        assertEquals(rendered, Files.readString(MIGRATION), "render it anew as the comment of this test says");
    }

    @Test
    void everyParentStandsBeforeItsChildren() {
        Set<String> seen = new HashSet<>();
        for (Entry entry : taxonomy.entries()) {
            var parents = parents(entry.kind());
            assertTrue(entry.parent().map(key -> seen.contains(parents + key)).orElse(true), () -> entry.key());
            assertTrue(seen.add(entry.kind() + entry.key()), () -> entry.key() + " appears twice");
        }
    }

    @Test
    void onlyIndustriesAndFieldsStandAlone() {
        assertTrue(taxonomy.entries().stream()
                .allMatch(entry ->
                        entry.parent().isPresent() || entry.kind() == Kind.INDUSTRY || entry.kind() == Kind.FIELD));
    }

    @Test
    void anOccupationIsFoundByItsLabelInAnyLetterCase() {
        assertEquals(1101, taxonomy.occupation("DELIVERY rider").orElseThrow().value());
    }

    private static Kind parents(Kind kind) {
        return switch (kind) {
            case INDUSTRY -> Kind.INDUSTRY;
            case FIELD, GROUP -> Kind.FIELD;
            case OCCUPATION -> Kind.GROUP;
        };
    }

    private String render() {
        return "-- Rendered from the taxonomy's table by a test; do not edit.\n\n"
                + insert("industry (code, label, parent_code)", Kind.INDUSTRY)
                + insert("occupation_field (id, label)", Kind.FIELD)
                + insert("occupation_group (id, label, field_id)", Kind.GROUP)
                + insert("occupation (id, label, group_id)", Kind.OCCUPATION).stripTrailing()
                + "\n";
    }

    private String insert(String into, Kind kind) {
        return taxonomy.entries().stream()
                .filter(entry -> entry.kind() == kind)
                .map(TaxonomyMigrationTest::row)
                .collect(Collectors.joining(",\n    ", "insert into " + into + " values\n    ", ";\n\n"));
    }

    private static String row(Entry entry) {
        return switch (entry.kind()) {
            case INDUSTRY ->
                "(" + quoted(entry.key()) + ", " + quoted(entry.label()) + ", "
                        + entry.parent().map(TaxonomyMigrationTest::quoted).orElse("null") + ")";
            case FIELD -> "(" + entry.key() + ", " + quoted(entry.label()) + ")";
            case GROUP, OCCUPATION ->
                "(" + entry.key() + ", " + quoted(entry.label()) + ", "
                        + entry.parent().orElseThrow() + ")";
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
