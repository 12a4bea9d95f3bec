package dev.rozgar.adapters.http.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.http.Board.Reply;
import dev.rozgar.adapters.http.OnABoard;
import dev.rozgar.application.document.Cursor;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.PageShape;
import dev.rozgar.application.document.Ways;
import dev.rozgar.application.listing.JobFields;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `collapse` and `collapse_size`. The board holds the jobs 1 to 25, and takes each for the only one of its
/// company.
class CollapseRoutesTest extends OnABoard {
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");

    @Test
    void oneJobOfEachCompanyGoesOnByACursorOfItsOwn() {
        Reply first = board.get("/api/jobs?limit=2&collapse=company");
        Matcher next = NEXT.matcher(first.text());
        assertTrue(next.find());
        assertEquals(
                Optional.of(JobFields.JOB.require("company.id")),
                Objects.requireNonNull(board.elastic.asked).shape().onePer());

        assertTrue(board.get("/api/jobs?limit=2&collapse=company&cursor=" + next.group(1))
                .text()
                .startsWith("{\"items\":[{\"id\": 3,"));
        assertEquals(2, Objects.requireNonNull(board.elastic.asked).skipped());
        assertEquals(400, board.get("/api/jobs?limit=2&cursor=" + next.group(1)).status());
    }

    @Test
    void severalJobsOfEachCompanyAreAnotherList() {
        Reply first = board.get("/api/jobs?limit=2&collapse=company&collapse_size=2");
        assertEquals(
                PageShape.WHOLE.some(JobFields.JOB.require("company.id"), 2),
                Objects.requireNonNull(board.elastic.asked).shape());
        Matcher next = NEXT.matcher(first.text());
        assertTrue(next.find());
        String more = "&collapse=company&cursor=" + next.group(1);

        assertEquals(200, board.get("/api/jobs?limit=2&collapse_size=2" + more).status());
        assertEquals(400, board.get("/api/jobs?limit=2" + more).status());
        assertEquals(400, board.get("/api/jobs?limit=2&collapse_size=3" + more).status());
    }

    @ParameterizedTest
    @CsvSource({
        "collapse_size=2, needs collapse=company",
        "collapse=company&collapse_size=0, from 1 to 5",
        "collapse=company&collapse_size=6, from 1 to 5",
        "collapse=company&collapse_size=02, from 1 to 5",
        "collapse=company&collapse_size=, from 1 to 5",
        "collapse=company&collapse_size=two, from 1 to 5",
        "collapse=company&collapse_size=2&collapse_size=2, given once"
    })
    void aNumberOfJobsOfEachCompanyHasBounds(String query, String detail) {
        Reply reply = board.get("/api/jobs?" + query);

        assertEquals(400, reply.status());
        assertTrue(reply.text().contains(detail), reply::text);
    }

    @Test
    void oneJobOfEachCompanyGoesAsFarAsTenThousand() {
        board.get("/api/jobs?limit=2&collapse=company");
        DocumentQuery asked = Objects.requireNonNull(board.elastic.asked);
        String far = DocumentPage.upTo(
                        asked, List.of(), Ways.on(Optional.of(Cursor.behind(9_998))), Optional.empty(), List.of())
                .next()
                .orElseThrow();
        Reply reply = board.get("/api/jobs?limit=2&collapse=company&cursor=" + far);

        assertEquals(400, reply.status());
        assertTrue(reply.text().contains("goes as far as 10000"), reply::text);
        assertEquals(
                200,
                board.get("/api/jobs?limit=1&collapse=company&cursor=" + far).status());
    }
}
