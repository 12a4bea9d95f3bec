package dev.rozgar.adapters.http.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rozgar.adapters.http.Board;
import dev.rozgar.adapters.http.Board.Reply;
import dev.rozgar.adapters.http.route.Operation;
import dev.rozgar.adapters.http.route.OperationKind;
import dev.rozgar.adapters.http.route.RightsTest.Caller;
import dev.rozgar.application.access.Right;
import dev.rozgar.application.access.Role;
import dev.rozgar.domain.billing.InvoiceMove;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// As [RightsTest], of the operations on invoices, which need a store that keeps books.
class InvoiceRightsTest {
    private final Books books = new Books();

    @AfterEach
    void close() {
        books.close();
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("operations")
    void anOperationIsOpenToWhomTheTableNames(Operation operation, Caller caller) {
        String invoice = operation == Operation.DRAFT_INVOICE ? "/api/invoices/1" : books.drafted();
        int before = books.store.commits();
        Reply reply = send(operation, caller, invoice);
        Right right = operation.rights().iterator().next();
        int expected = caller.status(right, operation.kind() == OperationKind.CREATE ? 201 : 200);
        // Without a company named, a list is of the caller's own: the stranger's is empty.
        if (operation == Operation.LIST_INVOICES && caller == Caller.STRANGER) expected = 200;
        assertEquals(expected, reply.status(), reply::text);
        boolean written = books.store.commits() > before;
        assertEquals(operation.kind().isWrite() && expected < 300, written);
    }

    private static Stream<Arguments> operations() {
        return Arrays.stream(Operation.values())
                .filter(operation -> operation.thing().equals("Invoice") && operation.kind() != OperationKind.MOVE)
                .flatMap(operation -> Arrays.stream(Caller.values()).map(caller -> arguments(operation, caller)));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("moves")
    void aMoveIsOpenToWhomTheTableNames(InvoiceMove.Trigger move, Caller caller) {
        String invoice = move == InvoiceMove.Trigger.ISSUE ? books.drafted() : books.issued();
        int before = books.store.commits();
        Reply reply = send(Operation.MOVE_INVOICE, caller, invoice, body(move));
        int expected = caller.status(Right.of(move), 201);
        assertEquals(expected, reply.status(), reply::text);
        assertEquals(expected < 300, books.store.commits() > before);
    }

    private static Stream<Arguments> moves() {
        return Arrays.stream(InvoiceMove.Trigger.values())
                .flatMap(move -> Arrays.stream(Caller.values()).map(caller -> arguments(move, caller)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("strangers")
    void anotherCompanysInvoicesAreNotThere(Operation operation) {
        Reply reply = send(operation, Caller.STRANGER, books.issued(), "");
        Reply absent = send(operation, Caller.STRANGER, "/api/invoices/999", "");
        if (operation != Operation.LIST_INVOICES) assertEquals(absent.status(), reply.status());
        else assertEquals("{\"items\":[],\"links\":{\"self\":\"/api/invoices\"}}", reply.text());
    }

    private static Stream<Operation> strangers() {
        return Arrays.stream(Operation.values())
                .filter(operation -> operation.rights().contains(Right.INVOICE_READ));
    }

    private Reply send(Operation operation, Caller caller, String invoice) {
        return send(operation, caller, invoice, "{\"company_id\": 1, \"month\": \"2026-03\"}");
    }

    private Reply send(Operation operation, Caller caller, String invoice, String body) {
        String id = invoice.substring(invoice.lastIndexOf('/') + 1);
        var request = books.board
                .request(operation.template().replace("{id}", id).replace("{sequence}", "1"))
                .header("Idempotency-Key", "once");
        String key = key(caller);
        if (!key.isEmpty()) request.header("Authorization", "Bearer " + key);
        if (operation.kind().isConditional()) request.header("If-Match", "*");
        String method = operation.method().text();
        return books.board.send(
                operation.kind().takesBody()
                        ? Board.json(request, method, body)
                        : request.method(method, BodyPublishers.noBody()));
    }

    private String key(Caller caller) {
        return switch (caller) {
            case NOBODY -> "";
            case RECRUITER -> books.keeping.recruiter;
            case STRANGER -> books.keeping.stranger;
            case CANDIDATE -> books.keeping.key(Role.CANDIDATE);
            case MODERATOR -> books.keeping.key(Role.MODERATOR);
            case FINANCE -> books.finance;
            case OPERATOR -> books.board.operator;
            case PARTNER -> books.keeping.key(Role.PARTNER);
        };
    }

    private static String body(InvoiceMove.Trigger move) {
        String more = switch (move) {
            case ISSUE -> "";
            case RECORD_PAYMENT -> ", \"amount\": 1.00, \"currency\": \"INR\", \"reference\": \"UTR-1\"";
            case WRITE_OFF, VOID, CREDIT -> ", \"reason\": \"because\"";
        };
        return "{\"move\": \"" + move + '"' + more + '}';
    }
}
