package dev.rozgar.engines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TestEnginesTest {
    @Test
    void freshDatabasesAreEmptyAndApart() throws SQLException {
        var one = TestEngines.freshDatabase();
        var other = TestEngines.freshDatabase();
        Sql.run(one, "create table mine as select 1 as x");
        assertEquals("1", tables(one));
        assertEquals("0", tables(other));
    }

    @Test
    void aDatabaseLikeATemplateHasWhatTheTemplateHas() throws SQLException {
        var template = TestEngines.freshDatabase();
        Sql.run(template, "create table mine as select 1 as x");
        assertEquals("1", tables(TestEngines.freshDatabaseLike(template)));
    }

    @Test
    void indexPrefixesAreApartAndLegal() {
        var prefix = TestEngines.freshIndexPrefix();
        assertNotEquals(prefix, TestEngines.freshIndexPrefix());
        assertTrue(prefix.matches("[a-z][a-z0-9_]*-"), prefix);
    }

    @Test
    void oneServerServesAllTests() {
        assertEquals(TestEngines.postgres().jdbcUrl(), TestEngines.postgres().jdbcUrl());
        assertEquals(
                TestEngines.elasticsearch().uri(), TestEngines.elasticsearch().uri());
    }

    private static String tables(Database database) throws SQLException {
        return Sql.ask(database, "select count(*) from information_schema.tables where table_schema = 'public'");
    }
}
