package dev.rozgar.adapters.http.ops;

import static dev.rozgar.adapters.http.json.JsonSchemas.object;
import static dev.rozgar.adapters.http.json.JsonSchemas.ref;

import dev.rozgar.adapters.http.HttpApplication;
import dev.rozgar.adapters.http.ReadModel;
import dev.rozgar.adapters.http.json.Json;
import dev.rozgar.adapters.http.posting.JobConditions;
import dev.rozgar.adapters.http.problem.ProblemType;
import dev.rozgar.adapters.http.resource.FieldsParser;
import dev.rozgar.adapters.http.resource.QueryParser;
import dev.rozgar.adapters.http.route.Deprecations;
import dev.rozgar.adapters.http.route.Operation;
import dev.rozgar.adapters.http.route.OperationKind;
import dev.rozgar.adapters.http.route.Paths;
import dev.rozgar.application.listing.CompanyFields;
import dev.rozgar.application.listing.JobFields;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The API's description (OpenAPI 3.1), built from [Operation] and from what the routes themselves go by.
public final class OpenApi {
    private final ListParameters jobs = new ListParameters(JobFields.JOB, JobConditions.orders());
    private final ListParameters companies = new ListParameters(CompanyFields.COMPANY, List.of());
    private final OperationParameters parameters;
    private final Deprecations deprecations;

    private OpenApi(HttpApplication application, Deprecations deprecations) {
        this.deprecations = deprecations;
        this.parameters = new OperationParameters(application.jobs().keySet().stream()
                .map(ReadModel::text)
                .sorted()
                .toList());
    }

    public static byte[] of(HttpApplication application, Deprecations deprecations) {
        OpenApi description = new OpenApi(application, deprecations);
        boolean elastic = application.jobs().containsKey(ReadModel.ELASTICSEARCH);
        Map<String, Object> paths = new LinkedHashMap<>();
        for (Operation operation : Operation.values()) {
            if (operation.template().equals(Paths.ELASTIC) && !elastic) continue;
            members(paths, operation.template())
                    .put(operation.method().text().toLowerCase(Locale.ROOT), description.describe(operation));
        }
        String version = Optional.ofNullable(OpenApi.class.getPackage().getImplementationVersion())
                .orElse("development");
        Map<String, Object> document = object(
                "openapi",
                "3.1.0",
                "info",
                object("title", "Rozgar", "version", version, "description", "A job board. " + rules()),
                "paths",
                paths,
                "webhooks",
                WebhookEvents.described(),
                "components",
                description.components());
        return Json.PROVIDER.createObjectBuilder(document).build().toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String rules() {
        return "Lists take exact filters (repeat a parameter for \"or\") and ranges (path.gte, path.gt, path.lte, path.lt); "
                + "what is not understood is refused, never ignored. A cursor continues the list that it came from. "
                + "Facets count the values of fields among all that match. "
                + "Writes may be repeated safely under an Idempotency-Key, and tried with validate_only=true. Writes of jobs and "
                + "companies answer a Consistency-Token: a read that brings it sees them. X-Read-Model says which store "
                + "answered a read, and how far the index was behind. What webhooks are told stands under webhooks, signed as "
                + "https://www.standardwebhooks.com says.";
    }

    private Map<String, Object> describe(Operation operation) {
        Map<String, Object> described = object(
                "summary", operation.summary(), "operationId", operation.name().toLowerCase(Locale.ROOT));
        deprecations.of(operation).ifPresent(its -> {
            described.put("deprecated", true);
            described.put("description", its.sentence());
        });
        List<Object> taken = new ArrayList<>(parameters.of(operation));
        if (operation.kind() == OperationKind.LIST)
            taken.addAll(operation.template().equals(Paths.COMPANIES) ? companies.references() : jobs.references());
        boolean filtered = operation.kind() == OperationKind.STREAM || operation.kind() == OperationKind.ALIKE;
        if (operation.kind() == OperationKind.ALIKE)
            for (String name : List.of(QueryParser.CURSOR, QueryParser.COUNT)) taken.add(ref("parameters/job." + name));
        if (filtered) taken.addAll(jobs.filters());
        if (operation.kind() == OperationKind.COMPLETION || operation == Operation.MATCH_JOB) {
            taken.addAll(jobs.filters());
            taken.remove(ref("parameters/job." + FieldsParser.FIELDS));
        }
        if (!taken.isEmpty()) described.put("parameters", taken);
        Schemas.body(operation).ifPresent(body -> described.put("requestBody", body));
        described.put("responses", responses(operation));
        if (!operation.rights().isEmpty()) described.put("security", security(operation));
        return described;
    }

    /// What is public may be read without a key; a key that is given must be good all the same.
    private static List<Object> security(Operation operation) {
        List<Object> ways = new ArrayList<>();
        if (operation.isPublic()) ways.add(object());
        List<String> rights =
                operation.rights().stream().map(Enum::name).sorted().toList();
        ways.add(object("key", rights));
        ways.add(object("token", rights));
        return ways;
    }

    private static Map<String, Object> responses(Operation operation) {
        Map<String, Object> answers = new LinkedHashMap<>(Schemas.answers(operation));
        for (int status : problems(operation)) answers.put(Integer.toString(status), ref("responses/Problem" + status));
        return answers;
    }

    private static TreeSet<Integer> problems(Operation operation) {
        OperationKind kind = operation.kind();
        if (kind == OperationKind.OPERATIONS)
            return new TreeSet<>(operation == Operation.READY ? List.of(500, 503) : List.of(500));
        TreeSet<Integer> statuses = new TreeSet<>(List.of(400, 401, 403, 406, 429, 500, 503));
        if (operation.template().contains("{")) statuses.addAll(List.of(404, 410));
        if (kind == OperationKind.FEED) statuses.add(410);
        if (kind == OperationKind.CREATE || operation.thing().equals("Index")) statuses.add(404);
        if (kind == OperationKind.PAGE) statuses.addAll(List.of(404, 410));
        if (kind.takesBody()) statuses.addAll(List.of(413, 415));
        if (kind.isWrite()) statuses.addAll(List.of(409, 412, 422));
        if (kind == OperationKind.QUESTION) statuses.add(422);
        if (operation == Operation.REPLAY_DELIVERY) statuses.add(409);
        if (kind.isConditional()) statuses.add(428);
        return statuses;
    }

    private Map<String, Object> components() {
        Map<String, Object> named = new LinkedHashMap<>(jobs.components());
        named.putAll(companies.components());
        Map<String, Object> schemes = object(
                "key",
                object(
                        "type",
                        "http",
                        "scheme",
                        "bearer",
                        "bearerFormat",
                        "rzg_…",
                        "description",
                        "A key for programs."),
                "token",
                object("type", "http", "scheme", "bearer", "bearerFormat", "JWT", "description", "An issuer's token."));
        Map<String, Object> schemas = Schemas.all();
        schemas.putAll(SearchSchemas.all(jobs.components().values(), parameters.ofJobs()));
        return object("schemas", schemas, "parameters", named, "responses", problems(), "securitySchemes", schemes);
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

    @SuppressWarnings("unchecked")
    private static Map<String, Object> members(Map<String, Object> parent, String name) {
        return (Map<String, Object>) parent.computeIfAbsent(name, _ -> object());
    }
}
