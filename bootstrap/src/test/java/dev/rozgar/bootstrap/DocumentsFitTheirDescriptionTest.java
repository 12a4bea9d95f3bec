package dev.rozgar.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.rozgar.bootstrap.demo.AwkwardCase;
import dev.rozgar.bootstrap.demo.DemoPlan;
import dev.rozgar.bootstrap.demo.SeedDemo;
import dev.rozgar.domain.Decision;
import dev.rozgar.engines.Database;
import dev.rozgar.engines.TestEngines;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What PostgreSQL's document functions really build, of every awkward case that readers are shown, is what `/openapi`
/// promises, without a member more.
class DocumentsFitTheirDescriptionTest {
    private static final int JOBS = 2_000;
    /// Cases that no reader is shown, and that have no document therefore.
    private static final EnumSet<AwkwardCase> UNLISTED = EnumSet.of(
            AwkwardCase.DRAFT,
            AwkwardCase.IN_REVIEW,
            AwkwardCase.CHANGES_REQUESTED,
            AwkwardCase.SCHEDULED,
            AwkwardCase.PAUSED,
            AwkwardCase.FILLED,
            AwkwardCase.EXPIRED,
            AwkwardCase.CLOSED,
            AwkwardCase.REJECTED,
            AwkwardCase.ARCHIVED,
            AwkwardCase.SUSPENDED_EMPLOYER);

    /// One statement, because the clock takes jobs off the lists between two.
    private static final String LISTED_WITHOUT_DOCUMENT =
            "select count(*) - (select count(*) from job_documents(array(select id from job))) from job where listed";

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private static Database database;
    private static Board board;
    private static JsonNode components;

    @BeforeAll
    static void open() {
        database = TestEngines.freshDatabase();
        board = Board.on(database, TestEngines.elasticsearch(), Map.of());
        var postgres = board.wiring().postgres();
        var seed = new SeedDemo(postgres.companyRepository(), board.wiring().jobs(), postgres.companyReadModel());
        var plan = new DemoPlan(DemoPlan.USUAL_SEED, JOBS, Instant.now());
        assertTrue(seed.handle(new SeedDemo.Command(plan, false, _ -> {})) instanceof Decision.Accepted);
        components = MAPPER.readTree(board.get("/openapi").body()).get("components");
        components.at("/schemas").forEach(DocumentsFitTheirDescriptionTest::close);
    }

    @AfterAll
    static void close() {
        board.close();
    }

    @Test
    void everyJobDoes() {
        List<JsonNode> documents = documents("job");
        assertEquals(0, Sql.number(database, LISTED_WITHOUT_DOCUMENT));
        assertTrue(documents.size() > JOBS / 2, () -> "only " + documents.size());
        Set<AwkwardCase> shown = awkward(documents);
        // Due as soon as it is loaded: whether the clock has taken it off yet is no matter here.
        shown.add(AwkwardCase.EXPIRY_IS_NOW);
        assertEquals(EnumSet.complementOf(UNLISTED), shown);
        assertEquals(List.of(), faults("Job", documents));
    }

    @Test
    void everyCompanyDoes() {
        List<JsonNode> documents = documents("company");
        assertTrue(documents.size() > 100, () -> "only " + documents.size());
        assertEquals(List.of(), faults("Company", documents));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "elasticsearch"})
    void everyPageDoes(String readModel) throws InterruptedException {
        board.awaitIndex();
        long before = liveJobs();
        int seen = 0;
        String path = "/api/jobs?limit=100&read_model=" + readModel;
        String next = "";
        do {
            JsonNode page = MAPPER.readTree(board.get(path + next).body());
            assertEquals(List.of(), faults("JobPage", List.of(page)));
            seen += page.get("items").size();
            next = page.path("next").isString() ? "&cursor=" + page.get("next").asString() : "";
        } while (!next.isEmpty());
        assertTrue(seen <= before, seen + " jobs of " + before);
        assertTrue(seen >= liveJobs(), seen + " jobs of " + liveJobs());
    }

    @Test
    void aMemberTooManyOrTooFewIsNoticed() {
        ObjectNode more = (ObjectNode) documents("job").getFirst();
        more.put("surprise", 1);
        assertNotEquals(List.of(), faults("Job", List.of(more)));
        ObjectNode fewer = (ObjectNode) documents("job").getFirst();
        fewer.remove("company");
        assertNotEquals(List.of(), faults("Job", List.of(fewer)));
    }

    /// Falls while the test runs: some jobs of the demo expire at any second.
    private static long liveJobs() {
        return Sql.number(database, "select count(*) from job where listed and expires_at > now()");
    }

    private static List<JsonNode> documents(String type) {
        return Sql.run(database, "select document from %1$s_documents(array(select id from %1$s))".formatted(type))
                .stream()
                .map(MAPPER::readTree)
                .toList();
    }

    private static Set<AwkwardCase> awkward(List<JsonNode> documents) {
        Set<AwkwardCase> found = EnumSet.noneOf(AwkwardCase.class);
        for (JsonNode document : documents) {
            String requisition = document.path("requisition_id").asString("");
            for (AwkwardCase one : AwkwardCase.values())
                if (requisition.equals(one.requisition(1).value())) found.add(one);
        }
        return found;
    }

    private static List<String> faults(String name, List<JsonNode> documents) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("$ref", "#/components/schemas/" + name);
        root.set("components", components);
        Schema schema = REGISTRY.getSchema(root);
        List<String> found = new ArrayList<>();
        for (JsonNode document : documents) {
            for (Error fault : schema.validate(document)) found.add(document.path("id") + ": " + fault);
        }
        return found;
    }

    /// A document may not hold what is not described.
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties")) object.put("additionalProperties", false);
        schema.forEach(DocumentsFitTheirDescriptionTest::close);
    }
}
