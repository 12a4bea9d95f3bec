package dev.rozgar.adapters.http.route;

/// What operations are about, as their schemas are called.
final class Things {
    private Things() {}

    /// The more special first: `/api/searches` begins as `/api/search` does.
    static String of(Operation operation) {
        String template = operation.template();
        if (template.startsWith(Paths.FORM)) return "Form";
        if (template.startsWith(Paths.DELIVERIES)) return "Delivery";
        if (template.startsWith(Paths.WEBHOOKS)) return "Webhook";
        return switch (operation) {
            case OPEN_SLOT, LIST_SLOTS -> "Slot";
            case LIST_OPENINGS -> "Opening";
            case INDEX_DEAD_LETTERS -> "DeadLetter";
            case APPLY -> "Application";
            case LIST_FOUND -> "Found";
            default -> byPlace(template);
        };
    }

    private static String byPlace(String template) {
        if (template.startsWith(Paths.APPLICATIONS)) return "Application";
        if (template.startsWith(Paths.INVOICES)) return "Invoice";
        if (template.startsWith(Paths.SEARCHES)) return "Search";
        if (template.startsWith(Paths.INDEX) || template.startsWith(Paths.SEARCH)) return "Index";
        return template.startsWith(Paths.COMPANIES) ? "Company" : "Job";
    }
}
