package dev.rozgar.adapters.http.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.http.Board;
import dev.rozgar.adapters.http.Description;
import dev.rozgar.adapters.http.json.JsonSchemas;
import dev.rozgar.application.document.Declare;
import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.document.Kind;
import dev.rozgar.application.document.Use;
import dev.rozgar.application.listing.JobFields;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenApiTest {
    private static Board board;
    private static Description description;

    @BeforeAll
    static void open() {
        board = Board.open();
        description = Description.of(board.get("/openapi").bytes());
    }

    @AfterAll
    static void close() {
        board.close();
    }

    @Test
    void isALegalOpenApiDocument() throws IOException {
        try (InputStream schema = OpenApiTest.class.getResourceAsStream("/openapi-3.1.schema.json")) {
            var faults = Description.schemaOf(schema.readAllBytes()).validate(description.document());
            assertEquals(List.of(), faults);
        }
    }

    @Test
    void holdsOnlyLegalJsonSchemas() {
        var metaSchema = Description.schemaOf("{\"$ref\":\"https://json-schema.org/draft/2020-12/schema\"}"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        JsonNode schemas = description.document().at("/components/schemas");
        assertFalse(schemas.isEmpty());
        schemas.forEach(schema -> assertEquals(List.of(), metaSchema.validate(schema)));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        Set<String> references = new HashSet<>();
        collect(description.document(), references);
        assertTrue(references.size() > 100, () -> "only " + references.size());
        for (String reference : references)
            assertFalse(description.document().at(reference.substring(1)).isMissingNode(), reference);
    }

    @Test
    void everyPathOfTheIndexIsDescribed() {
        JsonNode index = new tools.jackson.databind.json.JsonMapper()
                .readTree(board.get("/").bytes());
        assertTrue(index.get("paths").size() >= 9);
        index.get("paths")
                .forEach(path -> assertTrue(description.document().get("paths").has(path.asString()), path::asString));
    }

    @Test
    void listsEveryDeclaredFilterAndNoOther() {
        Set<String> expected =
                new HashSet<>(Set.of("limit", "cursor", "sort", "count", "fields", "facets", "facet_size"));
        for (DocumentField field : JobFields.JOB.fields(Use.FILTER)) {
            // Places are asked for by `near`.
            if (field.kind() == Kind.POINT) continue;
            expected.add(field.parameter());
            if (field.kind().isOrdered())
                for (String end : List.of("gte", "gt", "lte", "lt")) expected.add(field.path() + '.' + end);
        }
        Set<String> described = new HashSet<>();
        description.document().at("/components/parameters").properties().forEach(entry -> {
            if (entry.getKey().startsWith("job."))
                described.add(entry.getValue().get("name").asString());
        });
        assertEquals(expected, described);
    }

    @Test
    void followsAFieldThatIsDeclared() {
        DocumentSchema grown = JobFields.JOB.with(
                Declare.keyword("tone").filter().oneOf(List.of("CALM", "BRISK")).means("How it is there."));
        var schema = JsonSchemas.of(grown).toString();
        assertTrue(
                schema.contains("tone={type=[string, null], enum=[CALM, BRISK, null], description=How it is there.}"),
                schema);
        assertTrue(new ListParameters(grown, List.of()).components().containsKey("job.tone"));
    }

    @Test
    void marksWhatABodyMustHave() {
        JsonNode post = description.document().at("/components/schemas/PostJob");
        Set<String> required = new HashSet<>();
        post.get("required").forEach(name -> required.add(name.asString()));
        assertEquals(Set.of("company_id", "title", "description", "locations", "employment_types"), required);
        assertFalse(post.get("additionalProperties").asBoolean(true));
        assertEquals("[\"string\",\"null\"]", post.at("/properties/remote/type").toString());
    }

    private static void collect(JsonNode node, Set<String> references) {
        if (node.has("$ref")) references.add(node.get("$ref").asString());
        node.forEach(child -> collect(child, references));
    }
}
