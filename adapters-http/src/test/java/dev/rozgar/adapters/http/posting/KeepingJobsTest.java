package dev.rozgar.adapters.http.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.http.Board;
import dev.rozgar.adapters.http.Board.Reply;
import dev.rozgar.adapters.http.Keeping;
import dev.rozgar.adapters.http.OnAKeptBoard;
import dev.rozgar.adapters.http.json.Json;
import dev.rozgar.adapters.http.json.Shape;
import dev.rozgar.adapters.http.wire.RequestBody;
import dev.rozgar.application.posting.SampleJobs;
import dev.rozgar.domain.company.CompanyId;
import dev.rozgar.domain.job.Job;
import dev.rozgar.domain.job.JobId;
import dev.rozgar.domain.job.JobState;
import java.net.http.HttpRequest;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeepingJobsTest extends OnAKeptBoard {
    @Test
    void aPatchInAnotherMediaTypeIsRefusedWithoutContradiction() {
        Reply refused = board.send(board.as(keeping.recruiter, "/api/jobs/2")
                .header("Content-Type", "application/json")
                .header("If-Match", "\"1\"")
                .method("PATCH", HttpRequest.BodyPublishers.ofString("{}")));
        assertEquals(415, refused.status());
        assertTrue(refused.text().contains("\"title\":\"The media type of the body is not read here\""), refused::text);
        assertTrue(refused.text().contains("application/merge-patch+json"), refused::text);
    }

    @Test
    void thePrivateViewShowsAllUnderItsVersion() {
        Reply reply = keeping.get(keeping.recruiter, "/api/jobs/2/manage");
        assertEquals(200, reply.status(), reply::text);
        assertEquals("\"1\"", reply.header("etag"));
        assertEquals("private, no-cache", reply.header("cache-control"));
        for (String part : new String[] {
            "\"phone\":\"+911234567890\"",
            "\"state\":\"PUBLISHED\"",
            "\"version\":1",
            "\"requisition_id\":\"R-1\"",
            "\"permitted\":[{\"move\":\"PAUSE\",\"to_state\":\"PAUSED\"}"
        }) assertTrue(reply.text().contains(part), () -> part + " in " + reply.text());
        assertEquals(
                304,
                board.send(board.as(keeping.recruiter, "/api/jobs/2/manage").header("If-None-Match", "\"1\""))
                        .status());
    }

    @Test
    void whatIsReadCanBeSentBackUnchanged() {
        var whole = SampleJobs.in(new JobId(9), new CompanyId(1), new JobState.Draft(), SampleJobs.full("R-9"));
        String text = Json.text(JobBodies.of(whole));
        var again = RequestBody.as(text, Shape.of(PostJobBody.class), PostJobBody.class)
                .content();
        assertEquals(whole.content(), again);
    }

    @Test
    void aPutReplacesWhatTheJobSays() {
        String body = '{' + Keeping.CONTENT.replace("Delivery rider", "Night rider") + '}';
        Reply reply = keeping.send(keeping.recruiter, "PUT", "/api/jobs/2", body, "If-Match", "\"1\"");
        assertEquals(200, reply.status(), reply::text);
        assertEquals("\"2\"", reply.header("etag"));
        assertEquals("Night rider", board.store.job(2).content().title().value());
    }

    @Test
    void aPatchChangesWhatItNamesAndNoMore() {
        String patch = "{\"title\": \"Night rider\", \"contact\": {\"whatsapp_ok\": true}, \"requisition_id\": null}";
        Reply reply = keeping.send(keeping.recruiter, "PATCH", "/api/jobs/2", patch, "If-Match", "\"1\"");
        assertEquals(200, reply.status(), reply::text);
        var content = board.store.job(2).content();
        assertEquals("Night rider", content.title().value());
        assertTrue(content.contact().orElseThrow().whatsappOk());
        assertEquals("Asha", content.contact().orElseThrow().name());
        assertTrue(content.requisitionId().isEmpty());
        assertEquals("Deliver parcels.", content.description().text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH"})
    void nothingThatTheBoardDecidesIsSetByABody(String method) {
        for (String member : new String[] {
            "\"state\": \"CLOSED\"",
            "\"id\": 3",
            "\"version\": 9",
            "\"company_id\": 3",
            "\"slug\": \"x\"",
            "\"created_at\": \"2026-01-01T00:00:00Z\"",
            "\"openings\": {\"total\": 1, \"filled\": 1}",
            "\"draft\": true"
        }) {
            String body = method.equals("PUT") ? '{' + Keeping.CONTENT + ", " + member + '}' : '{' + member + '}';
            Reply reply = keeping.send(keeping.recruiter, method, "/api/jobs/2", body, "If-Match", "*");
            assertEquals(400, reply.status(), member);
            assertTrue(reply.text().contains("UNKNOWN_MEMBER"), reply::text);
        }
        assertEquals(1, board.store.job(2).version());
    }

    @Test
    void aPatchThatTakesAwayWhatMustBeThereIsRefused() {
        Reply reply = keeping.send(keeping.recruiter, "PATCH", "/api/jobs/2", "{\"title\": null}", "If-Match", "\"1\"");
        assertEquals(400, reply.status());
        assertTrue(reply.text().contains("\"pointer\":\"/title\",\"code\":\"REQUIRED\""), reply::text);
    }

    @ParameterizedTest
    @CsvSource({"'\"7\"', 412", "'W/\"1\"', 412", "'\"abc\"', 412", "1, 400", "'\"1\", \"2\"', 400", "*, 200"})
    void anIfMatchIsHeldToTheVersion(String tag, int status) {
        Reply reply = keeping.send(keeping.recruiter, "PATCH", "/api/jobs/2", "{}", "If-Match", tag);
        assertEquals(status, reply.status(), reply::text);
    }

    @Test
    void withoutAPreconditionNothingIsChanged() {
        assertEquals(
                428,
                keeping.send(keeping.recruiter, "PATCH", "/api/jobs/2", "{}").status());
        assertEquals(
                428,
                keeping.send(keeping.recruiter, "PUT", "/api/jobs/2", '{' + Keeping.CONTENT + '}')
                        .status());
        assertEquals(
                428,
                board.send(board.as(keeping.recruiter, "/api/jobs/2").DELETE()).status());
        assertEquals(
                428, keeping.move(keeping.recruiter, "{\"move\": \"PAUSE\"}").status());
        assertEquals(1, board.store.job(2).version());
    }

    @Test
    void thePublicIsToldThatAJobIsOverAndNothingOfOneItNeverSaw() {
        putUnlisted(new JobState.Closed(Board.NOW, Optional.of(Board.NOW), "Enough"));
        Reply over = board.get("/api/jobs/77");
        assertEquals(410, over.status(), over::text);
        assertTrue(over.text().contains("\"code\":\"GONE\""), over::text);
        for (String target : new String[] {
            "/api/jobs/77/application-form", "/api/jobs/77/match?remote=ONSITE", "/api/jobs/77/similar"
        }) assertEquals(410, board.get(target).status(), target);
        putUnlisted(new JobState.Closed(Board.NOW, Optional.empty(), "Enough"));
        assertEquals(404, board.get("/api/jobs/77").status());
    }

    /// A job that no read model has.
    private static void putUnlisted(JobState state) {
        var job = board.store.job(2);
        board.store.jobs.put(
                77L,
                new Job(
                        new JobId(77),
                        job.company(),
                        job.content(),
                        state,
                        job.version(),
                        job.createdAt(),
                        job.updatedAt()));
    }

    @Test
    void aRemovedJobIsGone() {
        Reply reply = board.send(board.as(keeping.recruiter, "/api/jobs/2")
                .header("If-Match", "\"1\"")
                .DELETE());
        assertEquals(200, reply.status(), reply::text);
        board.store.removed.add(new JobId(77));
        for (String target : new String[] {"/api/jobs/2/manage", "/api/jobs/2/transitions", "/api/jobs/77"})
            assertEquals(410, keeping.get(keeping.recruiter, target).status(), target);
        assertEquals(404, keeping.get(keeping.recruiter, "/api/jobs/78").status());
    }

    @Test
    void aMoveIsAResource() {
        Reply reply = keeping.move(
                keeping.recruiter,
                "{\"move\": \"PAUSE\", \"from_state\": \"PUBLISHED\"}",
                "On-Behalf-Of",
                "Ravi of the night shift");
        assertEquals(201, reply.status(), reply::text);
        assertEquals("/api/jobs/2/transitions/4", reply.header("location"));
        assertEquals("\"2\"", reply.header("etag"));
        Reply line = keeping.get(keeping.recruiter, reply.header("location"));
        assertEquals(200, line.status());
        assertTrue(
                line.text()
                        .startsWith(
                                "{\"sequence\":4,\"move\":\"PAUSE\",\"from_state\":\"PUBLISHED\",\"to_state\":\"PAUSED\""),
                line::text);
        assertTrue(line.text().contains("\"on_behalf_of\":\"Ravi of the night shift\""), line::text);
        assertEquals(
                404, keeping.get(keeping.recruiter, "/api/jobs/2/transitions/5").status());
    }

    @Test
    void theHistoryIsPagedInItsOrder() {
        Reply first = keeping.get(keeping.recruiter, "/api/jobs/2/transitions?limit=2");
        assertEquals("</api/jobs/2/transitions?limit=2&cursor=2>; rel=\"next\"", first.header("link"));
        assertTrue(first.text().contains("\"move\":\"CREATE\"") && first.text().contains("\"move\":\"SUBMIT\""));
        assertTrue(
                first.text()
                        .endsWith("\"next\":\"2\",\"links\":{\"self\":\"/api/jobs/2/transitions?limit=2\","
                                + "\"next\":\"/api/jobs/2/transitions?limit=2&cursor=2\"}}"),
                first::text);
        Reply second = keeping.get(keeping.recruiter, "/api/jobs/2/transitions?limit=2&cursor=2");
        assertTrue(second.text().contains("\"sequence\":3") && !second.text().contains("\"next\""), second::text);
        assertEquals("", second.header("link"));
        for (String bad : new String[] {"limit=0", "limit=-1", "limit=x", "cursor=x", "page=2"})
            assertEquals(
                    400,
                    keeping.get(keeping.recruiter, "/api/jobs/2/transitions?" + bad)
                            .status(),
                    bad);
    }

    @Test
    void aMoveThatIsNotPossibleSaysWhatIs() {
        Reply reply = keeping.move(keeping.recruiter, "{\"move\": \"RESUME\", \"from_state\": \"PUBLISHED\"}");
        assertEquals(409, reply.status());
        assertTrue(reply.text().contains("\"current_state\":\"PUBLISHED\",\"permitted\":["), reply::text);
        assertTrue(reply.text().contains("\"blocked_by\":[{\"code\":\"MOVE_NOT_PERMITTED\""), reply::text);
    }

    @Test
    void aMoveFromAnotherStateIsRefused() {
        Reply reply = keeping.move(keeping.recruiter, "{\"move\": \"PAUSE\", \"from_state\": \"DRAFT\"}");
        assertEquals(409, reply.status());
        assertTrue(reply.text().contains("\"code\":\"FROM_STATE_DIFFERS\""), reply::text);
        assertEquals(
                412,
                keeping.move(keeping.recruiter, "{\"move\": \"PAUSE\"}", "If-Match", "\"9\"")
                        .status());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"move\": \"CLOSE\"} | /reason",
                "{\"move\": \"CLOSE\", \"reason\": \" \"} | /reason",
                "{\"move\": \"PAUSE\", \"reason\": \"x\"} | /reason",
                "{\"move\": \"REOPEN\"} | /until",
                "{\"move\": \"CLOSE\", \"reason\": \"x\", \"until\": \"2026-05-01T00:00:00Z\"} | /until",
            })
    void theMembersOfAMoveFitTheMove(String body, String pointer) {
        Reply reply = keeping.move(keeping.recruiter, body, "If-Match", "*");
        assertEquals(422, reply.status(), reply::text);
        assertTrue(reply.text().contains("\"pointer\":\"" + pointer + '"'), reply::text);
    }

    @Test
    void theOptionsTellWhatBlocks() {
        keeping.put(new JobState.Draft());
        Reply reply = keeping.get(keeping.recruiter, "/api/jobs/2/permitted-transitions");
        assertEquals(
                "{\"state\":\"DRAFT\",\"version\":1,\"permitted\":[{\"move\":\"SUBMIT\",\"to_state\":\"IN_REVIEW\"}],\"blocked\":[]}",
                reply.text());
        keeping.put(new JobState.Published(Board.NOW, Keeping.UNTIL));
        reply = keeping.get(keeping.recruiter, "/api/jobs/2/permitted-transitions");
        assertTrue(
                reply.text()
                        .contains("{\"move\":\"EXPIRE\",\"blocked_by\":[{\"code\":\"NOT_YOURS\",\"detail\":"
                                + "\"EXPIRE is made by the board itself.\"},{\"code\":\"TOO_EARLY\""),
                reply::text);
        assertTrue(reply.text().contains("\"REJECT is for MODERATOR.\""), reply::text);
    }

    @Test
    void aRefusalPermitsOnlyWhatTheCallerMayDo() {
        keeping.put(new JobState.Published(Board.NOW, Keeping.UNTIL));
        Reply reply = keeping.move(keeping.recruiter, "{\"move\": \"SUBMIT\"}", "If-Match", "*");
        assertEquals(409, reply.status(), reply::text);
        assertTrue(reply.text().contains("\"permitted\":[\"PAUSE\",\"FILL\",\"CLOSE\"]"), reply::text);
    }
}
