package dev.rozgar.adapters.http.resource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.http.Board.Reply;
import dev.rozgar.adapters.http.Keeping;
import dev.rozgar.adapters.http.OnAKeptBoard;
import dev.rozgar.application.access.Role;
import org.junit.jupiter.api.Test;

/// Writes that are tried, repeated, or made on a condition.
class SafeWritesTest extends OnAKeptBoard {
    @Test
    void whatIsOnlyValidatedIsNotWritten() {
        int before = board.store.writes;
        Reply posted = board.post("/api/jobs?validate_only=true", Keeping.JOB.replace("R-1", "R-2"));
        assertEquals(200, posted.status(), posted::text);
        assertEquals("", posted.header("location"));
        assertEquals("{\"state\":\"PUBLISHED\",\"version\":1,\"sync\":\"accepted\"}", posted.text());
        Reply moved = keeping.send(
                keeping.recruiter,
                "POST",
                "/api/jobs/2/transitions?validate_only=true",
                "{\"move\": \"PAUSE\", \"from_state\": \"PUBLISHED\"}",
                "Idempotency-Key",
                "k");
        assertEquals(200, moved.status(), moved::text);
        assertTrue(moved.text().contains("\"state\":\"PAUSED\""));
        assertEquals(
                409,
                keeping.send(
                                keeping.recruiter,
                                "POST",
                                "/api/jobs/2/transitions?validate_only=true",
                                "{\"move\": \"RESUME\", \"from_state\": \"PUBLISHED\"}")
                        .status());
        assertEquals(before, board.store.writes);
        assertTrue(board.store.replies.isEmpty());
        assertEquals(400, board.post("/api/jobs?validate_only=yes", Keeping.JOB).status());
    }

    @Test
    void aRepeatedRequestIsDoneOnceAndAnsweredAlike() {
        String body = Keeping.JOB.replace("R-1", "R-2");
        Reply first = keeping.send(keeping.recruiter, "POST", "/api/jobs", body, "Idempotency-Key", "abc-1");
        Reply again = keeping.send(keeping.recruiter, "POST", "/api/jobs", body, "Idempotency-Key", "abc-1");
        assertEquals(201, first.status(), first::text);
        assertEquals(201, again.status());
        assertArrayEquals(first.bytes(), again.bytes());
        assertEquals(first.header("location"), again.header("location"));
        assertEquals(first.header("etag"), again.header("etag"));
        assertEquals("", first.header("idempotency-replayed"));
        assertEquals("true", again.header("idempotency-replayed"));
        assertEquals(2, board.store.jobs.size());
        Reply other = keeping.send(
                keeping.recruiter, "POST", "/api/jobs", body.replace("R-2", "R-3"), "Idempotency-Key", "abc-1");
        assertEquals(422, other.status());
        assertTrue(other.text().contains("\"code\":\"IDEMPOTENCY_KEY_REUSED\""), other::text);
        Reply anothers = keeping.send(
                keeping.key(Role.OPERATOR),
                "POST",
                "/api/jobs",
                body.replace("R-2", "R-4"),
                "Idempotency-Key",
                "abc-1");
        assertEquals(201, anothers.status(), "keys of different callers never meet");
    }

    @Test
    void aRepeatedDeleteIsAnsweredAsTheFirst() {
        for (int i = 0; i < 2; i++) {
            Reply reply = board.send(board.as(keeping.recruiter, "/api/jobs/2")
                    .header("If-Match", "\"1\"")
                    .header("Idempotency-Key", "once")
                    .DELETE());
            assertEquals(200, reply.status(), reply::text);
        }
    }

    @Test
    void aKeyMustBeAKey() {
        for (String key : new String[] {"a b", "x".repeat(256)}) {
            Reply reply = keeping.send(keeping.recruiter, "POST", "/api/jobs", Keeping.JOB, "Idempotency-Key", key);
            assertEquals(400, reply.status(), key);
        }
    }

    @Test
    void whatExistsAlreadyFailsAPreconditionWhereOneWasMade() {
        assertEquals(409, board.post("/api/jobs", Keeping.JOB).status());
        Reply reply = keeping.send(keeping.recruiter, "POST", "/api/jobs", Keeping.JOB, "If-None-Match", "*");
        assertEquals(412, reply.status(), reply::text);
        Reply company = keeping.send(board.operator, "POST", "/api/companies", Keeping.COMPANY, "If-None-Match", "*");
        assertEquals(412, company.status());
        assertEquals(
                400,
                keeping.send(keeping.recruiter, "POST", "/api/jobs", Keeping.JOB, "If-None-Match", "\"1\"")
                        .status());
    }

    @Test
    void aCompanyIsPatchedMovedAndRemoved() {
        Reply patched = keeping.send(
                keeping.recruiter,
                "PATCH",
                "/api/companies/1",
                "{\"website\": \"https://acme.example\"}",
                "If-Match",
                "\"1\"");
        assertEquals(200, patched.status(), patched::text);
        Reply view = keeping.get(keeping.recruiter, "/api/companies/1/manage");
        assertEquals("\"2\"", view.header("etag"));
        assertTrue(view.text().contains("\"website\":\"https://acme.example\""), view::text);
        Reply moved = keeping.send(
                board.operator,
                "POST",
                "/api/companies/1/transitions",
                "{\"move\": \"SUSPEND\", \"from_state\": \"VERIFIED\", \"reason\": \"papers\"}");
        assertEquals(201, moved.status(), moved::text);
        Reply history = keeping.get(board.operator, "/api/companies/1/transitions");
        assertTrue(history.text().contains("\"reason\":\"papers\""), history::text);
        Reply busy = board.send(board.as(board.operator, "/api/companies/1")
                .header("If-Match", "*")
                .DELETE());
        assertEquals(409, busy.status());
        assertTrue(busy.text().contains("JOBS_LIVE"), busy::text);
        board.store.jobs.clear();
        assertEquals(
                200,
                board.send(board.as(board.operator, "/api/companies/1")
                                .header("If-Match", "*")
                                .DELETE())
                        .status());
        assertEquals(410, keeping.get(board.operator, "/api/companies/1/manage").status());
    }

    @Test
    void aPrivateViewIsNotCompressed() {
        Reply reply =
                board.send(board.as(keeping.recruiter, "/api/jobs/2/manage").header("Accept-Encoding", "gzip"));
        assertFalse(reply.header("content-encoding").contains("gzip"));
    }
}
