package dev.rozgar.adapters.http.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.http.Board.Reply;
import dev.rozgar.adapters.http.OnABoard;
import dev.rozgar.application.document.Filter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The board holds 25 jobs; a test says which queries find them.
class RelaxedListTest extends OnABoard {
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");
    private static final String NARROW = "q=night+driver&near=18.5,73.8&radius_km=10&pay_min=90000&pay_max=95000"
            + "&published_after=P1D&remote=HYBRID";
    /// Nothing is found where a query asks for this many things or more.
    private static void findingOnlyFewerThan(int filters) {
        board.elastic.finds = query -> query.filters().size() < filters;
    }

    private static Reply list(String query) {
        Reply reply = board.get("/api/jobs?read_model=elasticsearch&" + query);
        assertEquals(200, reply.status(), reply::text);
        return reply;
    }

    private static String next(Reply reply) {
        Matcher next = NEXT.matcher(reply.text());
        assertTrue(next.find(), reply::text);
        return next.group(1);
    }

    @Test
    void whatFindsNothingTellsWhatLessWouldFindInTheOrderOfTheLadder() {
        findingOnlyFewerThan(7);

        assertTrue(
                list(NARROW)
                        .text()
                        .contains(",\"relaxations\":[{\"count\":25,\"without\":[\"q:driver\"]},"
                                + "{\"count\":25,\"without\":[\"q:night\"]},"
                                + "{\"count\":25,\"without\":[\"published_after\"]},"
                                + "{\"count\":25,\"without\":[\"pay_min\",\"pay_max\"]},"
                                + "{\"count\":25,\"without\":[\"near\"]},{\"count\":25,\"without\":[\"remote\"]}]"),
                () -> list(NARROW).text());
        assertTrue(list(NARROW).text().startsWith("{\"items\":[]"));
    }

    @Test
    void whatWouldFindNothingEitherIsNotTold() {
        findingOnlyFewerThan(6);

        assertTrue(list(NARROW)
                .text()
                .contains(",\"relaxations\":[{\"count\":25,\"without\":[\"pay_min\",\"pay_max\"]}]"));
    }

    @Test
    void aWiderCircleIsToldWithItsRadius() {
        board.elastic.finds = query ->
                query.filters().stream().anyMatch(filter -> filter instanceof Filter.Near near && near.radiusKm() > 20);

        assertTrue(
                list("near=18.5,73.8&radius_km=10")
                        .text()
                        .contains(",\"relaxations\":[{\"count\":25,\"radius_km\":50.0,\"without\":[\"radius_km\"]}]"),
                () -> list("near=18.5,73.8&radius_km=10").text());
    }

    @Test
    void aListThatFindsSomethingIsToldNothing() {
        assertFalse(list(NARROW).text().contains("relax"));
        findingOnlyFewerThan(0);
        assertFalse(list("limit=5").text().contains("relax"));
    }

    @Test
    void whoLetsItGetsTheFirstThatFindsSomething() {
        findingOnlyFewerThan(2);
        Reply reply = list("remote=HYBRID&published_after=P1D&relax=true&limit=10");

        assertTrue(reply.text().contains(",\"relaxed\":{\"count\":25,\"without\":[\"published_after\"]}"), reply::text);
        assertTrue(reply.text().startsWith("{\"items\":[{\"id\": 1,"));
    }

    @Test
    void aRelaxedListGoesOnAsItBegan() {
        findingOnlyFewerThan(2);
        String query = "remote=HYBRID&published_after=P1D&relax=true&limit=10";
        String cursor = next(list(query));
        // What was asked for at first would find something now.
        findingOnlyFewerThan(9);
        Reply second = list(query + "&cursor=" + cursor);

        assertTrue(second.text().startsWith("{\"items\":[{\"id\": 11,"), second::text);
        assertTrue(second.text().contains(",\"relaxed\":{\"without\":[\"published_after\"]}"), second::text);
        assertEquals(
                1,
                board.elastic.asked == null ? 0 : board.elastic.asked.filters().size());
    }

    @Test
    void itsCursorIsOfNoOtherList() {
        findingOnlyFewerThan(2);
        String cursor = next(list("remote=HYBRID&published_after=P1D&relax=true&limit=10"));

        assertEquals(
                400,
                board.get("/api/jobs?remote=HYBRID&published_after=P1D&limit=10&cursor=" + cursor)
                        .status());
        assertEquals(
                400,
                board.get("/api/jobs?remote=ONSITE&published_after=P1D&relax=true&limit=10&cursor=" + cursor)
                        .status());
    }

    @Test
    void whatIsNeitherTrueNorFalseIsAFaultAndAnExportGivesUpNothing() {
        assertTrue(board.get("/api/jobs?relax=yes").text().contains("\"parameter\":\"relax\""));
        Reply export = board.get("/api/jobs/export?relax=true");
        assertEquals(400, export.status());
        assertTrue(export.text().contains("\"parameter\":\"relax\""), export::text);
    }
}
