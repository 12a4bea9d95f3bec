package dev.rozgar.adapters.http.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.http.Board.Reply;
import dev.rozgar.adapters.http.OnABoard;
import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.Use;
import dev.rozgar.application.listing.CompanyFields;
import dev.rozgar.application.listing.JobFields;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The board holds the jobs 1 to 25; those with odd numbers say everything that is declared.
class FacetRoutesTest extends OnABoard {
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"/api/jobs", "/api/jobs/", "/api/job/elastic/", "/api/job/database/"})
    void everyListOfJobsCounts(String path) {
        Reply reply = board.get(path + "?limit=1&facets=company.name,occupation.id,experience.fresher_ok&facet_size=1");

        assertEquals(200, reply.status());
        assertTrue(
                reply.text()
                        .contains(",\"facets\":{"
                                + "\"company.name\":{\"buckets\":[{\"value\":\"पुणे \\\"rider\\\"\",\"count\":25,\"openings\":325}],"
                                + "\"more\":false},\"occupation.id\":{\"buckets\":[{\"value\":1,\"label\":\"पुणे \\\"rider\\\"\","
                                + "\"count\":1,\"openings\":1}],\"more\":true},"
                                + "\"experience.fresher_ok\":{\"buckets\":[{\"value\":true,\"count\":25,\"openings\":325}],"
                                + "\"more\":false}},"),
                reply::text);
    }

    @Test
    void everyFacetIsDescribed() {
        for (DocumentField field : JobFields.JOB.fields(Use.FACET))
            assertEquals(200, board.get("/api/jobs?facets=" + field.parameter()).status(), field.path());
        for (DocumentField field : CompanyFields.COMPANY.fields(Use.FACET))
            assertEquals(200, board.get("/api/companies?facets=" + field.path()).status(), field.path());
    }

    @Test
    void companiesAreCountedWithoutOpenings() {
        assertTrue(board.get("/api/companies?limit=1&facets=size_band")
                .text()
                .matches(".*\"facets\":\\{\"size_band\":\\{\"buckets\":\\[\\{\"value\":\"[^\"]+\",\"count\":\\d+}],"
                        + "\"more\":false}},.*"));
    }

    @Test
    void aListWithoutFacetsHasNoMemberOfThem() {
        assertEquals(-1, board.get("/api/jobs").text().indexOf("\"facets\""));
    }

    @Test
    void aCursorGoesOnWithOtherFacetsAndWithNone() {
        Matcher next = NEXT.matcher(board.get("/api/jobs?limit=2&facets=remote").text());
        assertTrue(next.find());
        for (String facets : List.of("", "&facets=remote", "&facets=source,language&facet_size=3"))
            assertTrue(board.get("/api/jobs?limit=2&cursor=" + next.group(1) + facets)
                    .text()
                    .startsWith("{\"items\":[{\"id\": 3,"));
    }

    @Test
    void theLinkToTheNextPageKeepsTheFacets() {
        assertTrue(board.get("/api/jobs?limit=2&facets=remote,source&facet_size=4")
                .header("link")
                .contains("facets=remote%2Csource&facet_size=4"));
    }

    @Test
    void everyFaultIsToldAtOnceWithTheNearestName() {
        Reply reply = board.get("/api/jobs?facets=locations.localty&facet_size=0&limit=0");

        assertEquals(400, reply.status());
        assertTrue(reply.text().contains("did you mean locations.locality?"), reply::text);
        assertTrue(reply.text().contains("\"parameter\":\"facet_size\""));
        assertTrue(reply.text().contains("\"parameter\":\"limit\""));
    }
}
