package dev.rozgar.adapters.http.resource;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rozgar.adapters.http.Board;
import dev.rozgar.adapters.http.Board.Reply;
import dev.rozgar.adapters.http.Description;
import dev.rozgar.adapters.http.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A query that is not understood is refused, never dropped.
class MalformedQueriesTest {
    private static final String HOST = "Host: localhost\r\n";

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

    @ParameterizedTest(name = "{1} -> {0}")
    @MethodSource("badQueries")
    void aBadQueryIsAProblem(int status, String target, String named) throws IOException {
        Reply reply = raw("GET " + target + " HTTP/1.1\r\n" + HOST + "\r\n");
        description.requireProblem(status, named, reply);
    }

    private static Stream<Arguments> badQueries() {
        String many = IntStream.range(0, 201).mapToObj(i -> "id=" + i).collect(Collectors.joining("&"));
        String values = IntStream.range(1, 102).mapToObj(i -> "id=" + i).collect(Collectors.joining("&"));
        return Stream.of(
                arguments(400, "/api/jobs?limit=0", "limit"),
                arguments(400, "/api/jobs?limit=-1", "limit"),
                arguments(400, "/api/jobs?limit=+1", "limit"),
                arguments(400, "/api/jobs?limit=ten", "limit"),
                arguments(400, "/api/jobs?limit=", "limit"),
                arguments(400, "/api/jobs?limit=1.5", "limit"),
                arguments(400, "/api/jobs?limit=%D9%A1", "limit"),
                arguments(400, "/api/jobs?limit=1&limit=2", "limit"),
                arguments(400, "/api/jobs?cursor=x", "cursor"),
                arguments(400, "/api/jobs?cursor=", "cursor"),
                arguments(400, "/api/jobs?cursor=" + "A".repeat(5_000), "cursor"),
                arguments(400, "/api/jobs?cursor=AAAA&cursor=BBBB", "cursor"),
                arguments(400, "/api/jobs?sort=", "sort"),
                arguments(400, "/api/jobs?sort=-", "sort"),
                arguments(400, "/api/jobs?sort=title,title", "sort"),
                arguments(400, "/api/jobs?sort=titel", "title"),
                arguments(400, "/api/jobs?sort=skills.label", "sort"),
                arguments(400, "/api/jobs?sort=title,id,language", "sort"),
                arguments(400, "/api/jobs?sort=title,promotion,published_at,start_date", "sort"),
                arguments(400, "/api/jobs?count=some", "count"),
                arguments(400, "/api/jobs?count=EXACT", "count"),
                arguments(400, "/api/jobs?read_model=mysql", "read_model"),
                arguments(400, "/api/jobs?read_model=Postgres", "read_model"),
                arguments(400, "/api/job/elastic/?read_model=postgres", "read_model"),
                arguments(400, "/api/jobs?nothing=1", "nothing"),
                arguments(400, "/api/jobs?limti=1", "did you mean limit?"),
                arguments(400, "/api/jobs?locality=Pune", "did you mean locations.locality?"),
                arguments(400, "/api/jobs?location=India", "must be a place such as IN"),
                arguments(400, "/api/jobs?location=-IN/", "location"),
                arguments(400, "/api/jobs?location=IN/goa/panaji/centre", "location"),
                arguments(400, "/api/jobs?location.gte=IN", "has no order"),
                arguments(400, "/api/jobs?locations.places=IN", "is no filter"),
                arguments(400, "/api/jobs?=1", "UNKNOWN_PARAMETER"),
                arguments(400, "/api/jobs?description.html=x", "is no filter"),
                arguments(400, "/api/jobs?locations.point=1,2", "is no filter"),
                arguments(400, "/api/jobs?remote=HYBRD", "did you mean HYBRID?"),
                arguments(400, "/api/jobs?remote=hybrid", "remote"),
                arguments(400, "/api/jobs?remote=", "remote"),
                arguments(400, "/api/jobs?remote.gte=ONSITE", "remote.gte"),
                arguments(400, "/api/jobs?immediate=yes", "immediate"),
                arguments(400, "/api/jobs?immediate.gt=true", "immediate.gt"),
                arguments(400, "/api/jobs?id=1e3", "id"),
                arguments(400, "/api/jobs?id=99999999999999999999", "id"),
                arguments(400, "/api/jobs?pay.min=1e999999999", "pay.min"),
                arguments(400, "/api/jobs?pay.min=NaN", "pay.min"),
                arguments(400, "/api/jobs?pay.min=1.23456", "pay.min"),
                arguments(400, "/api/jobs?pay.min.gte=1&pay.min.gt=2", "pay.min.gt"),
                arguments(400, "/api/jobs?pay.min.between=1", "pay.min.between"),
                arguments(400, "/api/jobs?published_at.gte=yesterday", "published_at.gte"),
                arguments(400, "/api/jobs?published_at.gte=2026-03-01", "published_at.gte"),
                arguments(400, "/api/jobs?published_at.gte=2026-03-01T00:00:00+05:30", "%2B"),
                arguments(400, "/api/jobs?published_at.gte=%2B999999999-01-01T00:00:00Z", "published_at.gte"),
                arguments(400, "/api/jobs?start_date=2026-02-30", "start_date"),
                arguments(400, "/api/jobs?title=" + "x".repeat(256), "title"),
                arguments(400, "/api/jobs?title=%0a", "title"),
                arguments(400, "/api/jobs?title=a%00b", "NUL"),
                arguments(400, "/api/jobs?title=%zz", "400"),
                arguments(400, "/api/jobs?title=%f", "400"),
                arguments(400, "/api/jobs?title=%", "400"),
                arguments(400, "/api/jobs?title=%c3%28", "UTF-8"),
                arguments(400, "/api/jobs?title=%ed%a0%80", "UTF-8"),
                arguments(400, "/api/jobs?title=%c0%80", "UTF-8"),
                arguments(400, "/api/jobs?title=\u00e9", "400"),
                arguments(400, "/api/jobs?<script>=1", "UNKNOWN_PARAMETER"),
                arguments(400, "/api/jobs?title=\u001b[31m", "ASCII"),
                arguments(400, "/api/jobs?title=\u007f", "ASCII"),
                arguments(400, "/api/jobs?" + many, "200 parameters"),
                arguments(400, "/api/jobs?" + values, "at most 100 times"),
                arguments(400, "/api/jobs/1?field=id", "field"),
                arguments(400, "/api/jobs/1?fields=nothing", "fields"),
                arguments(400, "/api/jobs/1?read_model=x", "read_model"),
                arguments(400, "/api/companies?remote=ONSITE", "remote"),
                arguments(400, "/api/companies/1?x=1", "UNKNOWN_PARAMETER"),
                arguments(414, "/api/jobs?title=" + "x".repeat(20_000), "414"));
    }

    @ParameterizedTest(name = "{1} -> {0}")
    @MethodSource("badBodies")
    void aBadQueryInABodyIsAProblem(int status, String body, String named) throws IOException {
        byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        String head = "POST /api/jobs/search HTTP/1.1\r\n" + HOST + "Content-Type: application/json\r\nContent-Length: "
                + bytes.length + "\r\n\r\n";
        Reply reply = raw(head + new String(bytes, StandardCharsets.UTF_8));
        description.requireProblem(status, named, reply);
    }

    private static Stream<Arguments> badBodies() {
        String many = IntStream.range(0, 201).mapToObj(Integer::toString).collect(Collectors.joining(","));
        String deep = "[".repeat(30) + "]".repeat(30);
        return Stream.of(
                arguments(400, "{'limit': 0}", "'/limit'".replace('\'', '"')),
                arguments(400, "{'limit': [1, 2]}", "may be given once"),
                arguments(400, "{'limit': 1e2}", "plain number"),
                arguments(400, "{'limit': " + "9".repeat(5_000) + "}", "plain number"),
                arguments(400, "{'limit': null}", "WRONG_TYPE"),
                arguments(400, "{'remote': []}", "must hold a value"),
                arguments(400, "{'remote': [['ONSITE']]}", "/remote/0"),
                arguments(400, "{'title': 'a\\u0000b'}", "NUL"),
                arguments(400, "{'title': '\\ud800'}", "whole Unicode characters"),
                arguments(400, "{'title': '\\udc00\\ud800'}", "whole Unicode characters"),
                arguments(400, "{'\\ud800': 1}", "UNKNOWN_MEMBER"),
                arguments(400, "{'" + "x".repeat(50_000) + "': 1}", "UNKNOWN_MEMBER"),
                arguments(400, "{'title': '" + "x".repeat(5_000) + "'}", "at most 4096"),
                arguments(400, "{'q': '" + "x".repeat(256) + "'}", "/q"),
                arguments(400, "{'q': 'driver', 'q': 'cook'}", "DUPLICATE"),
                arguments(400, "{'cursor': 'x'}", "/cursor"),
                arguments(400, "{'id': [" + many + "]}", "at most 200 values"),
                arguments(400, "{'any_of': []}", "1 to 8 groups"),
                arguments(400, "{'any_of': [" + "{'id': 1},".repeat(8) + "{'id': 1}]}", "1 to 8 groups"),
                arguments(400, "{'any_of': [{'id': [" + many.substring(0, 40) + "]}]}", "1 to 16 values"),
                arguments(400, "{'any_of': [{}]}", "1 to 16 values"),
                arguments(400, "{'any_of': [{'any_of': [{'id': 1}]}]}", "/any_of/0/any_of"),
                arguments(400, "{'none_of': [{'near': '1,2', 'near': '3,4'}]}", "/none_of/0/near"),
                arguments(400, "{'none_of': [{'near': ['1,2', '3,4']}]}", "may be given once"),
                arguments(400, "{'none_of': [{'limit': 3}]}", "stands outside of groups"),
                arguments(400, "{'none_of': {'id': 1}}", "array of objects"),
                arguments(400, "{'x': " + deep + "}", "TOO_DEEP"),
                arguments(400, "{'any_of': [" + deep + "]}", "TOO_DEEP"),
                arguments(413, "{'title': '" + "x".repeat(140_000) + "'}", "131072"));
    }

    private static Reply raw(String bytes) throws IOException {
        try (Wire wire = new Wire(board.http.port())) {
            return wire.send(bytes).read();
        }
    }
}
