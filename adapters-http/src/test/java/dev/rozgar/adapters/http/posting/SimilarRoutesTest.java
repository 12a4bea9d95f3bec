package dev.rozgar.adapters.http.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.http.Board.Reply;
import dev.rozgar.adapters.http.OnABoard;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Sort;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.matching.JobLikeness;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The board holds the jobs 1 to 25, whatever is asked; those with odd numbers say everything that is declared.
class SimilarRoutesTest extends OnABoard {
    @Test
    void isAListByPointsOfWhatHasEnough() {
        Reply reply = board.get("/api/jobs/3/similar");

        assertEquals(200, reply.status());
        assertTrue(reply.header("x-read-model").startsWith("elasticsearch"), reply.header("x-read-model"));
        assertEquals("max-age=2", reply.header("cache-control"));
        DocumentQuery asked = Objects.requireNonNull(board.elastic.asked);
        assertEquals(10, asked.limit());
        assertEquals(JobLikeness.LEAST, asked.ranking().least());
        assertEquals(
                List.of("-score", "-published_at", "-id"),
                asked.order().stream().map(Sort::text).toList());
        Filter itself = new Filter.OneOf(JobFields.JOB.require("id"), List.of(new Value.Whole(3)));
        assertTrue(asked.filters().contains(new Filter.Not(itself)));
        assertTrue(reply.text().contains("\"query\":{\"understood\":[{\"shared\":\"OCCUPATION\","), reply::text);
        assertTrue(reply.text().contains("\"index_lag_ms\":340"), reply::text);
    }

    @Test
    void aStoreMayBeChosen() {
        assertTrue(board.get("/api/jobs/3/similar?read_model=postgres")
                .header("x-read-model")
                .startsWith("postgres"));
        assertNull(board.elastic.asked);
    }

    @Test
    void takesTheFiltersAndTheShapeOfAList() {
        Reply reply =
                board.get("/api/jobs/2/similar?near=18.5,73.8&radius_km=50&employment_types=FULL_TIME&fields=title"
                        + "&collapse=company&limit=3&count=none");

        assertEquals(200, reply.status(), reply::text);
        DocumentQuery asked = Objects.requireNonNull(board.elastic.asked);
        assertEquals(4, asked.filters().size());
        assertEquals(3, asked.limit());
        assertEquals(1, asked.told().size(), "the distance");
        assertEquals(
                Optional.of(JobFields.JOB.require("company.id")), asked.shape().onePer());
        assertFalse(reply.text().contains("\"total\""), reply::text);
    }

    @Test
    void goesOnWithItsOwnCursor() {
        String text = board.get("/api/jobs/3/similar?limit=5").text();
        String cursor = text.replaceFirst("(?s).*\"next\":\"([\\w-]+)\".*", "$1");

        assertEquals(
                200, board.get("/api/jobs/3/similar?limit=5&cursor=" + cursor).status());
        assertTrue(Objects.requireNonNull(board.elastic.asked).after().isPresent());
        assertEquals(400, board.get("/api/jobs/5/similar?cursor=" + cursor).status());
        assertEquals(400, board.get("/api/jobs?cursor=" + cursor).status());
    }

    @ParameterizedTest
    @CsvSource({
        "sort=title, sort",
        "facets=remote, facets",
        "facet_size=3, facet_size",
        "q=driver, q",
        "highlight=true, highlight",
        "relax=true, relax",
        "expand=company, expand",
        "collapse=title, collapse",
        "collapse=company&collapse_size=2, collapse_size",
        "limit=0, limit",
        "cursor=x, cursor",
        "read_model=oracle, read_model",
        "locations.localty=Pune, did you mean locations.locality?",
        "radius_km=5, radius_km",
        "consistency_token=x, consistency_token"
    })
    void whatIsNotOfThisListIsRefused(String query, String named) {
        Reply reply = board.get("/api/jobs/3/similar?" + query);

        assertEquals(400, reply.status(), reply::text);
        assertTrue(reply.text().contains(named), reply::text);
        assertNull(board.elastic.asked);
    }

    @Test
    void allFaultsAreToldAtOnceAndBeforeTheJobIsLookedFor() {
        Reply reply = board.get("/api/jobs/77/similar?sort=title&colour=red&pay_min=x&read_model=oracle");

        assertEquals(400, reply.status());
        for (String parameter : new String[] {"sort", "colour", "pay_min", "read_model"})
            assertTrue(reply.text().contains("\"parameter\":\"" + parameter + '"'), reply::text);
    }

    @Test
    void hasRoomForItsOwnFilters() {
        String many =
                "&openings.total.gte=1&id.gt=0&hours_per_week.gt=1&pay.min.gt=1&pay.max.gt=1&start_date.gt=2020-01-01"
                        + "&scope.min_pct.gt=1&scope.max_pct.gt=1&remote=ONSITE&immediate=true&language=en&source=api&education=TENTH"
                        + "&english_level=GOOD&own_vehicle=true&licence_required=true&apply.direct=true&benefits=PF";

        assertEquals(
                200,
                board.get("/api/jobs/3/similar?slug=x" + many.replace("&benefits=PF", ""))
                        .status());
        Reply reply = board.get("/api/jobs/3/similar?slug=x" + many);
        assertEquals(400, reply.status());
        assertTrue(reply.text().contains("TOO_MANY"), reply::text);
    }

    @Test
    void aJobThatIsNotShownIsMissing() {
        assertEquals(404, board.get("/api/jobs/77/similar").status());
        assertEquals(404, board.get("/api/jobs/77/similar?remote=ONSITE").status());
    }

    @Test
    void aJobPointsToThoseLikeIt() {
        assertEquals(
                "</api/jobs/3/similar>; rel=\"related\"",
                board.get("/api/jobs/3").header("link"));
        assertEquals("", board.get("/api/jobs/77").header("link"));
    }
}
