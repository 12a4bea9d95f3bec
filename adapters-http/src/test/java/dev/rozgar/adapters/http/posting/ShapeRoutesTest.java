package dev.rozgar.adapters.http.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.http.Board.Reply;
import dev.rozgar.adapters.http.OnABoard;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.PageShape;
import dev.rozgar.application.listing.CompanyFields;
import dev.rozgar.application.listing.JobFields;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The board holds the jobs 1 to 25. Every reply is held to the description by the board itself.
class ShapeRoutesTest extends OnABoard {
    @ParameterizedTest
    @ValueSource(strings = {"/api/jobs", "/api/jobs/", "/api/job/elastic/", "/api/job/database/"})
    void everyListOfJobsIsSparseAsAsked(String path) {
        String text = board.get(path + "?limit=1&fields=pay.derived.annual_min,slug,openings.total")
                .text();

        assertTrue(
                text.startsWith("{\"items\":[{\"id\":1,\"slug\":\"पुणे \\\"rider\\\"\",\"pay\":{\"derived\":"
                        + "{\"annual_min\":18500.50}},\"openings\":{\"total\":1}}]"),
                text);
    }

    @Test
    void everyMemberMayBeNamed() {
        for (String name : JobFields.JOB.names()) {
            assertEquals(200, board.get("/api/jobs?limit=2&fields=" + name).status(), name);
            assertEquals(200, board.get("/api/jobs/2?fields=" + name).status(), name);
        }
        for (String name : CompanyFields.COMPANY.names())
            assertEquals(200, board.get("/api/companies?limit=2&fields=" + name).status(), name);
    }

    @Test
    void anExportIsSparseToo() {
        String lines = board.get("/api/jobs/export?fields=company.slug").text();
        assertEquals(25, lines.lines().count());
        assertTrue(lines.startsWith("{\"id\":1,\"company\":{\"slug\":"), lines);
    }

    @Test
    void aSparseDocumentHasATagOfItsOwn() {
        Reply whole = board.get("/api/jobs/1");
        Reply sparse = board.get("/api/jobs/1?fields=title");
        Reply expanded = board.get("/api/jobs/1?fields=title&expand=company");

        assertNotEquals(whole.header("etag"), sparse.header("etag"));
        assertNotEquals(expanded.header("etag"), sparse.header("etag"));
        assertEquals("{\"id\":1,\"title\":\"पुणे \\\"rider\\\"\"}", sparse.text());
        assertEquals("", sparse.header("last-modified"));
        assertEquals(
                304,
                board.send(board.request("/api/jobs/1?fields=title").header("If-None-Match", sparse.header("etag")))
                        .status());
        assertEquals(
                200,
                board.send(board.request("/api/jobs/1").header("If-None-Match", sparse.header("etag")))
                        .status());
    }

    @Test
    void aSingleJobBringsItsCompanions() {
        String text =
                board.get("/api/jobs/2?fields=slug&expand=questions,company").text();

        assertTrue(text.startsWith("{\"id\":2,\"slug\":"), text);
        assertTrue(text.contains(",\"expanded\":{\"company\":{\"id\": 2,"), text);
        assertTrue(text.contains("\"questions\":{\"$schema\":"), text);
        assertTrue(board.get("/api/jobs/2?expand=questions").text().endsWith("}}}"));
        assertEquals(404, board.get("/api/jobs/99?expand=company").status());
    }

    @Test
    void aPageBringsOneCompanionForEachItemInOneLook() {
        Reply reply = board.get("/api/jobs?limit=3&fields=id&expand=company");
        Matcher companies = Pattern.compile(
                        "\"expanded\":\\{\"company\":\\[\\{\"id\": 1,.*\\{\"id\": 2,.*\\{\"id\": 3,.*]}")
                .matcher(reply.text());

        assertTrue(companies.find(), reply::text);
        assertFalse(reply.text().contains("questions"));
        assertEquals(1, board.companions.asked);
    }

    @Test
    void withoutSuchWishesNothingElseIsAsked() {
        for (String path :
                List.of("/api/jobs?q=rider", "/api/jobs?highlight=false", "/api/jobs/1", "/api/jobs?fields=id"))
            assertEquals(200, board.get(path).status());
        assertEquals(0, board.companions.asked);
        DocumentQuery asked = Objects.requireNonNull(board.elastic.asked);
        assertEquals(Optional.empty(), asked.shape().onePer());
        board.get("/api/jobs");
        assertEquals(
                PageShape.WHOLE, Objects.requireNonNull(board.elastic.asked).shape());
    }

    @Test
    void companionsThatCannotBeHadAreAProblem() {
        board.companions.failure = PortFailure.unavailable("down", null);
        assertEquals(503, board.get("/api/jobs?expand=company").status());
    }

    @Test
    void hitsAreHighlighted() {
        String text = board.get("/api/jobs?limit=2&q=rider&highlight=true&sort=-published_at")
                .text();

        assertTrue(text.contains("\"hits\":[{\"highlights\":{\"title\": \"a <em>rider</em>\"}},{}]"), text);
        assertTrue(text.contains(",\"highlighted\":true"), text);
    }

    @Test
    void aPageComesWithoutHighlightsRatherThanNotAtAll() {
        board.companions.failure = PortFailure.unavailable("down", null);
        Reply reply = board.get("/api/jobs?q=rider&highlight=true&sort=-published_at");

        assertEquals(200, reply.status());
        assertTrue(reply.text().contains(",\"highlighted\":false"), reply::text);
        assertFalse(reply.text().contains("\"hits\""), reply::text);

        board.companions.failure = PortFailure.broken("a defect", null);
        assertEquals(
                500,
                board.get("/api/jobs?q=rider&highlight=true&sort=-published_at").status());
    }

    @Test
    void allFaultsAreToldAtOnce() {
        String text = board.get(
                        "/api/jobs?fields=id,titel,company.nam,id&expand=companies,company,company&collapse=title"
                                + "&highlight=yes&shift_from=9:15&shift_days=MONDAY,SUNDAI")
                .text();

        for (String fault : List.of(
                "did you mean title?",
                "did you mean company.name?",
                "names id twice",
                "did you mean company?",
                "names company twice",
                "must be company",
                "must be true or false",
                "must be a time on the hour or half past",
                "did you mean SUNDAY?",
                "needs shift_to")) assertTrue(text.contains(fault), fault + " in " + text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/jobs?highlight=true                        | needs q",
                "/api/jobs?fields=                               | has no member",
                "/api/jobs?shift_from=09:00&shift_to=09:00       | must differ",
                "/api/jobs?shift_to=09:00                        | needs shift_from",
                "/api/jobs?shift_days=MONDAY                     | needs shift_from",
                "/api/jobs/export?collapse=company               | is no parameter",
                "/api/jobs/export?expand=company                 | is no parameter",
                "/api/jobs/export?highlight=true&q=x             | is no parameter",
                "/api/jobs/1?fields=titles                       | did you mean title?",
                "/api/jobs/1?expand=form                         | must be some of company, questions",
                "/api/jobs/1?collapse=company                    | is no parameter",
                "/api/companies?fields=nam                       | did you mean name?",
                "/api/companies?expand=company                   | is no parameter"
            })
    void whatIsNotUnderstoodIsAFault(String path, String detail) {
        Reply reply = board.get(path);
        assertEquals(400, reply.status(), path);
        assertTrue(reply.text().contains(detail), reply::text);
    }

    @Test
    void fiftyMembersMayBeNamed() {
        List<String> names = List.copyOf(JobFields.JOB.names());
        assertEquals(
                200,
                board.get("/api/jobs?fields=" + String.join(",", names.subList(0, 50)))
                        .status());
        assertEquals(
                400,
                board.get("/api/jobs?fields=" + String.join(",", names.subList(0, 51)))
                        .status());
        assertEquals(
                400,
                board.get("/api/jobs?fields="
                                + IntStream.range(0, 5_000).mapToObj(_ -> "x").collect(Collectors.joining(",")))
                        .status());
    }

    @Test
    void shiftsAreLookedForByTheirSpans() {
        board.get("/api/jobs?shift_from=22:00&shift_to=06:00&shift_days=SUNDAY");
        assertTrue(Objects.requireNonNull(board.elastic.asked)
                .filters()
                .getFirst()
                .toString()
                .contains("shifts.spans"));
        assertEquals(200, board.get("/api/jobs?shift_from=00:00&shift_to=23:30").status());
        assertEquals(
                200,
                board.get("/api/jobs/export?shift_from=09:30&shift_to=00:00").status());
    }
}
