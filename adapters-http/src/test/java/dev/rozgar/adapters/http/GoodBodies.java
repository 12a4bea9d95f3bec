package dev.rozgar.adapters.http;

import dev.rozgar.adapters.http.route.Operation;
import java.nio.charset.StandardCharsets;

/// Bodies with which nothing is wrong, for every operation that takes one.
final class GoodBodies {
    private GoodBodies() {}

    static byte[] of(Operation operation) {
        String body = switch (operation) {
            case APPLY -> "{\"candidate_id\": 1, \"consent\": {\"store\": true, \"contact\": true}}";
            case MOVE_APPLICATION -> "{\"move\": \"VIEW\"}";
            case EDIT_FORM -> Keeping.FORM;
            case OPEN_SLOT -> Keeping.SLOT;
            case DRAFT_INVOICE -> "{\"company_id\": 1, \"month\": \"2026-03\"}";
            case MOVE_INVOICE -> "{\"move\": \"ISSUE\"}";
            case SAVE_SEARCH -> Keeping.SEARCH;
            case ADD_WEBHOOK, EDIT_WEBHOOK -> Keeping.WEBHOOK;
            default -> usual(operation);
        };
        return body.getBytes(StandardCharsets.UTF_8);
    }

    private static String usual(Operation operation) {
        boolean job = operation.thing().equals("Job");
        return switch (operation.kind()) {
            case CREATE -> job ? Keeping.JOB.replace("R-1", "R-2") : Keeping.COMPANY.replace("acme", "bolt");
            case REPLACE -> job ? '{' + Keeping.CONTENT + '}' : Keeping.COMPANY;
            case MOVE -> job ? "{\"move\": \"PAUSE\"}" : "{\"move\": \"SUSPEND\", \"reason\": \"x\"}";
            case LIST,
                    SEARCH,
                    STREAM,
                    COMPLETION,
                    ALIKE,
                    FEED,
                    ONE,
                    MANAGE,
                    PATCH,
                    REMOVE,
                    HISTORY,
                    LINE,
                    OPTIONS,
                    FORM,
                    PAGE,
                    STATUS,
                    QUESTION,
                    TASK,
                    OPERATIONS -> "{}";
        };
    }
}
