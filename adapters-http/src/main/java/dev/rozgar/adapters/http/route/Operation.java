package dev.rozgar.adapters.http.route;

import static dev.rozgar.adapters.http.route.OperationKind.ALIKE;
import static dev.rozgar.adapters.http.route.OperationKind.COMPLETION;
import static dev.rozgar.adapters.http.route.OperationKind.CREATE;
import static dev.rozgar.adapters.http.route.OperationKind.FEED;
import static dev.rozgar.adapters.http.route.OperationKind.FORM;
import static dev.rozgar.adapters.http.route.OperationKind.HISTORY;
import static dev.rozgar.adapters.http.route.OperationKind.LINE;
import static dev.rozgar.adapters.http.route.OperationKind.LIST;
import static dev.rozgar.adapters.http.route.OperationKind.MANAGE;
import static dev.rozgar.adapters.http.route.OperationKind.MOVE;
import static dev.rozgar.adapters.http.route.OperationKind.ONE;
import static dev.rozgar.adapters.http.route.OperationKind.OPERATIONS;
import static dev.rozgar.adapters.http.route.OperationKind.OPTIONS;
import static dev.rozgar.adapters.http.route.OperationKind.PAGE;
import static dev.rozgar.adapters.http.route.OperationKind.PATCH;
import static dev.rozgar.adapters.http.route.OperationKind.QUESTION;
import static dev.rozgar.adapters.http.route.OperationKind.REMOVE;
import static dev.rozgar.adapters.http.route.OperationKind.REPLACE;
import static dev.rozgar.adapters.http.route.OperationKind.SEARCH;
import static dev.rozgar.adapters.http.route.OperationKind.STATUS;
import static dev.rozgar.adapters.http.route.OperationKind.STREAM;
import static dev.rozgar.adapters.http.route.OperationKind.TASK;
import static dev.rozgar.application.access.Right.APPLICATION_APPLY;
import static dev.rozgar.application.access.Right.APPLICATION_READ;
import static dev.rozgar.application.access.Right.COMPANY_EDIT;
import static dev.rozgar.application.access.Right.COMPANY_READ;
import static dev.rozgar.application.access.Right.COMPANY_REGISTER;
import static dev.rozgar.application.access.Right.COMPANY_REMOVE;
import static dev.rozgar.application.access.Right.INDEX_MANAGE;
import static dev.rozgar.application.access.Right.INDEX_READ;
import static dev.rozgar.application.access.Right.INVOICE_DRAFT;
import static dev.rozgar.application.access.Right.INVOICE_READ;
import static dev.rozgar.application.access.Right.JOB_EDIT;
import static dev.rozgar.application.access.Right.JOB_POST;
import static dev.rozgar.application.access.Right.JOB_READ;
import static dev.rozgar.application.access.Right.JOB_REMOVE;
import static dev.rozgar.application.access.Right.READ_LISTED;
import static dev.rozgar.application.access.Right.SEARCH_SAVE;
import static dev.rozgar.application.access.Right.WEBHOOK_KEEP;

import dev.rozgar.application.access.Right;
import dev.rozgar.domain.billing.InvoiceMove;
import dev.rozgar.domain.company.CompanyMove;
import dev.rozgar.domain.hiring.ApplicationMove;
import dev.rozgar.domain.job.JobMove;
import io.helidon.http.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;

/// The one table of what this API can do: where, by which method, and with which [Right]. Routes are put up
/// by it, the description is written by it, and a test walks it with every role.
public enum Operation {
    LIST_FROM_ELASTIC(LIST, Method.GET, Paths.ELASTIC, "Lists jobs from Elasticsearch", READ_LISTED),
    POST_TO_ELASTIC(CREATE, Method.POST, Paths.ELASTIC, "Posts a job and waits for the index", JOB_POST),
    LIST_FROM_DATABASE(LIST, Method.GET, Paths.DATABASE, "Lists jobs from PostgreSQL", READ_LISTED),
    POST_TO_DATABASE(CREATE, Method.POST, Paths.DATABASE, "Posts a job; the index follows", JOB_POST),
    LIST_JOBS(LIST, Method.GET, Paths.JOBS, "Lists jobs", READ_LISTED),
    SEARCH_JOBS(SEARCH, Method.POST, Paths.JOBS + Paths.BY_BODY, "Lists jobs, asked in a body", READ_LISTED),
    EXPORT_JOBS(STREAM, Method.GET, Paths.JOBS + "/export", "Streams all jobs of a query", READ_LISTED),
    SUGGEST_JOBS(COMPLETION, Method.GET, Paths.JOBS + "/suggest", "Completes what is being typed", READ_LISTED),
    JOB_CHANGES(
            FEED, Method.GET, Paths.JOBS + "/changes", "Tells what became of listed jobs since a cursor", READ_LISTED),
    POST_JOB(CREATE, Method.POST, Paths.JOBS, "Posts a job", JOB_POST),
    READ_JOB(ONE, Method.GET, Paths.JOB, "Reads a job", READ_LISTED),
    MATCH_JOB(STATUS, Method.GET, Paths.JOB + "/match", "Tells why a query finds a job, or why not", READ_LISTED),
    JOB_SIGNALS(STATUS, Method.GET, Paths.JOB + "/signals", "Tells whether a job is meant, by its past", READ_LISTED),
    SIMILAR_JOBS(ALIKE, Method.GET, Paths.JOB + Paths.SIMILAR, "Lists jobs like one, the likest first", READ_LISTED),
    REPLACE_JOB(REPLACE, Method.PUT, Paths.JOB, "Replaces what a job says", JOB_EDIT),
    PATCH_JOB(PATCH, Method.PATCH, Paths.JOB, "Changes some of what a job says", JOB_EDIT),
    REMOVE_JOB(REMOVE, Method.DELETE, Paths.JOB, "Removes a job for good", JOB_REMOVE),
    MANAGE_JOB(MANAGE, Method.GET, Paths.JOB + "/manage", "Shows all of a job to those who keep it", JOB_READ),
    MOVE_JOB(MOVE, Method.POST, Paths.JOB + Paths.MOVES, "Moves a job", moves(JobMove.Trigger.values(), Right::of)),
    JOB_HISTORY(HISTORY, Method.GET, Paths.JOB + Paths.MOVES, "Tells how a job has moved", JOB_READ),
    JOB_TRANSITION(LINE, Method.GET, Paths.JOB + Paths.LINE, "Tells of one move of a job", JOB_READ),
    JOB_OPTIONS(OPTIONS, Method.GET, Paths.JOB + Paths.OPTIONS, "Tells how a job may move now", JOB_READ),
    LIST_COMPANIES(LIST, Method.GET, Paths.COMPANIES, "Lists companies", READ_LISTED),
    REGISTER_COMPANY(CREATE, Method.POST, Paths.COMPANIES, "Registers a company", COMPANY_REGISTER),
    READ_COMPANY(ONE, Method.GET, Paths.COMPANY, "Reads a company", READ_LISTED),
    REPLACE_COMPANY(REPLACE, Method.PUT, Paths.COMPANY, "Replaces what a company says", COMPANY_EDIT),
    PATCH_COMPANY(PATCH, Method.PATCH, Paths.COMPANY, "Changes some of what a company says", COMPANY_EDIT),
    REMOVE_COMPANY(REMOVE, Method.DELETE, Paths.COMPANY, "Removes a company for good", COMPANY_REMOVE),
    MANAGE_COMPANY(MANAGE, Method.GET, Paths.COMPANY + "/manage", "Shows all of a company to its own", COMPANY_READ),
    MOVE_COMPANY(
            MOVE,
            Method.POST,
            Paths.COMPANY + Paths.MOVES,
            "Moves a company",
            moves(CompanyMove.Trigger.values(), Right::of)),
    COMPANY_HISTORY(HISTORY, Method.GET, Paths.COMPANY + Paths.MOVES, "Tells how a company has moved", COMPANY_READ),
    COMPANY_TRANSITION(LINE, Method.GET, Paths.COMPANY + Paths.LINE, "Tells of one move of a company", COMPANY_READ),
    COMPANY_OPTIONS(
            OPTIONS, Method.GET, Paths.COMPANY + Paths.OPTIONS, "Tells how a company may move now", COMPANY_READ),
    APPLY(CREATE, Method.POST, Paths.JOB + "/applications", "Applies for a job", APPLICATION_APPLY),
    READ_FORM(FORM, Method.GET, Paths.FORM, "What a job asks, as a JSON Schema", READ_LISTED),
    EDIT_FORM(REPLACE, Method.PUT, Paths.FORM, "Replaces what a job asks", JOB_EDIT),
    MANAGE_FORM(MANAGE, Method.GET, Paths.FORM + "/manage", "Shows what a job asks to those who keep it", JOB_READ),
    OPEN_SLOT(CREATE, Method.POST, Paths.JOB + Paths.SLOTS, "Offers a time for interviews", JOB_EDIT),
    LIST_SLOTS(
            PAGE,
            Method.GET,
            Paths.JOB + Paths.SLOTS,
            "Lists the interview slots that are not over to those who keep the job or wait to be seen",
            JOB_READ,
            APPLICATION_READ),
    LIST_OPENINGS(PAGE, Method.GET, Paths.JOB + "/openings", "Lists a job's seats", READ_LISTED),
    LIST_APPLICATIONS(
            PAGE, Method.GET, Paths.APPLICATIONS, "Lists a job's or a candidate's applications", APPLICATION_READ),
    READ_APPLICATION(
            MANAGE, Method.GET, Paths.APPLICATION, "Shows an application to those who share it", APPLICATION_READ),
    MOVE_APPLICATION(
            MOVE,
            Method.POST,
            Paths.APPLICATION + Paths.MOVES,
            "Moves an application",
            moves(ApplicationMove.Trigger.values(), Right::of)),
    APPLICATION_HISTORY(
            HISTORY,
            Method.GET,
            Paths.APPLICATION + Paths.MOVES,
            "Tells how an application has moved",
            APPLICATION_READ),
    APPLICATION_TRANSITION(
            LINE, Method.GET, Paths.APPLICATION + Paths.LINE, "Tells of one move of an application", APPLICATION_READ),
    APPLICATION_OPTIONS(
            OPTIONS,
            Method.GET,
            Paths.APPLICATION + Paths.OPTIONS,
            "Tells how an application may move now",
            APPLICATION_READ),
    LIST_INVOICES(PAGE, Method.GET, Paths.INVOICES, "Lists invoices, the newest first", INVOICE_READ),
    DRAFT_INVOICE(CREATE, Method.POST, Paths.INVOICES, "Drafts an invoice of what is not billed yet", INVOICE_DRAFT),
    READ_INVOICE(MANAGE, Method.GET, Paths.INVOICE, "Shows an invoice to its company and to finance", INVOICE_READ),
    DELETE_INVOICE(REMOVE, Method.DELETE, Paths.INVOICE, "Deletes a draft of an invoice", INVOICE_DRAFT),
    MOVE_INVOICE(
            MOVE,
            Method.POST,
            Paths.INVOICE + Paths.MOVES,
            "Moves an invoice; RECORD_PAYMENT needs an Idempotency-Key",
            moves(InvoiceMove.Trigger.values(), Right::of)),
    INVOICE_HISTORY(HISTORY, Method.GET, Paths.INVOICE + Paths.MOVES, "Tells how an invoice has moved", INVOICE_READ),
    INVOICE_TRANSITION(LINE, Method.GET, Paths.INVOICE + Paths.LINE, "Tells of one move of an invoice", INVOICE_READ),
    INVOICE_OPTIONS(
            OPTIONS, Method.GET, Paths.INVOICE + Paths.OPTIONS, "Tells how an invoice may move now", INVOICE_READ),
    SAVE_SEARCH(CREATE, Method.POST, Paths.SEARCHES, "Saves a search", SEARCH_SAVE),
    LIST_SEARCHES(PAGE, Method.GET, Paths.SEARCHES, "Lists the searches that the caller has saved", SEARCH_SAVE),
    READ_SEARCH(MANAGE, Method.GET, Paths.SAVED, "Shows a saved search", SEARCH_SAVE),
    REMOVE_SEARCH(REMOVE, Method.DELETE, Paths.SAVED, "Removes a saved search with all it has found", SEARCH_SAVE),
    LIST_FOUND(PAGE, Method.GET, Paths.SAVED + Paths.FOUND, "Lists what a saved search has found", SEARCH_SAVE),
    ADD_WEBHOOK(CREATE, Method.POST, Paths.WEBHOOKS, "Has an address told of events; tells its secret", WEBHOOK_KEEP),
    LIST_WEBHOOKS(PAGE, Method.GET, Paths.WEBHOOKS, "Lists the caller's webhooks", WEBHOOK_KEEP),
    READ_WEBHOOK(MANAGE, Method.GET, Paths.WEBHOOK, "Shows a webhook", WEBHOOK_KEEP),
    EDIT_WEBHOOK(REPLACE, Method.PUT, Paths.WEBHOOK, "Replaces address and events, starts it again", WEBHOOK_KEEP),
    REMOVE_WEBHOOK(REMOVE, Method.DELETE, Paths.WEBHOOK, "Removes a webhook with its deliveries", WEBHOOK_KEEP),
    ROTATE_SECRET(STATUS, Method.POST, Paths.WEBHOOK + "/secret", "Gives a webhook another secret", WEBHOOK_KEEP),
    LIST_DELIVERIES(PAGE, Method.GET, Paths.DELIVERIES, "Lists what is sent to a webhook", WEBHOOK_KEEP),
    REPLAY_DELIVERY(
            STATUS, Method.POST, Paths.DELIVERIES + "/{delivery}/replay", "Sends an event once more", WEBHOOK_KEEP),
    INDEX_STATUS(STATUS, Method.GET, Paths.INDEX + "/status", "Tells how the search index is", INDEX_READ),
    EXPLAIN_JOB(
            STATUS,
            Method.GET,
            Paths.INDEX + "/why/job/{id}",
            "Tells why searches show of a job what they show",
            INDEX_READ),
    INDEX_IMPACT(
            STATUS,
            Method.GET,
            Paths.INDEX + "/impact/{table}/{key}",
            "Tells how many jobs would be indexed again if a row changed that they show",
            INDEX_READ),
    INDEX_DEAD_LETTERS(
            PAGE, Method.GET, Paths.INDEX + "/dead-letters", "Lists jobs that the index refused too often", INDEX_READ),
    REDRIVE_INDEX(
            STATUS,
            Method.POST,
            Paths.INDEX + "/redrive",
            "Has the index asked once more to take what it refused too often",
            INDEX_MANAGE),
    VERIFY_INDEX(
            STATUS,
            Method.POST,
            Paths.INDEX + "/verify",
            "Compares a part of the index with PostgreSQL, and has put right what differs",
            INDEX_MANAGE),
    VERIFY_SEARCH(
            QUESTION,
            Method.POST,
            Paths.SEARCH + "/verify",
            "Runs queries on both stores and tells where their answers differ",
            INDEX_MANAGE),
    REBUILD_INDEX(
            TASK,
            Method.POST,
            Paths.INDEX + "/rebuild",
            "Builds a new index beside the live one, checks it and swaps",
            INDEX_MANAGE),
    ROLL_BACK_INDEX(
            TASK,
            Method.POST,
            Paths.INDEX + "/rollback",
            "Makes the index that was live before the live one again, once it has what it missed",
            INDEX_MANAGE),
    LIVE(OPERATIONS, Method.GET, "/health/live", "The process is up"),
    READY(OPERATIONS, Method.GET, "/health/ready", "The service can do its work"),
    METRICS(OPERATIONS, Method.GET, "/metrics", "Metrics"),
    OPENAPI(OPERATIONS, Method.GET, "/openapi", "This description"),
    INDEX(OPERATIONS, Method.GET, "/", "Where everything is");

    private final OperationKind kind;
    private final Method method;
    private final String template;
    private final String summary;
    private final Set<Right> rights;

    Operation(OperationKind kind, Method method, String template, String summary, Right... rights) {
        this(kind, method, template, summary, Arrays.asList(rights));
    }

    Operation(OperationKind kind, Method method, String template, String summary, Collection<Right> rights) {
        this.kind = kind;
        this.method = method;
        this.template = template;
        this.summary = summary;
        this.rights = Set.copyOf(rights);
    }

    /// Whether it changes anything, by a version or not.
    public boolean changes() {
        return kind.isWrite() || kind == OperationKind.STATUS && method.equals(Method.POST);
    }

    public OperationKind kind() {
        return kind;
    }

    public Method method() {
        return method;
    }

    public String template() {
        return template;
    }

    public String summary() {
        return summary;
    }

    /// One of these is needed; which one, the move in the body says. None: open to whoever comes.
    public Set<Right> rights() {
        return rights;
    }

    /// What it is about, as its schemas are called.
    public String thing() {
        return Things.of(this);
    }

    /// Whether it takes what chooses among jobs.
    public boolean choosesJobs() {
        return switch (this) {
            case LIST_JOBS, EXPORT_JOBS, MATCH_JOB, LIST_FROM_ELASTIC, LIST_FROM_DATABASE -> true;
            default -> false;
        };
    }

    /// Whether what it shows changes while its version does not: then nobody is told that they have it already.
    public boolean isDated() {
        return this == READ_INVOICE || this == READ_WEBHOOK;
    }

    /// Whether anybody at all may do it.
    public boolean isPublic() {
        return rights.contains(READ_LISTED);
    }

    /// Whether the caller may say how far the index should have come.
    public boolean takesSync() {
        boolean settled = template.equals(Paths.ELASTIC) || template.equals(Paths.DATABASE);
        boolean indexed = thing().equals("Job") || kind == MOVE && !thing().equals("Invoice");
        return kind.isWrite() && indexed && !settled;
    }

    /// Whether it may be done before the index has answered.
    public boolean mayBeLate() {
        return takesSync() || this == POST_TO_ELASTIC;
    }

    private static <T> Collection<Right> moves(T[] triggers, Function<T, Right> right) {
        return Arrays.stream(triggers).map(right).toList();
    }
}
