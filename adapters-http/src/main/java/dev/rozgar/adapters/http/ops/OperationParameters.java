package dev.rozgar.adapters.http.ops;

import static dev.rozgar.adapters.http.json.JsonSchemas.object;

import dev.rozgar.adapters.http.ReadModel;
import dev.rozgar.adapters.http.billing.InvoiceRoutes;
import dev.rozgar.adapters.http.delivery.MessageId;
import dev.rozgar.adapters.http.feed.ChangesQuery;
import dev.rozgar.adapters.http.hiring.ApplicationRoutes;
import dev.rozgar.adapters.http.index.CheckRoutes;
import dev.rozgar.adapters.http.index.DeadLetterRoutes;
import dev.rozgar.adapters.http.index.ImpactRoutes;
import dev.rozgar.adapters.http.json.JsonSchemas;
import dev.rozgar.adapters.http.posting.JobConditions;
import dev.rozgar.adapters.http.posting.JobLists;
import dev.rozgar.adapters.http.posting.JobRoutes;
import dev.rozgar.adapters.http.posting.SimilarRoutes;
import dev.rozgar.adapters.http.posting.SuggestRoutes;
import dev.rozgar.adapters.http.resource.Consistency;
import dev.rozgar.adapters.http.resource.FieldsParser;
import dev.rozgar.adapters.http.resource.Wish;
import dev.rozgar.adapters.http.route.Operation;
import dev.rozgar.adapters.http.route.OperationKind;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.feed.ChangeFeed;
import dev.rozgar.application.feed.Kept;
import dev.rozgar.domain.billing.InvoiceState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What an operation takes besides its body: the numbers of its path, its query, its headers.
final class OperationParameters {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    /// Things of which there can be one already.
    private static final Set<String> TELLING_APART = Set.of("Job", "Company", "Slot", "Application");

    private final List<String> readModels;

    OperationParameters(List<String> readModels) {
        this.readModels = readModels;
    }

    List<Map<String, Object>> of(Operation operation) {
        List<Map<String, Object>> taken = new ArrayList<>();
        PLACE.matcher(operation.template())
                .results()
                .forEach(place -> taken.add(object(
                        "name", place.group(1), "in", "path", "required", true, "schema", place(place.group(1)))));
        boolean choosing = operation == Operation.LIST_JOBS
                || operation == Operation.EXPORT_JOBS
                || operation == Operation.SUGGEST_JOBS
                || operation == Operation.SIMILAR_JOBS
                || operation == Operation.READ_JOB;
        if (choosing) taken.add(readModel());
        if (operation.choosesJobs()) {
            JobConditions.described().forEach(told -> taken.add(query(told)));
        }
        if (operation.choosesJobs() && operation != Operation.EXPORT_JOBS && operation != Operation.MATCH_JOB)
            JobLists.described().forEach(told -> taken.add(query(told)));
        if (operation == Operation.READ_JOB) {
            taken.add(JsonSchemas.ref("parameters/job." + FieldsParser.FIELDS));
            JobLists.describedOfOne().forEach(told -> taken.add(query(told)));
        }
        if (operation == Operation.SUGGEST_JOBS) {
            SuggestRoutes.described().forEach(told -> taken.add(query(told)));
        }
        if (operation == Operation.SIMILAR_JOBS) {
            SimilarRoutes.described().forEach(told -> taken.add(query(told)));
        }
        boolean paged = operation.kind() == OperationKind.HISTORY
                || operation.kind() == OperationKind.PAGE && operation != Operation.LIST_SLOTS;
        if (paged) taken.addAll(paging());
        if (operation.kind() == OperationKind.FEED) taken.addAll(following());
        if (operation == Operation.LIST_APPLICATIONS) {
            taken.add(query(ApplicationRoutes.JOB, "Those for this job.", id()));
            taken.add(
                    query(ApplicationRoutes.CANDIDATE, "Those of this candidate; a candidate's own by itself.", id()));
        }
        if (operation == Operation.LIST_INVOICES) taken.addAll(invoices());
        if (operation == Operation.VERIFY_INDEX) taken.addAll(verifying());
        if (operation == Operation.REDRIVE_INDEX)
            taken.add(query(DeadLetterRoutes.ID, "This job alone, if it is set aside; all of them without.", id()));
        if (operation.kind().isWrite()) taken.addAll(writing(operation));
        if (operation == Operation.MATCH_JOB || operation == Operation.JOB_SIGNALS)
            taken.add(query(
                    JobRoutes.READ_MODEL,
                    operation == Operation.MATCH_JOB
                            ? "Only PostgreSQL tells by how much a job is off."
                            : "Only PostgreSQL knows the past.",
                    oneOf(readModels.stream()
                            .filter(name -> !name.equals(ReadModel.ELASTICSEARCH.text()))
                            .toList())));
        boolean read = operation.kind() == OperationKind.LIST
                || operation.kind() == OperationKind.STREAM
                || operation.kind() == OperationKind.ALIKE
                || operation.kind() == OperationKind.ONE
                || operation == Operation.MATCH_JOB
                || operation == Operation.JOB_SIGNALS;
        if (read) taken.addAll(consistent());
        if (operation.kind() == OperationKind.SEARCH) taken.add(consistent().getLast());
        boolean reread = operation.kind() == OperationKind.ONE
                || operation.kind() == OperationKind.MANAGE && !operation.isDated();
        if (reread) taken.add(header("If-None-Match", "The ETag that the caller has."));
        return taken;
    }

    /// What a list of jobs takes beside the filters and pages of every list.
    List<Map<String, Object>> ofJobs() {
        List<Map<String, Object>> taken =
                new ArrayList<>(List.of(readModel(), consistent().getFirst()));
        JobConditions.described().forEach(told -> taken.add(query(told)));
        JobLists.described().forEach(told -> taken.add(query(told)));
        return taken;
    }

    private Map<String, Object> readModel() {
        return query(JobRoutes.READ_MODEL, "Which store answers; they answer alike.", oneOf(readModels));
    }

    private static List<Map<String, Object>> consistent() {
        String meaning = "The Consistency-Token of a write: the answer is at least as new as that.";
        return List.of(
                query(Consistency.PARAMETER, meaning, object("type", "string")), header(Consistency.HEADER, meaning));
    }

    private static List<Map<String, Object>> following() {
        List<Map<String, Object>> taken = new ArrayList<>(List.of(
                query(
                        ChangesQuery.CURSOR,
                        "What follows it: next of the page before, the Changes-Cursor of an export, or now for the end.",
                        object("type", "string")),
                query(
                        ChangesQuery.SINCE,
                        "Instead of a cursor: a date-time with offset, or an ISO 8601 duration back from now, such as PT1H.",
                        object("type", "string")),
                query(
                        ChangesQuery.LIMIT,
                        "Changes in a page, " + ChangeFeed.MOST + " at the most; not of a stream.",
                        object("type", "integer", "minimum", 1, "default", ChangeFeed.MOST)),
                query(
                        ChangesQuery.WAIT,
                        "Seconds to be kept waiting while there is nothing; not of a stream.",
                        object(
                                "type",
                                "integer",
                                "minimum",
                                0,
                                "maximum",
                                ChangesQuery.LONGEST_WAIT.toSeconds(),
                                "default",
                                0)),
                header("Last-Event-ID", "Of a stream that was cut off: the id of the last event that was seen.")));
        for (DocumentField field : Kept.FIELDS)
            taken.add(query(
                    field.path(),
                    "Jobs with any of the values; with a minus before it, all others.",
                    object("type", "array", "maxItems", Filter.MAX_VALUES, "items", JsonSchemas.of(field.kind()))));
        return taken;
    }

    private static List<Map<String, Object>> invoices() {
        List<String> states =
                Arrays.stream(InvoiceState.Kind.values()).map(Enum::name).toList();
        return List.of(
                query(InvoiceRoutes.COMPANY, "Those of this company; a recruiter's own by itself.", id()),
                query(InvoiceRoutes.STATE, "Those in this state.", oneOf(states)),
                query(
                        InvoiceRoutes.OVERDUE,
                        "Those with a balance whose day has passed in India, or the others.",
                        oneOf(List.of("true", "false"))));
    }

    private static List<Map<String, Object>> verifying() {
        List<String> flag = List.of("true", "false");
        return List.of(
                query(CheckRoutes.RANGE, "Jobs with these ids, such as 1..5000.", object("type", "string")),
                query(
                        CheckRoutes.SINCE,
                        "Jobs that changed since, such as 15m, 2h or a moment; always deep. 15m without a range.",
                        object("type", "string")),
                query(CheckRoutes.DEEP, "Compare what they say, rather than their versions.", oneOf(flag)),
                query(CheckRoutes.REPAIR, "Owe anew what differs.", oneOf(flag)));
    }

    private static List<Map<String, Object>> paging() {
        return List.of(
                query("limit", "Lines per page, at most 100.", object("type", "integer", "minimum", 1, "default", 20)),
                query("cursor", "Where the page begins: next of the page before.", object("type", "string")));
    }

    private static List<Map<String, Object>> writing(Operation operation) {
        List<Map<String, Object>> taken = new ArrayList<>();
        taken.add(query(Wish.VALIDATE_ONLY, "Decide everything and write nothing.", oneOf(List.of("true", "false"))));
        if (operation.takesSync())
            taken.add(query(
                    Wish.SYNC,
                    "How far the write should have come before the answer.",
                    oneOf(Arrays.stream(Sync.values())
                            .map(level -> level.name().toLowerCase(Locale.ROOT))
                            .toList())));
        if (operation.takesSync())
            taken.add(header(
                    "Prefer",
                    "RFC 7240: wait=N waits for the index at most so many seconds (30 at the most), respond-async not at all;"
                            + " without sync they mean indexed. Preference-Applied tells what was heeded."));
        taken.add(
                header("Idempotency-Key", "Under the same key a request is done once and answered alike, for a day."));
        taken.add(header("On-Behalf-Of", "Whom the caller speaks for; recorded."));
        if (operation.kind().isConditional())
            taken.add(header("If-Match", "The ETag of the private view: the version that is meant."));
        if (operation.kind() == OperationKind.CREATE && TELLING_APART.contains(operation.thing()))
            taken.add(header("If-None-Match", "* makes it only if there is none yet."));
        return taken;
    }

    private static Map<String, Object> place(String name) {
        return switch (name) {
            case "table" -> oneOf(ImpactRoutes.tables());
            case "key" -> object("type", "string");
            case "delivery" -> object("type", "string", "pattern", MessageId.PATTERN);
            default -> id();
        };
    }

    private static Map<String, Object> id() {
        return object("type", "integer", "format", "int64", "minimum", 1);
    }

    private static Map<String, Object> oneOf(List<String> values) {
        return object("type", "string", "enum", values);
    }

    private static Map<String, Object> query(JobConditions.Told told) {
        return query(told.name(), told.description(), told.schema());
    }

    private static Map<String, Object> query(String name, String description, Map<String, Object> schema) {
        return object("name", name, "in", "query", "description", description, "schema", schema);
    }

    private static Map<String, Object> header(String name, String description) {
        return object("name", name, "in", "header", "description", description, "schema", object("type", "string"));
    }
}
