package dev.rozgar.adapters.http.ops;

import static dev.rozgar.adapters.http.json.JsonSchemas.object;
import static dev.rozgar.adapters.http.json.JsonSchemas.ref;

import dev.rozgar.adapters.http.billing.InvoiceRoutes;
import dev.rozgar.adapters.http.billing.InvoiceViews;
import dev.rozgar.adapters.http.company.CompanyRoutes;
import dev.rozgar.adapters.http.hiring.ApplicationRoutes;
import dev.rozgar.adapters.http.hiring.ApplicationViews;
import dev.rozgar.adapters.http.json.FacetSchemas;
import dev.rozgar.adapters.http.json.JsonSchemas;
import dev.rozgar.adapters.http.json.Shape;
import dev.rozgar.adapters.http.posting.JobWriteRoutes;
import dev.rozgar.adapters.http.posting.MatchSchema;
import dev.rozgar.adapters.http.posting.RelaxedBody;
import dev.rozgar.adapters.http.posting.SignalRoutes;
import dev.rozgar.adapters.http.posting.SuggestRoutes;
import dev.rozgar.adapters.http.posting.UnderstoodBody;
import dev.rozgar.adapters.http.problem.Problem;
import dev.rozgar.adapters.http.resource.Telling;
import dev.rozgar.adapters.http.route.Operation;
import dev.rozgar.application.listing.CompanyFields;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.domain.billing.InvoiceMove;
import dev.rozgar.domain.billing.InvoiceState;
import dev.rozgar.domain.company.CompanyMove;
import dev.rozgar.domain.company.CompanyState;
import dev.rozgar.domain.hiring.ApplicationMove;
import dev.rozgar.domain.hiring.ApplicationState;
import dev.rozgar.domain.job.JobMove;
import dev.rozgar.domain.job.JobState;
import java.util.Map;
import java.util.Optional;

/// Which shape each operation takes and sends, and all those shapes by their names. States and moves are the
/// names of the machines' own types.
final class Schemas {
    private Schemas() {}

    /// The body of a request, for those that have one.
    static Optional<Map<String, Object>> body(Operation operation) {
        String thing = operation.thing();
        return switch (operation.kind()) {
            case CREATE -> Optional.of(content(created(thing), "application/json"));
            case REPLACE ->
                Optional.of(content(thing.equals("Company") ? "RegisterCompany" : "Edit" + thing, "application/json"));
            case PATCH -> Optional.of(content("Patch" + thing, "application/merge-patch+json"));
            case MOVE -> Optional.of(content("Move" + thing, "application/json"));
            case TASK -> Optional.of(content("StartBuild", "application/json"));
            case QUESTION -> Optional.of(content("VerifySearch", "application/json"));
            case SEARCH -> Optional.of(content(SearchSchemas.BODY, "application/json"));
            case LIST,
                    STREAM,
                    FEED,
                    COMPLETION,
                    ALIKE,
                    ONE,
                    MANAGE,
                    REMOVE,
                    HISTORY,
                    LINE,
                    OPTIONS,
                    FORM,
                    PAGE,
                    STATUS,
                    OPERATIONS -> Optional.empty();
        };
    }

    /// What is answered when all is well.
    static Map<String, Object> answers(Operation operation) {
        String thing = operation.thing();
        return switch (operation.kind()) {
            case STREAM ->
                object(
                        "200",
                        object(
                                "description",
                                "One document a line. The end of the reply is the end of the list; a reply that is cut"
                                        + " off before is not whole: go on with id.gt and the last id.",
                                "content",
                                object("application/x-ndjson", object("schema", object("type", "string")))));
            case COMPLETION -> object("200", json("Most jobs first", thing + "Suggestions"));
            case FEED ->
                object(
                        "200",
                        object(
                                "description",
                                "Each change at least once. With Accept: text/event-stream one event for each, upsert or"
                                        + " remove, as it comes; ids are cursors, and comments are signs of life.",
                                "content",
                                object(
                                        "application/json",
                                        object("schema", ref("schemas/ChangePage")),
                                        "text/event-stream",
                                        object("schema", object("type", "string")))));
            case ALIKE -> object("200", json("The likest first", "Similar" + thing + "Page"));
            case LIST, SEARCH, PAGE -> object("200", json("As asked", thing + "Page"));
            case FORM -> object("200", any("A JSON Schema of answers", "application/json", "object"));
            case ONE -> {
                boolean shaped = operation == Operation.READ_JOB;
                yield orKnown(json("As asked", thing + (shaped ? JsonSchemas.AS_ASKED : "")));
            }
            case MANAGE -> managed(operation, json("As asked; ETag is the version", "Managed" + thing));
            case CREATE -> made(thing + "Receipt", operation.mayBeLate());
            case MOVE -> made("Moved" + thing, operation.mayBeLate());
            case REPLACE, PATCH, REMOVE -> kept(thing + "Receipt", operation.mayBeLate());
            case HISTORY -> object("200", json("In the order in which it happened", thing + "History"));
            case LINE -> object("200", json("As asked", thing + "Transition"));
            case OPTIONS -> object("200", json("As asked", thing + "Options"));
            case STATUS -> object("200", json("As it is", status(operation)));
            case QUESTION -> object("200", json("As asked", "VerifiedSearch"));
            case TASK ->
                object(
                        "200", json("It would be begun; nothing is done", "BuildBegun"),
                        "202", json("Begun; Location tells how far it is", "BuildBegun"));
            case OPERATIONS -> operations(operation);
        };
    }

    private static String status(Operation operation) {
        return switch (operation) {
            case MATCH_JOB -> MatchSchema.MATCH;
            case JOB_SIGNALS -> "JobSignals";
            case EXPLAIN_JOB -> "IndexExplanation";
            case INDEX_IMPACT -> "IndexImpact";
            case VERIFY_INDEX -> "IndexFindings";
            case REDRIVE_INDEX -> "Redriven";
            case ROTATE_SECRET -> "RotatedSecret";
            case REPLAY_DELIVERY -> "ReplayedDelivery";
            default -> operation.thing() + "Status";
        };
    }

    private static String created(String thing) {
        return switch (thing) {
            case "Job" -> "PostJob";
            case "Company" -> "RegisterCompany";
            case "Slot" -> "OpenSlot";
            case "Invoice" -> "DraftInvoice";
            case "Search" -> "SaveSearch";
            case "Webhook" -> "EditWebhook";
            default -> "Apply";
        };
    }

    static Map<String, Object> all() {
        Map<String, Object> all = object(
                "Job", JsonSchemas.of(JobFields.JOB),
                "JobPage",
                        JsonSchemas.searchedPageOf(
                                "Job",
                                JsonSchemas.of(Shape.of(UnderstoodBody.class)),
                                JsonSchemas.of(Shape.of(RelaxedBody.class))),
                "JobSuggestions", JsonSchemas.of(Shape.of(SuggestRoutes.Body.class)),
                "JobFacets", FacetSchemas.of(JobFields.JOB, Optional.of(JobFields.OPENINGS)),
                "Links", JsonSchemas.of(Shape.of(Telling.Links.class)),
                "PostJob", closed(JobWriteRoutes.POST),
                "EditJob", closed(JobWriteRoutes.EDIT),
                "PatchJob", closed(JobWriteRoutes.PATCH),
                "MoveJob", closed(JobWriteRoutes.MOVE),
                "ManagedJob", JsonSchemas.of(JobWriteRoutes.MANAGED),
                "JobReceipt", JsonSchemas.of(Shape.of(JobWriteRoutes.Receipt.class)),
                "Company", JsonSchemas.of(CompanyFields.COMPANY),
                "CompanyPage", JsonSchemas.pageOf("Company"),
                "CompanyFacets", FacetSchemas.of(CompanyFields.COMPANY, Optional.empty()),
                "RegisterCompany", closed(CompanyRoutes.BODY),
                "PatchCompany", closed(CompanyRoutes.PATCH),
                "MoveCompany", closed(CompanyRoutes.MOVE),
                "ManagedCompany", JsonSchemas.of(CompanyRoutes.MANAGED),
                "CompanyReceipt", JsonSchemas.of(Shape.of(CompanyRoutes.Receipt.class)),
                "Report", JsonSchemas.of(Shape.of(OpsRoutes.Report.class)),
                "Index", JsonSchemas.of(Shape.of(OpsRoutes.Index.class)),
                "Problem", JsonSchemas.of(Shape.of(Problem.Wire.class)));
        all.put("JobAsAsked", JsonSchemas.asAsked("Job", JobFields.JOB));
        all.put("CompanyAsAsked", JsonSchemas.asAsked("Company", CompanyFields.COMPANY));
        all.put("ChangePage", ChangeSchemas.page());
        all.put("JobChange", ChangeSchemas.change());
        all.putAll(MatchSchema.all());
        all.put("JobSignals", JsonSchemas.of(Shape.of(SignalRoutes.Body.class)));
        all.put("Apply", closed(ApplicationRoutes.APPLY));
        all.put("MoveApplication", closed(ApplicationRoutes.MOVE));
        all.put("ManagedApplication", JsonSchemas.of(Shape.of(ApplicationViews.Whole.class)));
        all.put("ApplicationPage", JsonSchemas.of(Shape.of(ApplicationViews.Page.class)));
        all.put("ApplicationReceipt", JsonSchemas.of(Shape.of(ApplicationViews.Receipt.class)));
        all.putAll(HiringSchemas.all());
        all.put("DraftInvoice", closed(InvoiceRoutes.DRAFT));
        all.put("MoveInvoice", closed(InvoiceRoutes.MOVE));
        all.put("ManagedInvoice", JsonSchemas.of(Shape.of(InvoiceViews.Whole.class)));
        all.put("InvoicePage", JsonSchemas.of(Shape.of(InvoiceViews.Page.class)));
        all.put("InvoiceReceipt", JsonSchemas.of(Shape.of(InvoiceViews.Receipt.class)));
        all.putAll(AlertSchemas.all());
        all.putAll(IndexSchemas.all());
        all.putAll(MoveSchemas.of("Invoice", InvoiceState.Kind.values(), InvoiceMove.Trigger.values()));
        all.putAll(MoveSchemas.of("Application", ApplicationState.Kind.values(), ApplicationMove.Trigger.values()));
        all.putAll(MoveSchemas.of("Job", JobState.Kind.values(), JobMove.Trigger.values()));
        all.putAll(MoveSchemas.of("Company", CompanyState.Kind.values(), CompanyMove.Trigger.values()));
        return all;
    }

    /// Bodies have the members that are declared and no others.
    static Map<String, Object> closed(Shape shape) {
        Map<String, Object> schema = JsonSchemas.of(shape);
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> kept(String schema, boolean late) {
        Map<String, Object> answers = object("200", json("Done, or it would be", schema));
        if (late) answers.put("202", json("Done; the index has not answered yet", schema));
        return answers;
    }

    private static Map<String, Object> made(String receipt, boolean late) {
        Map<String, Object> answers = object(
                "200", json("It would be done; nothing is written, and what would be new has no id", receipt),
                "201", json("Done; Location says where it is", receipt));
        if (late) answers.put("202", json("Saved; the index has not answered in time", receipt));
        return answers;
    }

    private static Map<String, Object> managed(Operation operation, Map<String, Object> answer) {
        return operation.isDated() ? object("200", answer) : orKnown(answer);
    }

    private static Map<String, Object> orKnown(Map<String, Object> answer) {
        return object("200", answer, "304", object("description", "It is as the caller has it"));
    }

    private static Map<String, Object> operations(Operation operation) {
        return switch (operation) {
            case METRICS -> object("200", any("Prometheus text", "text/plain", "string"));
            case OPENAPI -> object("200", any("This document", "application/json", "object"));
            case INDEX -> object("200", json("As asked", "Index"));
            default -> object("200", json("As asked", "Report"));
        };
    }

    private static Map<String, Object> any(String description, String media, String type) {
        return object("description", description, "content", object(media, object("schema", object("type", type))));
    }

    private static Map<String, Object> content(String component, String media) {
        return object("required", true, "content", object(media, object("schema", ref("schemas/" + component))));
    }

    private static Map<String, Object> json(String description, String component) {
        return object(
                "description",
                description,
                "content",
                object("application/json", object("schema", ref("schemas/" + component))));
    }
}
