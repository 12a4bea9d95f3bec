package dev.rozgar.adapters.http.route;

import dev.rozgar.application.change.Subject;

/// Where things are: the templates of all routes, and what is put together from them.
public final class Paths {
    public static final String ELASTIC = "/api/job/elastic";
    static final String DATABASE = "/api/job/database";
    public static final String JOBS = "/api/jobs";
    static final String JOB = JOBS + "/{id}";
    /// Behind a list whose query comes in a body.
    public static final String BY_BODY = "/search";
    public static final String COMPANIES = "/api/companies";
    static final String COMPANY = COMPANIES + "/{id}";
    public static final String APPLICATIONS = "/api/applications";
    static final String APPLICATION = APPLICATIONS + "/{id}";
    public static final String INVOICES = "/api/invoices";
    static final String INVOICE = INVOICES + "/{id}";
    static final String INDEX = "/api/index";
    static final String SEARCH = "/api/search";
    public static final String SEARCHES = "/api/searches";
    static final String SAVED = SEARCHES + "/{id}";
    public static final String FOUND = "/found";
    public static final String WEBHOOKS = "/api/webhooks";
    static final String WEBHOOK = WEBHOOKS + "/{id}";
    static final String DELIVERIES = WEBHOOK + "/deliveries";
    public static final String MOVES = "/transitions";
    static final String LINE = MOVES + "/{sequence}";
    static final String OPTIONS = "/permitted-transitions";

    public static final String SIMILAR = "/similar";
    static final String FORM = JOB + "/application-form";
    public static final String SLOTS = "/interview-slots";

    /// Where the things of a kind are.
    public static String of(Subject.Kind kind) {
        return switch (kind) {
            case COMPANY -> COMPANIES;
            case JOB -> JOBS;
            case APPLICATION -> APPLICATIONS;
            case INVOICE -> INVOICES;
        };
    }

    private Paths() {}
}
