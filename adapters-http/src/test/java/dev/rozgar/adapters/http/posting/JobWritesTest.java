package dev.rozgar.adapters.http.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.http.Board;
import dev.rozgar.adapters.http.Board.Reply;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.change.Sync;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobWritesTest {
    private static final String JOB = """
            {"company_id": 1, "title": "Delivery rider", "description": {"text": "Deliver parcels."},
             "locations": [{"locality": "Pune", "country": "IN"}], "employment_types": ["FULL_TIME"]%s}""";

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
    }

    @ParameterizedTest
    @CsvSource({
        "/api/job/elastic/, INDEXED, indexed",
        "/api/job/database/, ACCEPTED, accepted",
        "/api/jobs, ACCEPTED, accepted",
        "/api/jobs?sync=indexed, INDEXED, indexed",
        "/api/jobs?sync=visible, VISIBLE, visible"
    })
    void aPostAsksForTheLevelOfItsPath(String target, Sync wanted, String reached) {
        board.store.reachable = Sync.VISIBLE;
        Reply reply = board.post(target, JOB.formatted(""));
        assertEquals(201, reply.status(), reply::text);
        assertEquals(
                "{\"id\":2,\"slug\":\"delivery-rider-2\",\"state\":\"PUBLISHED\",\"version\":1,\"sync\":\"" + reached
                        + "\"}",
                reply.text());
        assertEquals("/api/jobs/2", reply.header("location"));
        assertEquals(wanted, board.store.wanted.getLast());
    }

    @Test
    void aPostThatTheIndexHasNotSeenInTimeIsAccepted() {
        board.store.reachable = Sync.ACCEPTED;
        Reply reply = board.post("/api/job/elastic", JOB.formatted(""));
        assertEquals(202, reply.status());
        assertTrue(reply.text().contains("\"sync\":\"accepted\""));
    }

    @Test
    void aDraftStaysADraft() {
        assertTrue(board.post("/api/jobs", JOB.formatted(", \"draft\": true"))
                .text()
                .contains("\"state\":\"DRAFT\""));
    }

    @Test
    void aCompanyThatIsNotThereIsAFaultOfTheBody() {
        Reply reply = board.post("/api/jobs", JOB.formatted("").replace("\"company_id\": 1", "\"company_id\": 99"));
        assertEquals(422, reply.status());
        assertTrue(reply.text().contains("\"pointer\":\"/company_id\""), reply::text);
    }

    @Test
    void aRefusalListsWhatBlocksIt() {
        Reply reply = board.post("/api/jobs", JOB.formatted(", \"expires_at\": \"2020-01-01T00:00:00Z\""));
        assertEquals(409, reply.status());
        assertTrue(reply.text().contains("\"blocked_by\":[{\"code\":\"EXPIRY_PASSED\""), reply::text);
        assertTrue(board.store.jobs.isEmpty());
    }

    @Test
    void everyBrokenRuleOfABodyIsTold() {
        Reply reply = board.post(
                "/api/jobs",
                JOB.formatted(", \"pay\": {\"min\": 5, \"max\": 3, \"currency\": \"XX\", \"period\": \"MONTH\"},"
                        + " \"shifts\": [{\"kind\": \"DAY\", \"starts\": \"09:00\", \"ends\": \"09:00\"}],"
                        + " \"openings\": {\"total\": 0}, \"apply\": {\"by\": \"2099-01-01T00:00:00Z\"}, \"expires_at\": \"2098-01-01T00:00:00Z\","
                        + " \"language\": \"!\", \"categories\": [\" \", \"ok\"]"));
        assertEquals(422, reply.status());
        for (String pointer : List.of(
                "/pay/max",
                "/pay/currency",
                "/shifts/0/ends",
                "/openings/total",
                "/apply/by",
                "/language",
                "/categories/0")) {
            assertTrue(reply.text().contains("\"pointer\":\"" + pointer + '"'), () -> pointer + " in " + reply.text());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN_COMPANY, 422, /company_id",
        "UNKNOWN_OCCUPATION, 422, /occupation_id",
        "DUPLICATE_REQUISITION_ID, 409, /requisition_id"
    })
    void aConflictPointsAtItsMember(String code, int status, String pointer) {
        board.store.failure = PortFailure.conflict(code, "secret constraint name", null);
        Reply reply = board.post("/api/jobs", JOB.formatted(""));
        assertEquals(status, reply.status());
        assertTrue(reply.text().contains("\"pointer\":\"" + pointer + "\",\"code\":\"" + code + '"'), reply::text);
        assertTrue(!reply.text().contains("secret"));
    }

    @Test
    void aConflictOfTheWholeIsToldByItsCode() {
        board.store.failure = PortFailure.conflict("STALE_VERSION", "secret", null);
        Reply reply = board.post("/api/jobs", JOB.formatted(""));
        assertEquals(409, reply.status());
        assertTrue(reply.text().contains("\"code\":\"STALE_VERSION\""));
    }

    @Test
    void aStoreThatIsAwayIsToldAsSuch() {
        board.elastic.failure = PortFailure.unavailable("connect to 10.0.0.7 refused", null);
        Reply reply = board.get("/api/job/elastic");
        assertEquals(503, reply.status());
        assertEquals("2", reply.header("retry-after"));
        assertTrue(!reply.text().contains("10.0.0.7"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDefectTellsNothingButItsTrace(boolean port) {
        board.elastic.failure = port ? PortFailure.broken("select secret", null) : new IllegalStateException("secret");
        Reply reply = board.send(board.request("/api/jobs")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
        assertEquals(500, reply.status());
        assertTrue(reply.text().contains("\"trace_id\":\"0af7651916cd43dd8448eb211c80319c\""), reply::text);
        assertTrue(!reply.text().contains("secret"));
    }
}
