package dev.rozgar.adapters.http.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.http.Board;
import dev.rozgar.adapters.http.Board.Reply;
import dev.rozgar.adapters.http.OnABoard;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.listing.JobFields;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchByBodyTest extends OnABoard {
    /// Anybody's, as the list is.
    private static Reply search(String body) {
        return board.send(Board.json(board.request("/api/jobs/search"), "POST", body.replace('\'', '"')));
    }

    private static DocumentQuery asked(String body) {
        Reply reply = search(body);
        assertEquals(200, reply.status(), reply::text);
        return Objects.requireNonNull(board.elastic.asked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "limit=3&remote=ONSITE&remote=HYBRID|{'limit': 3, 'remote': ['ONSITE', 'HYBRID']}",
                "occupation.id=12&occupation.id=-13|{'occupation.id': [12, '-13']}",
                "near=19.07,72.87&radius_km=10|{'near': '19.07,72.87', 'radius_km': 10}",
                "q=driver&q_fields=title,company&highlight=true|{'q': 'driver', 'q_fields': ['title', 'company'], 'highlight': true}",
                "facets=remote,company.name&facet_size=3|{'facets': ['remote', 'company.name'], 'facet_size': '3'}",
                "sort=-published_at,title&count=exact|{'sort': ['-published_at', 'title'], 'count': 'exact'}",
                "pay_min=18000.50&include_undisclosed=true&collapse=company|"
                        + "{'pay_min': 18000.50, 'include_undisclosed': true, 'collapse': 'company'}",
                "read_model=postgres&fields=id,title&expand=company|"
                        + "{'read_model': 'postgres', 'fields': ['id', 'title'], 'expand': 'company'}",
                "|{}"
            })
    void aBodyIsAnsweredAsItsQuery(@Nullable String query, String body) {
        Reply list = board.get("/api/jobs" + (query == null ? "" : "?" + query));
        Reply search = search(body);

        assertEquals(200, search.status(), search::text);
        String all = search.text();
        int begin = all.indexOf(",\"asked\":{");
        int end = all.indexOf(",\"links\":");
        assertEquals(list.text(), all.substring(0, begin) + all.substring(end));
        assertEquals(list.header("link"), search.header("link"));
        assertEquals(list.header("x-read-model"), search.header("x-read-model"));
        assertEquals("no-store", search.header("cache-control"));
    }

    @Test
    void groupsStandBesideTheOtherFilters() {
        DocumentQuery query = asked("{'remote': 'ONSITE', 'any_of': [{'title': ['a', 'b'], 'id.gte': 2},"
                + " {'near': '18.5,73.8', 'radius_km': 5}], 'none_of': [{'title': '-c'}]}");

        Filter title = one("title", "a", "b");
        Filter.Groups any = (Filter.Groups) query.filters().get(1);
        assertEquals(one("remote", "ONSITE"), query.filters().getFirst());
        assertEquals(title, any.groups().getFirst().getFirst());
        assertTrue(any.groups().getFirst().get(1) instanceof Filter.Range);
        assertTrue(any.groups().get(1).getFirst() instanceof Filter.Near);
        assertEquals(
                new Filter.Not(new Filter.Groups(List.of(List.of(new Filter.Not(one("title", "c")))))),
                query.filters().get(2));
    }

    @Test
    void tellsTheQueryAsItWasUnderstoodSoThatItCanBeAskedAgain() {
        Reply first = search("{'limit': 2, 'any_of': [{'occupation.id': [1, 2]}, {'remote': 'ONSITE'}]}");
        Matcher asked = Pattern.compile(",\"asked\":(\\{.*\\}),\"links\"").matcher(first.text());

        assertTrue(asked.find(), first::text);
        assertEquals(
                "{\"limit\":\"2\",\"any_of\":[{\"occupation.id\":[\"1\",\"2\"]},{\"remote\":\"ONSITE\"}]}",
                asked.group(1));
        assertEquals(first.text(), search(asked.group(1)).text());
    }

    @Test
    void aCursorOfTheListServesTheSameQueryInABodyAndTheOtherWayRound() {
        String next = cursor(board.get("/api/jobs?limit=10&remote=ONSITE"), "next");
        Reply second = search("{'limit': 10, 'remote': 'ONSITE', 'cursor': '" + next + "'}");
        Reply first = board.get("/api/jobs?limit=10&remote=ONSITE&cursor=" + cursor(second, "prev"));

        assertEquals(200, second.status(), second::text);
        assertEquals(200, first.status(), first::text);
        assertEquals(next, cursor(first, "next"));
    }

    @Test
    void aQueryOfGroupsIsPagedByItsCursorAndHasNoOtherLinkThanItsOwn() {
        String groups = "'limit': 10, 'any_of': [{'remote': 'ONSITE'}, {'title': 'a'}]";
        Reply first = search('{' + groups + '}');
        Reply second = search('{' + groups + ", 'cursor': '" + cursor(first, "next") + "'}");
        Reply other = search("{'any_of': [{'remote': 'ONSITE'}], 'cursor': '" + cursor(first, "next") + "'}");

        assertTrue(first.text().endsWith(",\"links\":{\"self\":\"/api/jobs/search\"}}"), first::text);
        assertEquals("", first.header("link"));
        assertEquals(200, second.status(), second::text);
        assertFalse(cursor(second, "prev").isEmpty());
        assertEquals(400, other.status());
        assertTrue(other.text().contains("{\"pointer\":\"/cursor\",\"code\":\"MALFORMED\""), other::text);
    }

    @Test
    void everyFaultIsToldAtOnceByItsPointer() {
        Reply reply = search("{'limti': 2, 'occupation.id': [1, 'x', null], 'remote': 'HYBRD', 'sort': ['titel'],"
                + " 'limit': {}, 'a/b': 1, 'any_of': [{'titel': 1, 'q': 'x', 'radius_km': 3}, 7, {}],"
                + " 'none_of': 1, 'remote': 'ONSITE'}");

        assertEquals(400, reply.status());
        for (String error : List.of(
                "/limti\",\"code\":\"UNKNOWN_MEMBER\",\"detail\":\"is no member here; did you mean limit?",
                "/occupation.id/1\",\"code\":\"MALFORMED",
                "/occupation.id/2\",\"code\":\"WRONG_TYPE",
                "/remote\",\"code\":\"UNKNOWN_VALUE",
                "did you mean HYBRID?",
                "/sort\",\"code\":\"UNKNOWN_VALUE",
                "/limit\",\"code\":\"WRONG_TYPE",
                "/a~1b\",\"code\":\"UNKNOWN_MEMBER",
                "/any_of/0/titel\",\"code\":\"UNKNOWN_MEMBER\",\"detail\":\"is no member here; did you mean title?",
                "/any_of/0/q\",\"code\":\"NOT_ALLOWED",
                "/any_of/0/radius_km\",\"code\":\"NOT_ALLOWED",
                "/any_of/1\",\"code\":\"WRONG_TYPE",
                "/any_of/2\",\"code\":\"OUT_OF_RANGE",
                "/none_of\",\"code\":\"WRONG_TYPE",
                "/remote\",\"code\":\"DUPLICATE"))
            assertTrue(reply.text().contains(error), () -> error + " in " + reply.text());
        assertNull(board.elastic.asked);
    }

    @Test
    void groupsAreGivenUpAsAWhole() {
        board.elastic.finds = query -> query.filters().stream().noneMatch(Filter.Groups.class::isInstance);
        Reply reply = search("{'remote': 'ONSITE', 'any_of': [{'title': 'a'}, {'title': 'b'}]}");

        assertTrue(reply.text().contains("\"relaxations\":[{\"count\":25,\"without\":[\"any_of\"]}]"), reply::text);
    }

    @Test
    void aQueryStandsInTheBodyAlone() {
        Reply reply = board.send(Board.json(board.request("/api/jobs/search?limit=2"), "POST", "{}"));

        assertEquals(400, reply.status());
        assertTrue(reply.text().contains("\"parameter\":\"limit\""), reply::text);
    }

    @Test
    void itIsNoJobAndNoWrite() {
        Reply read = board.get("/api/jobs/search");
        int writes = board.store.writes;
        search("{}");

        assertEquals(405, read.status());
        assertEquals("POST, OPTIONS", read.header("allow"));
        assertEquals(writes, board.store.writes);
    }

    private static Filter one(String path, String... values) {
        return new Filter.OneOf(
                JobFields.JOB.require(path),
                List.of(values).stream()
                        .map(value -> (Value) new Value.Word(value))
                        .toList());
    }

    private static String cursor(Reply page, String way) {
        Matcher token = Pattern.compile('"' + way + "\":\"([^\"/]+)\"").matcher(page.text());
        assertTrue(token.find(), page::text);
        return token.group(1);
    }
}
