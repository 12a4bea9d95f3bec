package dev.rozgar.adapters.http.hiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.http.Board;
import dev.rozgar.adapters.http.Board.Reply;
import dev.rozgar.adapters.http.Keeping;
import dev.rozgar.adapters.http.route.RightsTest;
import dev.rozgar.application.access.Role;
import dev.rozgar.application.change.InMemoryTransactions;
import dev.rozgar.domain.hiring.CandidateId;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Forms, interview slots and seats over the wire.
class HiringRoutesTest {
    private static final String APPLY = """
            {"applicant": {"name": "Meena", "phone": "+919876543210"},
             "consent": {"store": true, "contact": true}}""";

    private final InMemoryTransactions store = new InMemoryTransactions();
    private final Board board = Board.over(store);
    private final Keeping keeping = new Keeping(board);
    private final String job = "/api/jobs/2";

    /// Company 1 with job 2.
    @BeforeEach
    void begin() {
        Keeping.require(201, board.post("/api/companies", Keeping.COMPANY));
        Keeping.require(201, board.post("/api/jobs", Keeping.JOB));
    }

    @AfterEach
    void close() {
        board.close();
    }

    private Reply form(String key, String body, String tag) {
        return keeping.send(key, "PUT", job + "/application-form", body, "If-Match", tag);
    }

    private Reply open(String key, String body) {
        return keeping.send(key, "POST", job + "/interview-slots", body);
    }

    /// The address of an application, and the key of its candidate.
    private record Sent(String own, String candidate) {}

    private Sent apply() {
        String partner = keeping.key(Role.PARTNER);
        String own = Keeping.require(201, keeping.send(partner, "POST", job + "/applications", APPLY))
                .header("location");
        String view = keeping.get(keeping.recruiter, own).text();
        long id = Long.parseLong(view.replaceFirst("(?s).*\"candidate\":\\{\"id\":([0-9]+).*", "$1"));
        return new Sent(own, board.keys.make(Role.CANDIDATE, Optional.empty(), Optional.of(new CandidateId(id))));
    }

    @Test
    void theFormThatWasPutIsTheOneThatIsAsked() {
        Reply put = form(keeping.recruiter, Keeping.FORM, "\"1\"");
        assertEquals(200, put.status(), put::text);
        assertEquals("\"2\"", put.header("etag"));

        Reply whole = keeping.get(keeping.recruiter, job + "/application-form/manage");
        assertEquals("\"2\"", whole.header("etag"));
        assertTrue(whole.text().contains("\"knockout\":[\"yes\"]"), whole::text);
        assertTrue(board.get(job + "/application-form").text().contains("\"licence\""));
    }

    @Test
    void theFormHasTheVersionOfItsJob() {
        assertEquals(412, form(keeping.recruiter, Keeping.FORM, "\"9\"").status());
        assertEquals(
                428,
                keeping.send(keeping.recruiter, "PUT", job + "/application-form", Keeping.FORM)
                        .status());
        Keeping.require(200, form(keeping.recruiter, Keeping.FORM, "\"1\""));
        assertEquals("\"2\"", keeping.get(keeping.recruiter, job + "/manage").header("etag"));
        assertEquals(412, form(keeping.recruiter, Keeping.FORM, "\"1\"").status());
    }

    @Test
    void theHistoryTellsOfFormsSlotsAndTheEnd() {
        Keeping.require(200, form(keeping.recruiter, Keeping.FORM, "*"));
        Keeping.require(201, open(keeping.recruiter, Keeping.SLOT));

        String history = keeping.get(keeping.recruiter, job + "/transitions").text();
        assertTrue(
                history.contains("\"move\":\"EDIT_FORM\",\"from_state\":\"PUBLISHED\",\"to_state\":\"PUBLISHED\""),
                history);
        assertTrue(history.contains("\"move\":\"OPEN_SLOT\""), history);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"id\": \"licence\" | \"id\": \"no such id\" | 422 | /questions/0/id",
                "\"value\": \"no\" | \"value\": \"yes\" | 422 | /questions/0/options/1",
                "[\"yes\"] | [\"maybe\"] | 422 | /questions/0/knockout",
                "\"required\": true | \"required\": 1 | 400 | /questions/0/required",
                "SINGLE_SELECT | RADIO | 400 | /questions/0/type",
                "\"label\": \"Yes\" | \"text\": \"Yes\" | 400 | /questions/0/options/0/text"
            })
    void aFormThatCannotBeIsTold(String part, String other, int status, String pointer) {
        Reply reply = form(keeping.recruiter, Keeping.FORM.replace(part, other), "*");
        assertEquals(status, reply.status(), reply::text);
        assertTrue(reply.text().contains("\"pointer\":\"" + pointer + '"'), reply::text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "T10:00 | T08:00 | 422 | /end",
                "\"capacity\": 2 | \"capacity\": 0 | 422 | /capacity",
                "\"place\": \"Gate 2\", | | 422 | /place",
                "WALK_IN | FLY_IN | 400 | /mode",
                "\"capacity\": 2 | \"places\": 2 | 400 | /places"
            })
    void aSlotThatCannotBeIsTold(String part, String other, int status, String pointer) {
        int before = store.commits();
        Reply reply = open(keeping.recruiter, Keeping.SLOT.replace(part, other == null ? "" : other));
        assertEquals(status, reply.status(), reply::text);
        assertTrue(reply.text().contains("\"pointer\":\"" + pointer + '"'), reply::text);
        assertEquals(before, store.commits());
    }

    @Test
    void aSlotTellsWhatIsLeft() {
        Keeping.require(201, open(keeping.recruiter, Keeping.SLOT));
        var sent = apply();
        for (String key : new String[] {keeping.recruiter, sent.candidate()}) {
            Reply slots = keeping.get(key, job + "/interview-slots");
            assertEquals(200, slots.status(), slots::text);
            assertTrue(slots.text().contains("\"capacity\":2,\"left\":2"), slots::text);
        }
        Keeping.require(
                201,
                keeping.send(
                        sent.candidate(),
                        "POST",
                        sent.own() + "/transitions",
                        "{\"move\": \"WITHDRAW\"}",
                        "If-Match",
                        "*"));
        assertEquals(
                404, keeping.get(sent.candidate(), job + "/interview-slots").status());
    }

    @ParameterizedTest
    @EnumSource(RightsTest.Caller.class)
    void slotsAreForThoseWhoKeepTheJobAndThoseWhoWait(RightsTest.Caller caller) {
        int expected = switch (caller) {
            case NOBODY -> 401;
            case RECRUITER, MODERATOR, OPERATOR -> 200;
            case CANDIDATE, STRANGER, PARTNER -> 404;
            case FINANCE -> 403;
        };
        String key = switch (caller) {
            case NOBODY -> "";
            case RECRUITER -> keeping.recruiter;
            case STRANGER -> keeping.stranger;
            case CANDIDATE, MODERATOR, FINANCE, OPERATOR, PARTNER -> keeping.key(Role.valueOf(caller.name()));
        };
        String target = job + "/interview-slots";
        Reply reply = board.send(key.isEmpty() ? board.request(target) : board.as(key, target));
        assertEquals(expected, reply.status(), reply::text);
    }

    @Test
    void whoHasASeatIsToldToThoseWhoKeepTheJob() {
        var sent = apply();
        String moves = sent.own() + "/transitions";
        Keeping.require(
                201, keeping.send(keeping.recruiter, "POST", moves, "{\"move\": \"SHORTLIST\"}", "If-Match", "*"));
        Keeping.require(201, keeping.send(keeping.recruiter, "POST", moves, """
                {"move": "OFFER", "from_state": "SHORTLISTED", "offer": {"start_date": "2026-03-09",
                 "expires_at": "2026-03-08T00:00:00Z", "pay": {"min": 18000, "max": 18000, "currency": "INR",
                 "period": "MONTH", "kind": "FIXED", "disclosed": true}}}"""));
        Keeping.require(201, keeping.send(sent.candidate(), "POST", moves, "{\"move\": \"ACCEPT\"}", "If-Match", "*"));

        String id = sent.own().substring(sent.own().lastIndexOf('/') + 1);
        assertEquals(
                "{\"items\":[{\"seat\":1,\"filled\":true,\"application_id\":" + id
                        + "}],\"links\":{\"self\":\"/api/jobs/2/openings\"}}",
                keeping.get(keeping.recruiter, job + "/openings").text());
        assertEquals(
                "{\"items\":[{\"seat\":1,\"filled\":true}],\"links\":{\"self\":\"/api/jobs/2/openings\"}}",
                board.get(job + "/openings").text());
        assertEquals(404, board.get("/api/jobs/9999/openings").status());
    }

    /// The note is the employer's own; the reason is told.
    @Test
    void noCandidateSeesTheNoteOfARejection() {
        var sent = apply();
        Keeping.require(
                201,
                keeping.send(
                        keeping.recruiter,
                        "POST",
                        sent.own() + "/transitions",
                        "{\"move\": \"REJECT\", \"reason\": \"Others fit\", \"note\": \"smelled of onions\"}",
                        "If-Match",
                        "*"));

        for (String target : new String[] {
            sent.own(),
            sent.own() + "/transitions",
            sent.own() + "/transitions/3",
            sent.own() + "/permitted-transitions",
            "/api/applications"
        }) {
            Reply seen = keeping.get(sent.candidate(), target);
            assertEquals(200, seen.status(), seen::text);
            assertTrue(!seen.text().contains("onions"), seen::text);
        }
        assertTrue(keeping.get(sent.candidate(), sent.own() + "/transitions")
                .text()
                .contains("Others fit"));
        assertTrue(keeping.get(keeping.recruiter, sent.own()).text().contains("smelled of onions"));
    }
}
