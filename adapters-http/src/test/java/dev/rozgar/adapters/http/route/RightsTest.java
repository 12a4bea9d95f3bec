package dev.rozgar.adapters.http.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rozgar.adapters.http.Board;
import dev.rozgar.adapters.http.Board.Reply;
import dev.rozgar.adapters.http.Keeping;
import dev.rozgar.application.access.Reach;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.access.Role;
import dev.rozgar.domain.company.Company;
import dev.rozgar.domain.company.CompanyMove;
import dev.rozgar.domain.company.CompanyState;
import dev.rozgar.domain.job.JobMove;
import dev.rozgar.domain.job.JobState;
import io.helidon.http.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every operation, tried by everybody over the wire, ends as the table of rights says: done where a role has
/// the right, 404 where it has it for its own only and the thing is another's, else 403, and 401 for nobody.
public class RightsTest {
    /// A recruiter of the company itself, and everybody else; the stranger is a recruiter of another company.
    public enum Caller {
        NOBODY(Role.ANONYMOUS),
        CANDIDATE(Role.CANDIDATE),
        RECRUITER(Role.RECRUITER),
        STRANGER(Role.RECRUITER),
        MODERATOR(Role.MODERATOR),
        FINANCE(Role.FINANCE),
        OPERATOR(Role.OPERATOR),
        PARTNER(Role.PARTNER);

        private final Role role;

        Caller(Role role) {
            this.role = role;
        }

        public int status(Right right, int done) {
            Optional<Reach> reach = right.of(role);
            if (reach.isEmpty()) return role == Role.ANONYMOUS ? 401 : 403;
            return reach.get() == Reach.ANY || this == RECRUITER ? done : 404;
        }
    }

    /// Things that need other stores than the one here.
    private static final List<String> ELSEWHERE =
            List.of("Application", "Invoice", "Search", "Found", "Webhook", "Delivery");

    private static Board board;
    private static Keeping keeping;
    private static final Map<Caller, String> KEYS = new EnumMap<>(Caller.class);

    @BeforeAll
    static void open() {
        board = Board.open();
        keeping = new Keeping(board);
        for (Caller caller : Caller.values()) {
            String key = switch (caller) {
                case NOBODY -> "";
                case RECRUITER -> keeping.recruiter;
                case STRANGER -> keeping.stranger;
                case CANDIDATE, MODERATOR, FINANCE, OPERATOR, PARTNER -> keeping.key(caller.role);
            };
            KEYS.put(caller, key);
        }
    }

    @AfterAll
    static void close() {
        board.close();
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("operations")
    void anOperationIsOpenToWhomTheTableNames(Operation operation, Caller caller) {
        keeping.begin();
        if (operation == Operation.REMOVE_COMPANY) board.store.jobs.clear();
        int before = board.store.writes + board.index.orders.size();
        Right right = operation.rights().iterator().next();
        int done = switch (operation.kind()) {
            case CREATE -> 201;
            case TASK -> 202;
            default -> 200;
        };
        Reply reply = send(operation, caller, body(operation));
        int expected = caller.status(right, done);
        assertEquals(expected, reply.status(), reply::text);
        boolean written = board.store.writes + board.index.orders.size() > before;
        assertEquals(operation.kind().isWrite() && expected < 300, written);
    }

    private static Stream<Arguments> operations() {
        return Arrays.stream(Operation.values())
                .filter(operation -> !operation.rights().isEmpty()
                        && operation.kind() != OperationKind.MOVE
                        && operation != Operation.LIST_SLOTS
                        && !ELSEWHERE.contains(operation.thing()))
                .flatMap(operation -> Arrays.stream(Caller.values()).map(caller -> arguments(operation, caller)));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("jobMoves")
    void aMoveOfAJobIsOpenToWhomTheTableNames(JobMove.Trigger move, Caller caller) {
        keeping.begin();
        if (move == JobMove.Trigger.FILL) keeping.fill();
        keeping.put(before(move));
        Reply reply = send(Operation.MOVE_JOB, caller, body(move));
        int expected = caller.status(Right.of(move), 201);
        assertEquals(expected, reply.status(), reply::text);
    }

    private static Stream<Arguments> jobMoves() {
        return Arrays.stream(JobMove.Trigger.values())
                .flatMap(move -> Arrays.stream(Caller.values()).map(caller -> arguments(move, caller)));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("companyMoves")
    void aMoveOfACompanyIsOpenToWhomTheTableNames(CompanyMove.Trigger move, Caller caller) {
        keeping.begin();
        Company company = board.store.company(1);
        CompanyState state = company.state();
        if (move == CompanyMove.Trigger.VERIFY || move == CompanyMove.Trigger.VERIFY_CONTACT)
            state = new CompanyState.Unverified();
        board.store.put(new Company(
                company.id(), company.profile(), state, company.version(), company.createdAt(), company.updatedAt()));
        if (move == CompanyMove.Trigger.REINSTATE)
            send(Operation.MOVE_COMPANY, Caller.OPERATOR, "{\"move\": \"SUSPEND\", \"reason\": \"x\"}");
        String reason = move == CompanyMove.Trigger.SUSPEND ? ", \"reason\": \"papers\"" : "";
        Reply reply = send(Operation.MOVE_COMPANY, caller, "{\"move\": \"" + move + '"' + reason + '}');
        assertEquals(caller.status(Right.of(move), 201), reply.status(), reply::text);
    }

    private static Stream<Arguments> companyMoves() {
        return Arrays.stream(CompanyMove.Trigger.values())
                .flatMap(move -> Arrays.stream(Caller.values()).map(caller -> arguments(move, caller)));
    }

    @Test
    void aNarrowKeyOpensNothingElse() {
        keeping.begin();
        String narrow = board.keys.make(
                Role.OPERATOR, Optional.empty(), Optional.empty(), Set.of(Right.JOB_READ, Right.JOB_CLOSE));
        assertEquals(200, keeping.get(narrow, "/api/jobs/2/manage").status());
        assertEquals(403, keeping.get(narrow, "/api/companies/1/manage").status());
        assertEquals(403, keeping.get(narrow, "/api/jobs").status());
        assertEquals(
                403,
                keeping.move(narrow, "{\"move\": \"PAUSE\", \"from_state\": \"PUBLISHED\"}")
                        .status());
        assertEquals(
                201,
                keeping.move(narrow, "{\"move\": \"CLOSE\", \"reason\": \"x\", \"from_state\": \"PUBLISHED\"}")
                        .status());
    }

    @Test
    void everyOperationButTheOperatorsOwnNeedsARight() {
        for (Operation operation : Operation.values())
            assertEquals(
                    operation.kind() == OperationKind.OPERATIONS,
                    operation.rights().isEmpty(),
                    operation::name);
    }

    private static Reply send(Operation operation, Caller caller, String body) {
        String target = operation
                .template()
                .replace("{sequence}", "1")
                .replace("{table}", "company")
                .replace("{key}", "1")
                .replace("{id}", operation.template().startsWith(Paths.JOBS) ? "2" : "1");
        var request = board.request(target);
        String key = KEYS.getOrDefault(caller, "");
        if (!key.isEmpty()) request.header("Authorization", "Bearer " + key);
        if (operation.kind().isConditional()) request.header("If-Match", "*");
        String method = operation.method().text();
        return board.send(
                operation.kind().takesBody()
                        ? Board.json(request, method, body)
                        : request.method(method, java.net.http.HttpRequest.BodyPublishers.noBody()));
    }

    private static String body(Operation operation) {
        if (operation == Operation.EDIT_FORM) return Keeping.FORM;
        if (operation == Operation.OPEN_SLOT) return Keeping.SLOT;
        if (operation == Operation.VERIFY_SEARCH) return "{\"random\": 1}";
        if (operation == Operation.SEARCH_JOBS) return "{\"limit\": 1}";
        boolean job = operation.thing().equals("Job");
        if (operation.method().equals(Method.PATCH) || operation.kind() == OperationKind.TASK) return "{}";
        if (operation.kind() == OperationKind.REPLACE) return job ? '{' + Keeping.CONTENT + '}' : Keeping.COMPANY;
        return job ? Keeping.JOB.replace("R-1", "R-2") : Keeping.COMPANY.replace("acme", "bolt");
    }

    private static String body(JobMove.Trigger move) {
        String more = switch (move) {
            case REQUEST_CHANGES, REJECT, MARK_SPAM, FILL, CLOSE -> ", \"reason\": \"because\"";
            case REOPEN -> ", \"until\": \"" + Keeping.UNTIL + '"';
            case SUBMIT, APPROVE, START, PAUSE, RESUME, EXPIRE, ARCHIVE -> "";
        };
        return "{\"move\": \"" + move + '"' + more + '}';
    }

    /// A state that the move leads out of.
    private static JobState before(JobMove.Trigger move) {
        Instant now = Board.NOW;
        return switch (move) {
            case SUBMIT -> new JobState.Draft();
            case APPROVE, REQUEST_CHANGES, REJECT, MARK_SPAM -> new JobState.InReview(now);
            case START, EXPIRE -> new JobState.Scheduled(now.minusSeconds(9), Keeping.UNTIL);
            case PAUSE, FILL, CLOSE -> new JobState.Published(now, Keeping.UNTIL);
            case RESUME -> new JobState.Paused(now, now, Keeping.UNTIL);
            case REOPEN -> new JobState.Expired(now, Optional.of(now));
            case ARCHIVE -> new JobState.Closed(now, Optional.of(now), "x");
        };
    }
}
