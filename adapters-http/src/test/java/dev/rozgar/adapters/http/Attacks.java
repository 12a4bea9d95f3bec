package dev.rozgar.adapters.http;

import dev.rozgar.adapters.http.alerts.SearchRoutes;
import dev.rozgar.adapters.http.alerts.WebhookRoutes;
import dev.rozgar.adapters.http.billing.InvoiceRoutes;
import dev.rozgar.adapters.http.company.CompanyRoutes;
import dev.rozgar.adapters.http.hiring.ApplicationRoutes;
import dev.rozgar.adapters.http.hiring.HiringRoutes;
import dev.rozgar.adapters.http.index.IndexRoutes;
import dev.rozgar.adapters.http.json.Shape;
import dev.rozgar.adapters.http.posting.JobWriteRoutes;
import dev.rozgar.adapters.http.route.Operation;
import dev.rozgar.adapters.http.route.OperationKind;
import dev.rozgar.adapters.http.wire.RequestBody;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Requests that should not be, for every operation that writes.
final class Attacks {
    private static final String DEEP = "[".repeat(21) + "]".repeat(21);
    private static final String NULLS = String.join(",", Collections.nCopies(10_000, "null"));

    /// Bodies that are wrong whatever they are meant for.
    private static final List<String> BODIES = List.of(
            "",
            " ",
            "null",
            "[]",
            "1",
            "\"x\"",
            "true",
            "{",
            "}",
            "{]",
            "{\"a\" 1}",
            "{'a': 1}",
            "{\"a\": 1,}",
            "{\"a\": 01}",
            "{\"a\": NaN}",
            "{\"a\": Infinity}",
            "{\"a\": tru}",
            "{\"a\": \"\\x\"}",
            "{\"a\": \"\n\"}",
            "{\"a\": \"\u0000\"}",
            "{\"a\": \"x",
            "// x\n{}",
            "{} {}",
            "{} x",
            "{}}",
            "{\"__proto__\": {}}",
            "{\"$where\": \"1\"}",
            "{\"title'; drop table job; --\": 1}",
            "{\"a\": " + DEEP + '}',
            DEEP,
            "[".repeat(100_000),
            "{\"a\":".repeat(5_000),
            "{\"a\": [" + NULLS + "]}",
            "{\"@type\": \"java.lang.Runtime\"}");

    private static final List<String> CONTENT_TYPES = List.of(
            "",
            "Content-Type: text/plain\r\n",
            "Content-Type: application/xml\r\n",
            "Content-Type: application/x-www-form-urlencoded\r\n",
            "Content-Type: application/json; charset=utf-16\r\n",
            "Content-Type: application/jsonp\r\n",
            "Content-Type: */*\r\n");

    /// A header too many or too odd, and what it is answered.
    private static final Map<String, Integer> HEADERS = Map.ofEntries(
            Map.entry("Idempotency-Key: " + "x".repeat(256), 400),
            Map.entry("Idempotency-Key: a b", 400),
            Map.entry("Idempotency-Key: \u00e4", 400),
            Map.entry("Idempotency-Key: a\r\nIdempotency-Key: b", 400),
            Map.entry("On-Behalf-Of: " + "x".repeat(201), 400),
            Map.entry("On-Behalf-Of: \u00e4", 400),
            Map.entry("On-Behalf-Of: a\r\nOn-Behalf-Of: b", 400),
            Map.entry("Authorization: Bearer " + "x".repeat(9_000), 401),
            Map.entry("X-Large: " + "x".repeat(20_000), 431),
            Map.entry("Accept: text/html", 406),
            Map.entry("Transfer-Encoding: chunked", 400),
            Map.entry("Transfer-Encoding: identity", 400),
            Map.entry("Transfer-Encoding: gzip, chunked", 400),
            Map.entry("Content-Length: 3", 400),
            Map.entry("Content-Length: -1", 400),
            Map.entry("Content-Length : 2", 400),
            Map.entry("Bad Name: 1", 400),
            Map.entry("X-Nul: a\u0000b", 400));

    private Attacks() {}

    static Stream<Attack> all() {
        List<Attack> attacks = new ArrayList<>();
        for (Operation operation : Operation.values()) {
            if (operation.kind() == OperationKind.SEARCH) byBody(operation, attacks);
            if (!operation.kind().isWrite()) continue;
            byHeaders(operation, attacks);
            byAddress(operation, attacks);
            if (operation.kind().isConditional()) byPrecondition(operation, attacks);
            if (!operation.kind().takesBody()) continue;
            byBody(operation, attacks);
            byMember(operation, attacks);
        }
        return attacks.stream();
    }

    private static void byHeaders(Operation operation, List<Attack> attacks) {
        HEADERS.forEach((header, status) -> {
            String head = headers(operation, type(operation)) + header + "\r\n";
            attacks.add(attack(operation, header, status, false, path(operation), head, GoodBodies.of(operation)));
        });
    }

    private static void byAddress(Operation operation, List<Attack> attacks) {
        for (String query : List.of(
                "validate_only=yes",
                "validate_only=true&validate_only=true",
                "sync=never",
                "x=1",
                "%00",
                "a=%ff",
                "validate_only=true;x"))
            attacks.add(attack(
                    operation,
                    '?' + query,
                    400,
                    false,
                    path(operation) + '?' + query,
                    good(operation),
                    GoodBodies.of(operation)));
        if (!operation.template().contains("{")) return;
        for (String id : List.of(
                "0", "-1", "1.5", "1e3", "x", "2%27%20or%201=1", "2%00", "99999999999999999999", "%2e%2e", "02"))
            attacks.add(attack(
                    operation,
                    id,
                    404,
                    false,
                    operation
                            .template()
                            .replace("{table}", "company")
                            .replace("{key}", id)
                            .replace("{id}", id),
                    good(operation),
                    GoodBodies.of(operation)));
    }

    private static void byPrecondition(Operation operation, List<Attack> attacks) {
        Map<String, Integer> tags = Map.of(
                "", 428,
                "If-Match: 1\r\n", 400,
                "If-Match: \"1\r\n", 400,
                "If-Match: \"1\", \"2\"\r\n", 400,
                "If-Match: *\r\nIf-Match: \"1\"\r\n", 400,
                "If-Match: W/\"1\"\r\n", 412,
                "If-Match: \"99\"\r\n", 412,
                "If-Match: \"' or 1=1\"\r\n", 400,
                "If-Match: \"99999999999999999999\"\r\n", 412);
        // There is nothing else here whose version could differ.
        boolean stored = List.of("Job", "Company", "Form").contains(operation.thing());
        tags.forEach((tag, status) -> {
            if (stored || status != 412)
                attacks.add(attack(
                        operation,
                        tag,
                        status,
                        false,
                        path(operation),
                        credential(operation) + type(operation) + tag,
                        GoodBodies.of(operation)));
        });
    }

    private static void byBody(Operation operation, List<Attack> attacks) {
        boolean needed = operation.kind() != OperationKind.TASK;
        for (String body : BODIES)
            if (needed || !body.isEmpty()) attacks.add(onBody(operation, 400, body.getBytes(StandardCharsets.UTF_8)));
        attacks.add(onBody(operation, 400, "{\"a\": 1}".getBytes(StandardCharsets.UTF_16)));
        attacks.add(attack(operation, "no UTF-8", 400, false, path(operation), good(operation), new byte[] {
            '{', '"', (byte) 0xff, '"', ':', '1', '}'
        }));
        attacks.add(attack(
                operation, "huge", 413, false, path(operation), good(operation), new byte[RequestBody.MOST_BYTES + 1]));
        for (String type : CONTENT_TYPES)
            attacks.add(attack(
                    operation, type, 415, false, path(operation), headers(operation, type), GoodBodies.of(operation)));
        String other = operation.kind() == OperationKind.PATCH ? "json" : "merge-patch+json";
        String typed = headers(operation, "Content-Type: application/" + other + "\r\n");
        attacks.add(attack(operation, other, 415, false, path(operation), typed, GoodBodies.of(operation)));
        for (String coding : List.of("br", "gzip"))
            attacks.add(attack(
                    operation,
                    coding,
                    415,
                    false,
                    path(operation),
                    good(operation) + "Content-Encoding: " + coding + "\r\n",
                    GoodBodies.of(operation)));
    }

    /// Every member that is declared, with values of every other type.
    private static void byMember(Operation operation, List<Attack> attacks) {
        shape(operation).byName().forEach((name, member) -> {
            for (String value : WrongValues.of(member.shape()))
                attacks.add(
                        onBody(operation, 400, ("{\"" + name + "\": " + value + '}').getBytes(StandardCharsets.UTF_8)));
        });
    }

    private static Shape.Members shape(Operation operation) {
        if (operation == Operation.APPLY) return ApplicationRoutes.APPLY;
        if (operation == Operation.MOVE_APPLICATION) return ApplicationRoutes.MOVE;
        if (operation == Operation.EDIT_FORM) return HiringRoutes.FORM;
        if (operation == Operation.OPEN_SLOT) return HiringRoutes.SLOT;
        if (operation == Operation.DRAFT_INVOICE) return InvoiceRoutes.DRAFT;
        if (operation == Operation.MOVE_INVOICE) return InvoiceRoutes.MOVE;
        if (operation == Operation.SAVE_SEARCH) return SearchRoutes.BODY;
        if (operation.thing().equals("Webhook")) return WebhookRoutes.BODY;
        if (operation.kind() == OperationKind.TASK) return IndexRoutes.BUILD;
        boolean job = operation.thing().equals("Job");
        return switch (operation.kind()) {
            case CREATE -> job ? JobWriteRoutes.POST : CompanyRoutes.BODY;
            case REPLACE -> job ? JobWriteRoutes.EDIT : CompanyRoutes.BODY;
            case PATCH -> job ? JobWriteRoutes.PATCH : CompanyRoutes.PATCH;
            case MOVE -> job ? JobWriteRoutes.MOVE : CompanyRoutes.MOVE;
            default -> throw new IllegalArgumentException(operation + " takes no body");
        };
    }

    private static Attack onBody(Operation operation, int status, byte[] body) {
        String text = new String(body, 0, Math.min(60, body.length), StandardCharsets.ISO_8859_1);
        boolean pointed = body.length > 1 && body[0] != (byte) 0xfe;
        return attack(operation, text, status, pointed, path(operation), good(operation), body);
    }

    private static Attack attack(
            Operation operation, String what, int status, boolean pointed, String target, String headers, byte[] sent) {
        byte[] body = operation.kind().takesBody() ? sent : new byte[0];
        String head = operation.method().text() + ' ' + target + " HTTP/1.1\r\nHost: x\r\n" + headers
                + (what.startsWith("Content-Length:") && what.contains("-1")
                        ? ""
                        : "Content-Length: " + body.length + "\r\n")
                + "\r\n";
        byte[] first = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = new byte[first.length + body.length];
        System.arraycopy(first, 0, whole, 0, first.length);
        System.arraycopy(body, 0, whole, first.length, body.length);
        return new Attack(operation, what.length() > 60 ? what.substring(0, 60) : what, status, pointed, whole);
    }

    /// Somebody who may do it: the second key of a board is made for a recruiter, the fourth for a partner,
    /// the fifth for finance.
    private static String credential(Operation operation) {
        int key = switch (operation) {
            case APPLY -> 4;
            case MOVE_APPLICATION, SAVE_SEARCH, REMOVE_SEARCH, ADD_WEBHOOK, EDIT_WEBHOOK, REMOVE_WEBHOOK -> 2;
            case DRAFT_INVOICE, DELETE_INVOICE, MOVE_INVOICE -> 5;
            default -> 1;
        };
        return "Authorization: Bearer " + InMemoryApiKeys.text(key) + "\r\n";
    }

    private static String path(Operation operation) {
        return operation
                .template()
                .replace("{table}", "company")
                .replace("{key}", "1")
                .replace("{id}", operation.thing().equals("Company") ? "1" : "2");
    }

    private static String type(Operation operation) {
        String subtype = operation.kind() == OperationKind.PATCH ? "merge-patch+json" : "json";
        return operation.kind().takesBody() ? "Content-Type: application/" + subtype + "\r\n" : "";
    }

    private static String headers(Operation operation, String type) {
        return credential(operation) + type + (operation.kind().isConditional() ? "If-Match: *\r\n" : "");
    }

    private static String good(Operation operation) {
        return headers(operation, type(operation));
    }
}
