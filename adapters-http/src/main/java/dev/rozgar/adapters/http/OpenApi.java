package dev.rozgar.adapters.http;

import static dev.rozgar.adapters.http.JsonSchemas.object;
import static dev.rozgar.adapters.http.JsonSchemas.ref;

import dev.rozgar.application.change.Sync;
import dev.rozgar.application.listing.CompanyFields;
import dev.rozgar.application.listing.JobFields;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The API's description (OpenAPI 3.1), built at start from what the routes themselves go by.
final class OpenApi {
    private static final String JSON = "application/json";

    private final ListParameters jobs = new ListParameters(JobFields.JOB);
    private final ListParameters companies = new ListParameters(CompanyFields.COMPANY);
    private final Map<String, Object> paths = new LinkedHashMap<>();
    private final List<String> readModels;

    private OpenApi(HttpApplication application) {
        this.readModels = application.jobs().keySet().stream()
                .map(ReadModel::text)
                .sorted()
                .toList();
    }

    static byte[] of(HttpApplication application) {
        OpenApi description = new OpenApi(application);
        description.describeJobs(application.jobs().containsKey(ReadModel.ELASTICSEARCH));
        description.describeCompanies();
        description.describeOperations();
        String version = Optional.ofNullable(OpenApi.class.getPackage().getImplementationVersion())
                .orElse("development");
        Map<String, Object> document = object(
                "openapi",
                "3.1.0",
                "info",
                object("title", "Rozgar", "version", version, "description", "A job board. " + listRules()),
                "paths",
                description.paths,
                "components",
                description.components());
        return Json.PROVIDER.createObjectBuilder(document).build().toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String listRules() {
        return "Lists take exact filters (repeat a parameter for \"or\") and ranges (path.gte, path.gt, path.lte, path.lt); "
                + "what is not understood is refused, never ignored. A cursor continues the list that it came from.";
    }

    private void describeJobs(boolean elastic) {
        Map<String, Object> model = query(JobRoutes.READ_MODEL, "Which store answers; they answer alike.", readModels);
        Map<String, Object> sync = query(
                JobRoutes.SYNC,
                "How far the write should have come before the answer.",
                Arrays.stream(Sync.values())
                        .map(level -> level.name().toLowerCase(Locale.ROOT))
                        .toList());
        if (elastic)
            paths.put(
                    JobRoutes.ELASTIC,
                    object(
                            "get",
                            list(jobs, "Lists jobs from Elasticsearch"),
                            "post",
                            post("Posts a job and waits for the index")));
        paths.put(
                JobRoutes.DATABASE,
                object(
                        "get",
                        list(jobs, "Lists jobs from PostgreSQL"),
                        "post",
                        post("Posts a job; the index follows")));
        paths.put(JobRoutes.JOBS, object("get", list(jobs, "Lists jobs", model), "post", post("Posts a job", sync)));
        paths.put(JobRoutes.JOB, object("get", one("Reads a job", "Job", model)));
    }

    private Map<String, Object> post(String summary, Object... parameters) {
        return write(
                summary,
                "JobReceipt",
                "PostJob",
                Map.of("202", "Saved; the index has not answered in time"),
                parameters);
    }

    private void describeCompanies() {
        paths.put(
                CompanyRoutes.COMPANIES,
                object(
                        "get", list(companies, "Lists companies"),
                        "post", write("Registers a company", "CompanyReceipt", "RegisterCompany", Map.of())));
        paths.put(CompanyRoutes.COMPANY, object("get", one("Reads a company", "Company")));
    }

    private void describeOperations() {
        paths.put(OpsRoutes.LIVE, object("get", operation("The process is up", List.of(), answer("Report"), 500)));
        paths.put(
                OpsRoutes.READY,
                object("get", operation("The service can do its work", List.of(), answer("Report"), 500, 503)));
        Map<String, Object> text = object(
                "200",
                object(
                        "description",
                        "Prometheus text",
                        "content",
                        object("text/plain", object("schema", object("type", "string")))));
        paths.put(OpsRoutes.METRICS, object("get", operation("Metrics", List.of(), text, 500)));
        Map<String, Object> any = object(
                "200",
                object(
                        "description",
                        "This document",
                        "content",
                        object(JSON, object("schema", object("type", "object")))));
        paths.put(OpsRoutes.OPENAPI, object("get", operation("This description", List.of(), any, 500)));
        paths.put("/", object("get", operation("Where everything is", List.of(), answer("Index"), 500)));
    }

    private static Map<String, Object> list(ListParameters parameters, String summary, Object... own) {
        List<Object> all = new ArrayList<>(List.of(own));
        all.addAll(parameters.references());
        return operation(summary, all, answer(parameters.page()), 400, 406, 500, 503);
    }

    private static Map<String, Object> one(String summary, String component, Object... own) {
        List<Object> all = new ArrayList<>(List.of(own));
        all.add(object(
                "name",
                "id",
                "in",
                "path",
                "required",
                true,
                "schema",
                object("type", "integer", "format", "int64", "minimum", 1)));
        all.add(object("name", "If-None-Match", "in", "header", "schema", object("type", "string")));
        Map<String, Object> answers = answer(component);
        answers.put("304", object("description", "It is as the caller has it"));
        return operation(summary, all, answers, 400, 404, 406, 500, 503);
    }

    private static Map<String, Object> write(
            String summary, String receipt, String body, Map<String, String> also, Object... own) {
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("201", json("Done; Location says where it is", receipt));
        also.forEach((status, description) -> answers.put(status, json(description, receipt)));
        Map<String, Object> operation =
                operation(summary, List.of(own), answers, 400, 406, 409, 413, 415, 422, 500, 503);
        operation.put(
                "requestBody",
                object("required", true, "content", object(JSON, object("schema", ref("schemas/" + body)))));
        return operation;
    }

    private static Map<String, Object> operation(
            String summary, List<?> parameters, Map<String, Object> answers, int... problems) {
        for (int status : problems) answers.put(Integer.toString(status), ref("responses/Problem" + status));
        Map<String, Object> operation = object("summary", summary);
        if (!parameters.isEmpty()) operation.put("parameters", parameters);
        operation.put("responses", answers);
        return operation;
    }

    private static Map<String, Object> answer(String component) {
        return object("200", json("As asked", component));
    }

    private static Map<String, Object> json(String description, String component) {
        return object(
                "description", description, "content", object(JSON, object("schema", ref("schemas/" + component))));
    }

    private static Map<String, Object> query(String name, String description, List<String> values) {
        return object(
                "name",
                name,
                "in",
                "query",
                "description",
                description,
                "schema",
                object("type", "string", "enum", values));
    }

    private Map<String, Object> components() {
        Map<String, Object> parameters = new LinkedHashMap<>(jobs.components());
        parameters.putAll(companies.components());
        return object("schemas", schemas(), "parameters", parameters, "responses", problems());
    }

    private static Map<String, Object> schemas() {
        return object(
                "Job", JsonSchemas.of(JobFields.JOB),
                "JobPage", JsonSchemas.pageOf("Job"),
                "PostJob", closed(JsonSchemas.of(JobRoutes.BODY)),
                "JobReceipt", JsonSchemas.of(Shape.of(JobRoutes.Receipt.class)),
                "Company", JsonSchemas.of(CompanyFields.COMPANY),
                "CompanyPage", JsonSchemas.pageOf("Company"),
                "RegisterCompany", closed(JsonSchemas.of(CompanyRoutes.BODY)),
                "CompanyReceipt", JsonSchemas.of(Shape.of(CompanyRoutes.Receipt.class)),
                "Report", JsonSchemas.of(Shape.of(OpsRoutes.Report.class)),
                "Index", JsonSchemas.of(Shape.of(OpsRoutes.Index.class)),
                "Problem", JsonSchemas.of(Shape.of(Problem.Wire.class)));
    }

    /// Bodies have the members that are declared and no others.
    private static Map<String, Object> closed(Map<String, Object> schema) {
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> problems() {
        Map<Integer, List<ProblemType>> byStatus = new TreeMap<>();
        for (ProblemType type : ProblemType.values())
            byStatus.computeIfAbsent(type.status(), _ -> new ArrayList<>()).add(type);
        Map<String, Object> responses = new LinkedHashMap<>();
        byStatus.forEach((status, types) -> {
            String meaning = types.stream()
                    .map(type -> type.uri() + ": " + type.title() + ". " + type.advice())
                    .collect(Collectors.joining(" "));
            Object content = object("application/problem+json", object("schema", ref("schemas/Problem")));
            responses.put("Problem" + status, object("description", meaning, "content", content));
        });
        return responses;
    }
}
