package dev.rozgar.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A small installation: PostgreSQL and nothing else.
class SqlOnlyTest {
    private static Board board;

    @BeforeAll
    static void open() {
        board = Board.onSqlOnly();
        long company = board.company("corner-shop");
        assertEquals(201, board.post("/api/jobs", Board.job(company, "Cashier")).statusCode());
    }

    @AfterAll
    static void close() {
        board.close();
    }

    @Test
    void autoIsPostgres() {
        var response = board.get("/api/jobs");
        assertEquals("postgres", response.headers().firstValue("X-Read-Model").orElseThrow());
        assertEquals(1, Board.parse(response).getJsonArray("items").size());
    }

    @Test
    void thereIsNoReadModelElasticsearch() {
        assertEquals(400, board.get("/api/jobs?read_model=elasticsearch").statusCode());
        assertEquals(404, board.get("/api/job/elastic/").statusCode());
    }

    @Test
    void isReadyAndNotDegraded() {
        var report = board.json("/health/ready");
        assertEquals("up", report.getString("status"));
        assertFalse(report.containsKey("elasticsearch"));
    }
}
