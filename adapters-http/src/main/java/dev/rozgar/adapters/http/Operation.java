package dev.rozgar.adapters.http;

import static dev.rozgar.application.access.Right.APPLICATION_APPLY;
import static dev.rozgar.application.access.Right.APPLICATION_READ;
import static dev.rozgar.application.access.Right.COMPANY_EDIT;
import static dev.rozgar.application.access.Right.COMPANY_READ;
import static dev.rozgar.application.access.Right.COMPANY_REGISTER;
import static dev.rozgar.application.access.Right.COMPANY_REMOVE;
import static dev.rozgar.application.access.Right.JOB_EDIT;
import static dev.rozgar.application.access.Right.JOB_POST;
import static dev.rozgar.application.access.Right.JOB_READ;
import static dev.rozgar.application.access.Right.JOB_REMOVE;
import static dev.rozgar.application.access.Right.READ_LISTED;

import dev.rozgar.application.access.Access;
import dev.rozgar.application.access.Access.Verdict;
import dev.rozgar.application.access.Identity;
import dev.rozgar.application.access.Owner;
import dev.rozgar.application.access.Right;
import dev.rozgar.domain.company.CompanyMove;
import dev.rozgar.domain.hiring.ApplicationMove;
import dev.rozgar.domain.job.JobMove;
import io.helidon.http.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

/// The one table of what this API can do: where, by which method, and with which [Right]. Routes are put up by it, the
/// description is written by it, and a test walks it with every role.
enum Operation {
    LIST_FROM_ELASTIC(Kind.LIST, Method.GET, Paths.ELASTIC, "Lists jobs from Elasticsearch", READ_LISTED),
    POST_TO_ELASTIC(Kind.CREATE, Method.POST, Paths.ELASTIC, "Posts a job and waits for the index", JOB_POST),
    LIST_FROM_DATABASE(Kind.LIST, Method.GET, Paths.DATABASE, "Lists jobs from PostgreSQL", READ_LISTED),
    POST_TO_DATABASE(Kind.CREATE, Method.POST, Paths.DATABASE, "Posts a job; the index follows", JOB_POST),
    LIST_JOBS(Kind.LIST, Method.GET, Paths.JOBS, "Lists jobs", READ_LISTED),
    POST_JOB(Kind.CREATE, Method.POST, Paths.JOBS, "Posts a job", JOB_POST),
    READ_JOB(Kind.ONE, Method.GET, Paths.JOB, "Reads a job", READ_LISTED),
    REPLACE_JOB(Kind.REPLACE, Method.PUT, Paths.JOB, "Replaces what a job says", JOB_EDIT),
    PATCH_JOB(Kind.PATCH, Method.PATCH, Paths.JOB, "Changes some of what a job says", JOB_EDIT),
    REMOVE_JOB(Kind.REMOVE, Method.DELETE, Paths.JOB, "Removes a job for good", JOB_REMOVE),
    MANAGE_JOB(Kind.MANAGE, Method.GET, Paths.JOB + "/manage", "Shows all of a job to those who keep it", JOB_READ),
    MOVE_JOB(
            Kind.MOVE, Method.POST, Paths.JOB + Paths.MOVES, "Moves a job", moves(JobMove.Trigger.values(), Right::of)),
    JOB_HISTORY(Kind.HISTORY, Method.GET, Paths.JOB + Paths.MOVES, "Tells how a job has moved", JOB_READ),
    JOB_TRANSITION(Kind.LINE, Method.GET, Paths.JOB + Paths.LINE, "Tells of one move of a job", JOB_READ),
    JOB_OPTIONS(Kind.OPTIONS, Method.GET, Paths.JOB + Paths.OPTIONS, "Tells how a job may move now", JOB_READ),
    LIST_COMPANIES(Kind.LIST, Method.GET, Paths.COMPANIES, "Lists companies", READ_LISTED),
    REGISTER_COMPANY(Kind.CREATE, Method.POST, Paths.COMPANIES, "Registers a company", COMPANY_REGISTER),
    READ_COMPANY(Kind.ONE, Method.GET, Paths.COMPANY, "Reads a company", READ_LISTED),
    REPLACE_COMPANY(Kind.REPLACE, Method.PUT, Paths.COMPANY, "Replaces what a company says", COMPANY_EDIT),
    PATCH_COMPANY(Kind.PATCH, Method.PATCH, Paths.COMPANY, "Changes some of what a company says", COMPANY_EDIT),
    REMOVE_COMPANY(Kind.REMOVE, Method.DELETE, Paths.COMPANY, "Removes a company for good", COMPANY_REMOVE),
    MANAGE_COMPANY(
            Kind.MANAGE, Method.GET, Paths.COMPANY + "/manage", "Shows all of a company to its own", COMPANY_READ),
    MOVE_COMPANY(
            Kind.MOVE,
            Method.POST,
            Paths.COMPANY + Paths.MOVES,
            "Moves a company",
            moves(CompanyMove.Trigger.values(), Right::of)),
    COMPANY_HISTORY(
            Kind.HISTORY, Method.GET, Paths.COMPANY + Paths.MOVES, "Tells how a company has moved", COMPANY_READ),
    COMPANY_TRANSITION(
            Kind.LINE, Method.GET, Paths.COMPANY + Paths.LINE, "Tells of one move of a company", COMPANY_READ),
    COMPANY_OPTIONS(
            Kind.OPTIONS, Method.GET, Paths.COMPANY + Paths.OPTIONS, "Tells how a company may move now", COMPANY_READ),
    APPLY(Kind.CREATE, Method.POST, Paths.JOB + "/applications", "Applies for a job", APPLICATION_APPLY),
    READ_FORM(Kind.FORM, Method.GET, Paths.JOB + "/application-form", "What a job asks, as a JSON Schema", READ_LISTED),
    LIST_APPLICATIONS(
            Kind.PAGE, Method.GET, Paths.APPLICATIONS, "Lists a job's or a candidate's applications", APPLICATION_READ),
    READ_APPLICATION(
            Kind.MANAGE, Method.GET, Paths.APPLICATION, "Shows an application to those who share it", APPLICATION_READ),
    MOVE_APPLICATION(
            Kind.MOVE,
            Method.POST,
            Paths.APPLICATION + Paths.MOVES,
            "Moves an application",
            moves(ApplicationMove.Trigger.values(), Right::of)),
    APPLICATION_HISTORY(
            Kind.HISTORY,
            Method.GET,
            Paths.APPLICATION + Paths.MOVES,
            "Tells how an application has moved",
            APPLICATION_READ),
    APPLICATION_TRANSITION(
            Kind.LINE,
            Method.GET,
            Paths.APPLICATION + Paths.LINE,
            "Tells of one move of an application",
            APPLICATION_READ),
    APPLICATION_OPTIONS(
            Kind.OPTIONS,
            Method.GET,
            Paths.APPLICATION + Paths.OPTIONS,
            "Tells how an application may move now",
            APPLICATION_READ),
    LIVE(Kind.OPERATIONS, Method.GET, "/health/live", "The process is up"),
    READY(Kind.OPERATIONS, Method.GET, "/health/ready", "The service can do its work"),
    METRICS(Kind.OPERATIONS, Method.GET, "/metrics", "Metrics"),
    OPENAPI(Kind.OPERATIONS, Method.GET, "/openapi", "This description"),
    INDEX(Kind.OPERATIONS, Method.GET, "/", "Where everything is");

    /// Operations of one kind take the same headers and answer with the same statuses.
    enum Kind {
        LIST,
        ONE,
        MANAGE,
        CREATE,
        REPLACE,
        PATCH,
        REMOVE,
        MOVE,
        HISTORY,
        LINE,
        OPTIONS,
        FORM,
        PAGE,
        /// What operators and their machines ask; open to whoever reaches it.
        OPERATIONS;

        boolean isWrite() {
            return switch (this) {
                case CREATE, REPLACE, PATCH, REMOVE, MOVE -> true;
                case LIST, ONE, MANAGE, HISTORY, LINE, OPTIONS, FORM, PAGE, OPERATIONS -> false;
            };
        }

        /// Whether it says which version or state is meant.
        boolean isConditional() {
            return isWrite() && this != CREATE;
        }

        /// Whether a body comes with it.
        boolean takesBody() {
            return isWrite() && this != REMOVE;
        }
    }

    /// Where things are.
    static final class Paths {
        static final String ELASTIC = "/api/job/elastic";
        static final String DATABASE = "/api/job/database";
        static final String JOBS = "/api/jobs";
        static final String JOB = JOBS + "/{id}";
        static final String COMPANIES = "/api/companies";
        static final String COMPANY = COMPANIES + "/{id}";
        static final String APPLICATIONS = "/api/applications";
        static final String APPLICATION = APPLICATIONS + "/{id}";
        static final String MOVES = "/transitions";
        static final String LINE = MOVES + "/{sequence}";
        static final String OPTIONS = "/permitted-transitions";

        private Paths() {}
    }

    private final Kind kind;
    private final Method method;
    private final String template;
    private final String summary;
    private final Set<Right> rights;

    Operation(Kind kind, Method method, String template, String summary, Right... rights) {
        this(kind, method, template, summary, Arrays.asList(rights));
    }

    Operation(Kind kind, Method method, String template, String summary, Collection<Right> rights) {
        this.kind = kind;
        this.method = method;
        this.template = template;
        this.summary = summary;
        this.rights = Set.copyOf(rights);
    }

    Kind kind() {
        return kind;
    }

    Method method() {
        return method;
    }

    String template() {
        return template;
    }

    String summary() {
        return summary;
    }

    /// One of these is needed; which one, the move in the body says. None: open to whoever comes.
    Set<Right> rights() {
        return rights;
    }

    /// What it is about, as its schemas are called.
    String thing() {
        if (this == APPLY || template.startsWith(Paths.APPLICATIONS)) return "Application";
        return template.startsWith(Paths.COMPANIES) ? "Company" : "Job";
    }

    /// Whether anybody at all may do it.
    boolean isPublic() {
        return rights.contains(READ_LISTED);
    }

    /// Whether the caller may say how far the index should have come.
    boolean takesSync() {
        boolean settled = template.equals(Paths.ELASTIC) || template.equals(Paths.DATABASE);
        boolean indexed = thing().equals("Job") || kind == Kind.MOVE;
        return kind.isWrite() && indexed && !settled;
    }

    /// Whether it may be done before the index has answered.
    boolean mayBeLate() {
        return takesSync() || this == POST_TO_ELASTIC;
    }

    /// Sends away who could not do it to anything, before the body is read. Whether the thing is the caller's own,
    /// the use case finds out.
    ///
    /// @throws Refusal (401, 403)
    void admit(Identity who) {
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        for (Right right : rights) verdicts.add(Access.judge(who, right, Owner.NOBODY));
        if (rights.isEmpty() || verdicts.contains(Verdict.ALLOWED) || verdicts.contains(Verdict.HIDDEN)) return;
        throw new Refusal(Problems.denied(verdicts.iterator().next()));
    }

    private static <T> Collection<Right> moves(T[] triggers, Function<T, Right> right) {
        return Arrays.stream(triggers).map(right).toList();
    }
}
