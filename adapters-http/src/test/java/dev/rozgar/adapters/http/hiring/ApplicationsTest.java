package dev.rozgar.adapters.http.hiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.http.Board;
import dev.rozgar.adapters.http.Board.Reply;
import dev.rozgar.adapters.http.Description;
import dev.rozgar.adapters.http.Keeping;
import dev.rozgar.adapters.http.route.RightsTest;
import dev.rozgar.application.access.Role;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.InMemoryTransactions;
import dev.rozgar.application.change.Terms;
import dev.rozgar.domain.hiring.ApplicationForm;
import dev.rozgar.domain.hiring.CandidateId;
import dev.rozgar.domain.hiring.Question;
import dev.rozgar.domain.hiring.QuestionType;
import dev.rozgar.domain.job.JobId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ApplicationsTest {
    private static final String APPLY = """
            {"applicant": {"name": "Meena", "phone": "+919876543210"}, "answers": {"licence": ["yes"]},
             "consent": {"store": true, "contact": true}}""";

    private final InMemoryTransactions store = new InMemoryTransactions();
    private final Board board = Board.over(store);
    private final Keeping keeping = new Keeping(board);
    private String jobs = "";
    private String own = "";
    private String candidate = "";
    private String partner = "";

    /// Company 1 with job 2, whose form has one question, and one application.
    @BeforeEach
    void begin() {
        Keeping.require(201, board.post("/api/companies", Keeping.COMPANY));
        jobs = Keeping.require(201, board.post("/api/jobs", Keeping.JOB)).header("location");
        long job = Long.parseLong(jobs.substring(jobs.lastIndexOf('/') + 1));
        var yes = new Question.Choice("yes", "Yes");
        var question = new Question(
                "licence", "A licence?", QuestionType.SINGLE_SELECT, true, List.of(yes), Optional.of(Set.of("yes")));
        store.run(Terms.<Boolean>usual(), space -> {
            space.hiring().save(new JobId(job), new ApplicationForm(List.of(question)));
            return Answer.Done.accepted(true);
        });
        partner = keeping.key(Role.PARTNER);
        own = Keeping.require(201, apply(partner, APPLY)).header("location");
        String view = keeping.get(keeping.recruiter, own).text();
        String id = view.replaceFirst(".*\"candidate\":\\{\"id\":([0-9]+).*", "$1");
        candidate = board.keys.make(Role.CANDIDATE, Optional.empty(), Optional.of(new CandidateId(Long.parseLong(id))));
    }

    @AfterEach
    void close() {
        board.close();
    }

    private Reply apply(String key, String body) {
        return keeping.send(key, "POST", jobs + "/applications", body);
    }

    @Test
    void theTwoWhoShareItSeeIt() {
        for (String key : List.of(keeping.recruiter, candidate)) {
            Reply reply = keeping.get(key, own);
            assertEquals(200, reply.status(), reply::text);
            assertEquals("\"1\"", reply.header("etag"));
            assertTrue(reply.text().contains("\"state\":\"SCREENED\""), reply::text);
            assertTrue(reply.text().contains("\"answers\":{\"licence\":[\"yes\"]}"), reply::text);
        }
    }

    @ParameterizedTest
    @EnumSource(RightsTest.Caller.class)
    void nobodyElseSeesAnythingOfIt(RightsTest.Caller caller) {
        for (String target :
                List.of(own, own + "/transitions", own + "/transitions/1", own + "/permitted-transitions")) {
            Reply reply = board.send(key(caller).isEmpty() ? board.request(target) : board.as(key(caller), target));
            assertEquals(
                    caller.status(dev.rozgar.application.access.Right.APPLICATION_READ, 200),
                    reply.status(),
                    reply::text);
        }
    }

    @Test
    void thePartnerThatBroughtItSeesItWithoutTheNumber() {
        for (String target : List.of(own, own + "/transitions", own + "/permitted-transitions"))
            assertEquals(200, keeping.get(partner, target).status());
        Reply reply = keeping.get(partner, own);
        assertFalse(reply.text().contains("9876543210"), reply::text);
        String slots = "{\"move\": \"SCHEDULE_INTERVIEW\", \"slot_id\": 9}";
        Reply own409 = keeping.send(partner, "POST", own + "/transitions", slots, "If-Match", "*");
        assertEquals(409, own409.status(), own409::text);
        Reply foreign = keeping.send(keeping.key(Role.PARTNER), "POST", own + "/transitions", slots, "If-Match", "*");
        assertEquals(404, foreign.status(), foreign::text);
    }

    @Test
    void aSilentRejectionChangesNothingForTheCandidate() {
        Reply before = keeping.get(candidate, own);
        String history = keeping.get(candidate, own + "/transitions").text();
        String reject = "{\"move\": \"REJECT\", \"reason\": \"Others fit\", \"notify_at\": \"%s\"}"
                .formatted(Board.NOW.plusSeconds(3600));
        Keeping.require(201, keeping.send(keeping.recruiter, "POST", own + "/transitions", reject, "If-Match", "*"));

        Reply after = keeping.get(candidate, own);
        assertEquals(before.header("etag"), after.header("etag"));
        assertEquals(
                before.text().replaceFirst(",\"permitted.*", ""), after.text().replaceFirst(",\"permitted.*", ""));
        assertEquals(history, keeping.get(candidate, own + "/transitions").text());
        for (String target : List.of(own, own + "/permitted-transitions", "/api/applications"))
            assertFalse(keeping.get(candidate, target).text().contains("REJECTED"), target);
        Reply withdrawn = keeping.send(
                candidate, "POST", own + "/transitions", "{\"move\": \"WITHDRAW\"}", "If-Match", before.header("etag"));
        assertEquals(409, withdrawn.status(), withdrawn::text);
        assertFalse(withdrawn.text().contains("REJECTED"), withdrawn::text);
        assertTrue(keeping.get(keeping.recruiter, own).text().contains("\"state\":\"REJECTED\""));
    }

    @Test
    void nothingIsKeptOfWhoDoesNotAllowIt() {
        Reply reply = apply(partner, APPLY.replace("3210", "3211").replace("\"store\": true", "\"store\": false"));
        assertEquals(422, reply.status(), reply::text);
        assertTrue(reply.text().contains("\"pointer\":\"/consent/store\""), reply::text);
    }

    @Test
    void nobodySeesAnythingOfAPersonWhoseConsentHasEnded() {
        String ended = APPLY.replace("3210", "3211")
                .replace("\"contact\": true", "\"contact\": true, \"expires_at\": \"%s\"".formatted(Board.NOW));
        String gone = Keeping.require(201, apply(partner, ended)).header("location");
        String view = keeping.get(keeping.recruiter, gone).text();
        long id = Long.parseLong(view.replaceFirst(".*\"candidate\":\\{\"id\":([0-9]+).*", "$1"));
        String person = board.keys.make(Role.CANDIDATE, Optional.empty(), Optional.of(new CandidateId(id)));

        for (String key : List.of(keeping.recruiter, partner, person)) {
            String seen = keeping.get(key, gone).text();
            assertTrue(seen.contains("\"candidate\":{\"id\":" + id + "},\"state\":\"SCREENED\""), seen);
            assertTrue(seen.contains("\"answers\":{}"), seen);
        }
        String list = keeping.get(
                        keeping.recruiter, "/api/applications?job_id=" + jobs.substring(jobs.lastIndexOf('/') + 1))
                .text();
        assertTrue(list.contains("\"candidate\":{\"id\":" + id + "}"), list);
    }

    @Test
    void theRecruiterSeesNoNumberThatIsNotToBeCalled() {
        String quiet = Keeping.require(
                        201,
                        apply(
                                partner,
                                APPLY.replace("3210", "3211").replace("\"contact\": true", "\"contact\": false")))
                .header("location");
        assertFalse(keeping.get(keeping.recruiter, quiet).text().contains("phone"));
    }

    private String key(RightsTest.Caller caller) {
        return switch (caller) {
            case NOBODY -> "";
            case RECRUITER -> keeping.recruiter;
            case STRANGER -> keeping.stranger;
            case CANDIDATE -> keeping.key(Role.CANDIDATE);
            case MODERATOR -> keeping.key(Role.MODERATOR);
            case FINANCE -> keeping.key(Role.FINANCE);
            case OPERATOR -> board.operator;
            case PARTNER -> keeping.key(Role.PARTNER);
        };
    }

    @Test
    void itMovesAndTellsOfIt() {
        Reply moved = keeping.send(
                keeping.recruiter,
                "POST",
                own + "/transitions",
                "{\"move\": \"SHORTLIST\", \"from_state\": \"SCREENED\"}");
        assertEquals(201, moved.status(), moved::text);
        assertEquals(200, keeping.get(candidate, moved.header("location")).status());
        Reply denied = keeping.send(
                candidate, "POST", own + "/transitions", "{\"move\": \"VIEW\", \"from_state\": \"SHORTLISTED\"}");
        assertEquals(403, denied.status());
        Reply withdrawn =
                keeping.send(candidate, "POST", own + "/transitions", "{\"move\": \"WITHDRAW\"}", "If-Match", "\"2\"");
        assertEquals(201, withdrawn.status(), withdrawn::text);
        assertTrue(keeping.get(keeping.recruiter, own + "/transitions").text().contains("\"move\":\"WITHDRAW\""));
    }

    @Test
    void theRecruiterAndTheCandidateListTheirOwn() {
        String id = jobs.substring(jobs.lastIndexOf('/') + 1);
        Reply list = keeping.get(keeping.recruiter, "/api/applications?job_id=" + id);
        assertEquals(200, list.status(), list::text);
        assertTrue(list.text().contains("\"phone\":\"+919876543210\""), list::text);
        assertEquals(
                404,
                keeping.get(keeping.stranger, "/api/applications?job_id=" + id).status());
        assertEquals(200, keeping.get(candidate, "/api/applications").status());
        assertEquals(
                404,
                keeping.get(candidate, "/api/applications?candidate_id=999").status());
        assertEquals(400, keeping.get(keeping.recruiter, "/api/applications").status());
    }

    @Test
    void theFormIsASchemaThatLetsTheAnswersPass() {
        Reply form = board.get(jobs + "/application-form");
        assertEquals(200, form.status(), form::text);
        var schema = Description.schemaOf(form.bytes());
        assertEquals(List.of(), faults(schema, "{\"licence\": [\"yes\"]}"));
        for (String bad : List.of(
                "{}", "{\"licence\": []}", "{\"licence\": [\"no\"]}", "{\"other\": [\"x\"], \"licence\": [\"yes\"]}"))
            assertTrue(!faults(schema, bad).isEmpty(), bad);
        assertTrue(!form.text().contains("knockout"));
        assertEquals(404, board.get("/api/jobs/9999/application-form").status());
    }

    private static List<?> faults(com.networknt.schema.Schema schema, String json) {
        return schema.validate(json, com.networknt.schema.InputFormat.JSON);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"licence\": [\"yes\"] | \"licence\": [\"no\"] | 422 | /answers/licence/0",
                "\"licence\": [\"yes\"] | | 422 | /answers/licence",
                "\"licence\": [\"yes\"] | \"licence\": [\"yes\"], \"x y\": [] | 422 | /answers/x y",
                "\"licence\": [\"yes\"] | \"licence\": \"yes\" | 400 | /answers/licence",
                "\"licence\": [\"yes\"] | \"licence\": [1] | 400 | /answers/licence/0",
                "+919876543211 | 12 | 422 | /applicant/phone",
                "\"name\": \"Meena\", | | 400 | /applicant/name",
                "\"store\": true | \"store\": 1 | 400 | /consent/store",
                "\"applicant\" | \"candidate_id\": 7, \"applicant\" | 422 | /candidate_id"
            })
    void anApplicationThatCannotBeIsTold(String part, String other, int status, String pointer) {
        int before = store.commits();
        Reply reply = apply(
                keeping.key(Role.PARTNER), APPLY.replace("3210", "3211").replace(part, other == null ? "" : other));
        assertEquals(status, reply.status(), reply::text);
        assertTrue(reply.text().contains("\"pointer\":\"" + pointer + '"'), reply::text);
        assertEquals(before, store.commits());
    }

    @Test
    void whoHasAppliedDoesNotApplyAgain() {
        Reply again = apply(
                candidate, APPLY.replace("\"applicant\": {\"name\": \"Meena\", \"phone\": \"+919876543210\"},", ""));
        assertEquals(409, again.status(), again::text);
        assertTrue(again.text().contains("ALREADY_APPLIED"), again::text);
        for (String key : List.of(keeping.recruiter, board.operator))
            assertEquals(403, apply(key, APPLY).status());
    }

    @Test
    void membersOfAMoveFitTheMove() {
        for (String body : List.of(
                "{\"move\": \"REJECT\"}",
                "{\"move\": \"SHORTLIST\", \"slot_id\": 1}",
                "{\"move\": \"SCHEDULE_INTERVIEW\"}",
                "{\"move\": \"OFFER\", \"reason\": \"x\"}",
                "{\"move\": \"OFFER\"}")) {
            Reply reply = keeping.send(keeping.recruiter, "POST", own + "/transitions", body, "If-Match", "*");
            assertEquals(422, reply.status(), body);
            assertTrue(reply.text().contains("\"pointer\":\"/"), reply::text);
        }
    }
}
