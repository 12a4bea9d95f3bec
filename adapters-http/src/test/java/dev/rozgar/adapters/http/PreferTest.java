package dev.rozgar.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.http.Board.Reply;
import dev.rozgar.application.change.Sync;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The header `Prefer` beside `sync` (RFC 7240).
class PreferTest {
    private static final String JOB = """
            {"company_id": 1, "title": "Delivery rider", "description": {"text": "Deliver parcels."},
             "locations": [{"locality": "Pune", "country": "IN"}], "employment_types": ["FULL_TIME"]}""";

    private static Board board;

    @BeforeAll
    static void open() {
        board = Board.open();
    }

    @AfterAll
    static void close() {
        board.close();
    }

    @BeforeEach
    void begin() {
        board.reset();
        board.post(
                "/api/companies",
                "{\"slug\": \"acme\", \"name\": \"Acme\", \"locations\": [{\"locality\": \"Pune\", \"country\": \"IN\"}]}");
        board.store.reachable = Sync.VISIBLE;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            wait=5                   | /api/jobs              | INDEXED  | 5  | wait=5
            WAIT = "7"               | /api/jobs              | INDEXED  | 7  | wait=7
            wait=5, wait=9           | /api/jobs?sync=visible | VISIBLE  | 5  | wait=5
            respond-async, wait=10   | /api/jobs              | INDEXED  | 10 | respond-async, wait=10
            wait=10;x="a,b", foo     | /api/jobs              | INDEXED  | 10 | wait=10
            wait=99999               | /api/jobs              | INDEXED  | 30 | wait=30
            respond-async            | /api/jobs?sync=accepted | ACCEPTED | 0 | respond-async
            """)
    void saysHowLongToWait(String prefer, String target, Sync level, long seconds, String applied) {
        Reply reply = post(target, prefer);

        assertEquals(201, reply.status(), reply::text);
        assertEquals(level, board.store.wanted.getLast());
        assertEquals(Optional.of(Duration.ofSeconds(seconds)), board.store.patience.getLast());
        assertEquals(applied, reply.header("preference-applied"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "foo=bar", "wait", "wait=soon", "wait=-1", "handling=lenient", "x=\"a, wait=5, b\"", ",;=,"})
    void passesOverWhatIsUnknownOrMakesNoSense(String prefer) {
        Reply reply = post("/api/jobs", prefer);

        assertEquals(201, reply.status(), reply::text);
        assertEquals(Sync.ACCEPTED, board.store.wanted.getLast());
        assertEquals(Optional.empty(), board.store.patience.getLast());
        assertEquals("", reply.header("preference-applied"));
    }

    @Test
    void answers202ToWhomItDoesNotKeepWaiting() {
        board.store.reachable = Sync.ACCEPTED;

        Reply reply = post("/api/jobs", "respond-async");

        assertEquals(202, reply.status());
        assertTrue(reply.text().contains("\"sync\":\"accepted\""), reply::text);
        assertEquals("respond-async", reply.header("preference-applied"));
    }

    @ParameterizedTest
    @CsvSource({"/api/jobs?sync=accepted, wait=5", "/api/jobs?sync=visible, respond-async"})
    void refusesWhatContradictsItself(String target, String prefer) {
        Reply reply = post(target, prefer);

        assertEquals(400, reply.status());
        assertTrue(reply.text().contains("CONTRADICTION"), reply::text);
    }

    @Test
    void meansNothingWhereTheLevelIsSettled() {
        Reply reply = post("/api/job/database/", "wait=5");

        assertEquals(201, reply.status());
        assertEquals(List.of(Sync.ACCEPTED), board.store.wanted.subList(1, 2));
        assertEquals("", reply.header("preference-applied"));
    }

    @Test
    void anEditThatTheIndexHasNotSeenInTimeIsAcceptedToo() {
        post("/api/jobs", "foo");
        board.store.reachable = Sync.ACCEPTED;

        Reply removed = board.send(board.as(board.operator, "/api/jobs/2?sync=indexed")
                .header("If-Match", "*")
                .DELETE());

        assertEquals(202, removed.status(), removed::text);
    }

    private static Reply post(String target, String prefer) {
        return board.send(Board.json(board.as(board.operator, target).header("Prefer", prefer), "POST", JOB));
    }
}
