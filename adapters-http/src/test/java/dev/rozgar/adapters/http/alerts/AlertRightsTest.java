package dev.rozgar.adapters.http.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rozgar.adapters.http.Board;
import dev.rozgar.adapters.http.Board.Reply;
import dev.rozgar.adapters.http.Keeping;
import dev.rozgar.adapters.http.route.Operation;
import dev.rozgar.adapters.http.route.OperationKind;
import dev.rozgar.adapters.http.route.RightsTest.Caller;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.access.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// As [dev.rozgar.adapters.http.route.RightsTest], of saved searches and webhooks: each is one keeper's, and there is
/// no role that sees everybody's.
class AlertRightsTest {
    private static final Set<String> THINGS = Set.of("Search", "Found", "Webhook", "Delivery");

    private static Listening all;

    @BeforeAll
    static void open() {
        all = new Listening();
    }

    @AfterAll
    static void close() {
        all.close();
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("operations")
    void anOperationIsOpenToWhomTheTableNames(Operation operation, Caller caller) {
        String webhook = all.added(all.keeping.recruiter);
        String search = all.saved(all.keeping.recruiter);
        all.find(search, 145);
        String sent = "msg_" + all.due().getLast().id().value();
        int before = all.store.commits();

        Reply reply = send(
                operation,
                caller,
                operation
                        .template()
                        .replace("/api/searches/{id}", search)
                        .replace("/api/webhooks/{id}", webhook)
                        .replace("{delivery}", sent));

        int expected = expected(operation, caller);
        assertEquals(expected, reply.status(), reply::text);
        boolean written = all.store.commits() > before;
        boolean writes = operation.kind().isWrite() || operation == Operation.ROTATE_SECRET;
        assertEquals(writes && expected < 300, written);
        clear();
    }

    private static int expected(Operation operation, Caller caller) {
        Right right = operation.rights().iterator().next();
        boolean creates = operation.kind() == OperationKind.CREATE;
        int status = caller.status(right, creates ? 201 : 200);
        // What is not about one thing is about the caller's own.
        return status == 404 && !operation.template().contains("{") ? creates ? 201 : 200 : status;
    }

    /// A keeper may have so many only.
    private static void clear() {
        for (String key : List.of(all.keeping.recruiter, all.keeping.stranger, all.candidate, all.partner))
            for (String path : List.of("/api/webhooks", "/api/searches"))
                for (String id : ids(all.read(key, path))) all.ask(key, "DELETE", path + '/' + id, "If-Match", "*");
    }

    private static List<String> ids(String page) {
        return Pattern.compile("\"id\":([0-9]+)")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static Stream<Arguments> operations() {
        return Arrays.stream(Operation.values())
                .filter(operation -> THINGS.contains(operation.thing()))
                .flatMap(operation -> Arrays.stream(Caller.values()).map(caller -> arguments(operation, caller)));
    }

    private static Reply send(Operation operation, Caller caller, String path) {
        var request = all.board.request(path);
        String key = key(caller);
        if (!key.isEmpty()) request.header("Authorization", "Bearer " + key);
        if (operation.kind().isConditional()) request.header("If-Match", "*");
        String method = operation.method().text();
        String body = operation.thing().equals("Search") ? Keeping.SEARCH : Keeping.WEBHOOK;
        return all.board.send(
                operation.kind().takesBody()
                        ? Board.json(request, method, body)
                        : request.method(method, BodyPublishers.noBody()));
    }

    private static String key(Caller caller) {
        return switch (caller) {
            case NOBODY -> "";
            case RECRUITER -> all.keeping.recruiter;
            case STRANGER -> all.keeping.stranger;
            case CANDIDATE -> all.candidate;
            case MODERATOR -> all.keeping.key(Role.MODERATOR);
            case FINANCE -> all.keeping.key(Role.FINANCE);
            case OPERATOR -> all.board.operator;
            case PARTNER -> all.partner;
        };
    }
}
