package dev.rozgar.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.zaxxer.hikari.HikariConfig;
import dev.rozgar.adapters.postgres.sql.PostgresPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PoolConfigTest {
    private static final TestDatabase DATABASE = TestDatabase.open();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void aListTakesOneCore() {
        HikariConfig lists = PoolConfig.ofLists(DATABASE.settings().ofLists());

        assertEquals("0", asked(lists, "max_parallel_workers_per_gather"));
        assertEquals("5s", asked(lists, "statement_timeout"));
        assertEquals("off", asked(lists, "jit"));
    }

    @Test
    void whatIsNoListMayTakeSeveral() {
        assertEquals("2", asked(PoolConfig.of(DATABASE.settings()), "max_parallel_workers_per_gather"));
    }

    private static String asked(HikariConfig config, String setting) {
        try (PostgresPool pool = new PostgresPool(config)) {
            return pool.rows("show " + setting, row -> row.getString(1)).getFirst();
        }
    }
}
