package dev.rozgar.adapters.elasticsearch;

import static dev.rozgar.application.document.Declare.day;
import static dev.rozgar.application.document.Declare.decimal;
import static dev.rozgar.application.document.Declare.flag;
import static dev.rozgar.application.document.Declare.group;
import static dev.rozgar.application.document.Declare.keyword;
import static dev.rozgar.application.document.Declare.many;
import static dev.rozgar.application.document.Declare.moment;
import static dev.rozgar.application.document.Declare.point;
import static dev.rozgar.application.document.Declare.text;
import static dev.rozgar.application.document.Declare.time;
import static dev.rozgar.application.document.Declare.whole;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.rozgar.application.document.Weight;
import dev.rozgar.application.listing.JobFields;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JobMappingTest {
    private static final Path COMMITTED =
            Path.of("src/main/resources/dev/rozgar/adapters/elasticsearch/jobs-index.json");

    @Test
    void isTheCommittedText() throws IOException {
        String rendered = JobMapping.pretty(JobMapping.render(JobFields.JOB));
        if (Boolean.getBoolean("rozgar.render")) Files.writeString(COMMITTED, rendered);

        assertEquals(
                Files.readString(COMMITTED),
                rendered,
                "to render: mvn -pl adapters-elasticsearch -am test -Dtest=JobMappingTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Drozgar.render=true");
    }

    @ParameterizedTest
    @MethodSource("fields")
    void mapsAFieldByItsKindAndUses(Object declared, String expected) {
        JsonObject mapping = JobMapping.render(JobFields.JOB.with(declared)).getJsonObject("mappings");

        assertEquals(
                expected, String.valueOf(mapping.getJsonObject("properties").get("x")));
    }

    static Stream<Arguments> fields() {
        return Stream.of(
                Arguments.of(whole("x"), "{\"type\":\"long\",\"index\":false,\"doc_values\":false}"),
                Arguments.of(whole("x").filter(), "{\"type\":\"long\"}"),
                Arguments.of(decimal("x").sort(), "{\"type\":\"double\"}"),
                Arguments.of(flag("x").filter(), "{\"type\":\"boolean\",\"doc_values\":false}"),
                Arguments.of(keyword("x"), "{\"type\":\"keyword\",\"index\":false,\"doc_values\":false}"),
                Arguments.of(keyword("x").filter(), "{\"type\":\"keyword\",\"doc_values\":false}"),
                Arguments.of(keyword("x").filter().facet(), "{\"type\":\"keyword\"}"),
                Arguments.of(text("x"), "{\"type\":\"keyword\",\"index\":false,\"doc_values\":false}"),
                Arguments.of(
                        text("x").search(Weight.B),
                        "{\"type\":\"keyword\",\"index\":false,\"doc_values\":false,\"copy_to\":\"words.b\"}"),
                Arguments.of(
                        text("x").search(Weight.A).filter().sort(), "{\"type\":\"keyword\",\"copy_to\":\"words.a\"}"),
                Arguments.of(text("x").filter().sort(), "{\"type\":\"keyword\"}"),
                Arguments.of(moment("x").filter(), "{\"type\":\"date\",\"format\":\"strict_date_optional_time\"}"),
                Arguments.of(day("x").filter(), "{\"type\":\"date\",\"format\":\"strict_date\"}"),
                Arguments.of(time("x"), "{\"type\":\"keyword\",\"index\":false,\"doc_values\":false}"),
                Arguments.of(point("x", "lat", "lon"), "{\"type\":\"geo_point\",\"index\":false,\"doc_values\":false}"),
                Arguments.of(
                        group("x", flag("y").filter()),
                        "{\"type\":\"object\",\"dynamic\":\"strict\",\"properties\":"
                                + "{\"y\":{\"type\":\"boolean\",\"doc_values\":false}}}"),
                Arguments.of(
                        many("x", "t", "job_id", keyword("y").filter()),
                        "{\"type\":\"object\",\"dynamic\":\"strict\",\"properties\":"
                                + "{\"y\":{\"type\":\"keyword\",\"doc_values\":false}}}"));
    }

    @Test
    void namesTheDeclarationItWasMadeFor() {
        String before = fingerprint(JobMapping.render(JobFields.JOB));
        String after = fingerprint(
                JobMapping.render(JobFields.JOB.with(flag("night_work").filter())));

        assertEquals(JobFields.JOB.fingerprint(), before);
        assertNotEquals(before, after);
    }

    private static String fingerprint(JsonObject rendered) {
        return rendered.getJsonObject("mappings").getJsonObject("_meta").getString("fingerprint");
    }
}
