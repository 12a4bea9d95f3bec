package dev.rozgar.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rozgar.adapters.http.Board.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever comes in, what goes out is a problem that says what was wrong, never a failure of ours.
class MalformedRequestsTest {
    private static final String HOST = "Host: localhost\r\n";
    private static final String JSON = "Content-Type: application/json\r\n";

    private static Board board;
    private static Description description;

    @BeforeAll
    static void open() {
        board = Board.open();
        description = new Description(board.get("/openapi").bytes());
    }

    @AfterAll
    static void close() {
        board.close();
    }

    @AfterEach
    void theServerStillServes() {
        assertEquals(200, board.get("/api/jobs?limit=1").status());
    }

    @ParameterizedTest(name = "{1} -> {0}")
    @MethodSource("badQueries")
    void aBadQueryIsAProblem(int status, String target, String named) throws IOException {
        Reply reply = raw("GET " + target + " HTTP/1.1\r\n" + HOST + "\r\n");
        requireProblem(status, named, reply);
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
                arguments(400, "/api/jobs/1?fields=id", "fields"),
                arguments(400, "/api/jobs/1?read_model=x", "read_model"),
                arguments(400, "/api/companies?remote=ONSITE", "remote"),
                arguments(400, "/api/companies/1?x=1", "UNKNOWN_PARAMETER"),
                arguments(414, "/api/jobs?title=" + "x".repeat(20_000), "414"));
    }

    @ParameterizedTest(name = "{1} -> {0}")
    @MethodSource("badBodies")
    void aBadBodyIsAProblem(int status, String body, String named) throws IOException {
        requireProblem(status, named, post(JSON, body.getBytes(StandardCharsets.UTF_8)));
    }

    private static Stream<Arguments> badBodies() {
        String deep = "[".repeat(21) + "]".repeat(21);
        String nulls = String.join(",", Collections.nCopies(10_000, "null"));
        return Stream.of(
                arguments(400, "", "is empty"),
                arguments(400, " ", "is empty"),
                arguments(400, "null", "an object"),
                arguments(400, "[]", "an object"),
                arguments(400, "1", "an object"),
                arguments(400, "\"x\"", "an object"),
                arguments(400, "{", "is no JSON"),
                arguments(400, "{]", "is no JSON"),
                arguments(400, "{\"a\" 1}", "is no JSON"),
                arguments(400, "{'a': 1}", "is no JSON"),
                arguments(400, "{\"a\": 1,}", "is no JSON"),
                arguments(400, "{\"a\": 01}", "is no JSON"),
                arguments(400, "{\"a\": NaN}", "is no JSON"),
                arguments(400, "{\"a\": tru}", "is no JSON"),
                arguments(400, "{\"a\": \"\\x\"}", "is no JSON"),
                arguments(400, "{\"a\": \"\n\"}", "is no JSON"),
                arguments(400, "{\"a\": \"x", "is no JSON"),
                arguments(400, "// x\n{}", "is no JSON"),
                arguments(400, "\ufeff{}", "is no JSON"),
                arguments(400, "{} {}", "MALFORMED"),
                arguments(400, "{} x", "MALFORMED"),
                arguments(400, "{}}", "MALFORMED"),
                arguments(400, "{\"title\": \"a\", \"title\": \"b\"}", "is given twice"),
                arguments(400, "{\"titel\": \"a\"}", "did you mean title?"),
                arguments(400, "{\"a/b~c\": 1}", "/a~1b~0c"),
                arguments(400, "{\"company_id\": \"1\"}", "/company_id"),
                arguments(400, "{\"company_id\": 1.0}", "/company_id"),
                arguments(400, "{\"company_id\": 1e2}", "/company_id"),
                arguments(400, "{\"company_id\": 9223372036854775808}", "/company_id"),
                arguments(400, "{\"company_id\": " + "9".repeat(5_000) + "}", "/company_id"),
                arguments(400, "{\"company_id\": null}", "must not be null"),
                arguments(400, "{\"company_id\": true}", "/company_id"),
                arguments(400, "{\"promotion\": 99999999999}", "/promotion"),
                arguments(400, "{\"promotion\": -0.5}", "/promotion"),
                arguments(400, "{\"hours_per_week\": 1e999999999}", "/hours_per_week"),
                arguments(400, "{\"hours_per_week\": \"40\"}", "/hours_per_week"),
                arguments(400, "{\"title\": 12}", "/title"),
                arguments(400, "{\"title\": [\"x\"]}", "/title"),
                arguments(400, "{\"draft\": \"true\"}", "/draft"),
                arguments(400, "{\"draft\": 1}", "/draft"),
                arguments(400, "{\"remote\": \"HYBRD\"}", "did you mean HYBRID?"),
                arguments(400, "{\"remote\": 1}", "/remote"),
                arguments(400, "{\"locations\": {}}", "/locations"),
                arguments(400, "{\"locations\": [null]}", "/locations/0"),
                arguments(
                        400,
                        "{\"locations\": [{\"country\": \"IN\", \"point\": {\"lat\": 1}}]}",
                        "/locations/0/point/lon"),
                arguments(400, "{\"locations\": [{\"country\": 7}, {\"city\": 1}]}", "/locations/1/city"),
                arguments(400, "{\"employment_types\": [\"FULL_TIME\", \"FULLTIME\"]}", "/employment_types/1"),
                arguments(400, "{\"publish_at\": \"tomorrow\"}", "/publish_at"),
                arguments(400, "{\"publish_at\": \"2026-03-01T00:00:00\"}", "/publish_at"),
                arguments(400, "{\"publish_at\": 1767225600}", "/publish_at"),
                arguments(400, "{\"start_date\": \"2026-02-30\"}", "/start_date"),
                arguments(400, "{\"shifts\": [{\"kind\": \"DAY\", \"starts\": \"25:00\"}]}", "/shifts/0/starts"),
                arguments(400, "{\"pay\": []}", "/pay"),
                arguments(400, "{\"unknown\": " + deep + "}", "20 levels"),
                arguments(400, deep, "20 levels"),
                arguments(400, "[".repeat(100_000), "20 levels"),
                arguments(400, "{\"a\":".repeat(5_000), "20 levels"),
                arguments(400, "{\"categories\": [" + nulls + "]}", "10000 values"),
                arguments(400, "{\"unknown\": [" + nulls + "]}", "10000 values"));
    }

    @ParameterizedTest(name = "{1} -> {0}")
    @MethodSource("badValues")
    void aValueThatCannotBeIsAProblem(String pointer, String member) throws IOException {
        String body = """
                {"company_id": 1, "title": "x", "description": {"text": "x"}, "employment_types": ["FULL_TIME"],
                 "locations": [{"locality": "Pune", "country": "IN"}], %s}""".formatted(member);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        requireProblem(422, '"' + pointer + '"', post(JSON, bytes));
    }

    private static Stream<Arguments> badValues() {
        return Stream.of(
                arguments("/pay/min", "\"pay\": {\"min\": -1, \"currency\": \"INR\", \"period\": \"MONTH\"}"),
                arguments("/pay/min", "\"pay\": {\"min\": 1.234, \"currency\": \"INR\", \"period\": \"MONTH\"}"),
                arguments("/pay/min", "\"pay\": {\"min\": 12345678901, \"currency\": \"INR\", \"period\": \"MONTH\"}"),
                arguments("/pay/currency", "\"pay\": {\"min\": 1, \"currency\": \"rupees\", \"period\": \"MONTH\"}"),
                arguments("/requisition_id", "\"requisition_id\": \"a\\u0000b\""),
                arguments("/requisition_id", "\"requisition_id\": \"\\ud800\""),
                arguments("/source", "\"source\": \"  \""),
                arguments("/language", "\"language\": \"not a tag\""),
                arguments("/hours_per_week", "\"hours_per_week\": 169"),
                arguments("/skills/0/weight", "\"skills\": [{\"label\": \"x\", \"level\": \"NICE\", \"weight\": 50}]"),
                arguments("/skills/1", "\"skills\": [{\"label\": \"x\"}, {\"label\": \"X\"}]"),
                arguments("/contact/phone", "\"contact\": {\"name\": \"x\", \"phone\": \"12\"}"),
                arguments(
                        "/contact/call_window/to",
                        "\"contact\": {\"name\": \"x\", \"phone\": \"+911234567890\", \"call_window\": {\"from\": \"10:00\", \"to\": \"09:00\"}}"),
                arguments("/experience/months_max", "\"experience\": {\"months_min\": 5, \"months_max\": 2}"),
                arguments("/licence_required", "\"licence_required\": true"),
                arguments("/apply/url", "\"apply\": {\"url\": \"javascript:alert(1)\"}"),
                arguments("/apply/email", "\"apply\": {\"email\": \"nobody\"}"),
                arguments(
                        "/expires_at",
                        "\"publish_at\": \"2026-05-01T00:00:00Z\", \"expires_at\": \"2026-04-01T00:00:00Z\""),
                arguments("/publish_at", "\"publish_at\": \"+999999999-01-01T00:00:00Z\""),
                arguments("/immediate", "\"immediate\": true, \"start_date\": \"2026-05-01\""),
                arguments("/scope/max_pct", "\"scope\": {\"min_pct\": 50, \"max_pct\": 20}"),
                arguments("/applicant_regions/0", "\"applicant_regions\": [\"india\"]"),
                arguments("/occupation_id", "\"occupation_id\": 0"),
                arguments("/openings/total", "\"openings\": {\"total\": 0}"));
    }

    @ParameterizedTest(name = "{1} -> {0}")
    @MethodSource("badMediaTypes")
    void onlyJsonInUtf8IsRead(int status, String headers) throws IOException {
        requireProblem(status, Integer.toString(status), post(headers, "{}".getBytes(StandardCharsets.UTF_8)));
    }

    private static Stream<Arguments> badMediaTypes() {
        return Stream.of(
                arguments(415, ""),
                arguments(415, "Content-Type: text/plain\r\n"),
                arguments(415, "Content-Type: application/x-www-form-urlencoded\r\n"),
                arguments(415, "Content-Type: application/xml\r\n"),
                arguments(415, "Content-Type: application/json; charset=iso-8859-1\r\n"),
                arguments(415, "Content-Type: application/json; charset=utf-16\r\n"),
                arguments(415, "Content-Type: application/jsonp\r\n"),
                arguments(415, "Content-Type: \r\n"),
                arguments(415, "Content-Type: application/json\r\nContent-Type: text/plain\r\n"),
                arguments(400, "Content-Type: application/json\r\nContent-Encoding: br\r\n"),
                arguments(400, "Content-Type: application/json\r\nContent-Encoding: gzip\r\n"),
                arguments(406, "Content-Type: application/json\r\nAccept: application/xml\r\n"));
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() throws IOException {
        for (byte[] bytes : List.of(
                new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'},
                new byte[] {(byte) 0xc0, (byte) 0x80},
                "{}".getBytes(StandardCharsets.UTF_16))) {
            requireProblem(400, "UTF-8", post(JSON, bytes));
        }
    }

    @Test
    void aBodyTooLargeIsRefusedAndTheCallerHearsOfIt() throws IOException {
        byte[] large = new byte[RequestBody.MOST_BYTES + 1];
        requireProblem(413, "1048576", post(JSON, large));
        requireProblem(413, "1048576", post(JSON, new byte[4 * RequestBody.MOST_BYTES]));
        requireProblem(413, "1048576", chunked(large));
    }

    @Test
    void whoAsksBeforeSendingIsToldBefore() throws IOException {
        String head =
                "POST /api/jobs HTTP/1.1\r\n" + HOST + JSON + "Expect: 100-continue\r\nContent-Length: 5000000\r\n\r\n";
        try (Wire wire = new Wire(board.http.port())) {
            requireProblem(413, "1048576", wire.send(head).read());
            assertTrue(wire.isEnded());
        }
    }

    private static Reply post(String headers, byte[] body) throws IOException {
        try (Wire wire = new Wire(board.http.port())) {
            String head =
                    "POST /api/jobs HTTP/1.1\r\n" + HOST + headers + "Content-Length: " + body.length + "\r\n\r\n";
            return wire.send(head).send(body).read();
        }
    }

    private static Reply chunked(byte[] body) throws IOException {
        try (Wire wire = new Wire(board.http.port())) {
            wire.send("POST /api/jobs HTTP/1.1\r\n" + HOST + JSON + "Transfer-Encoding: chunked\r\n\r\n");
            return wire.send(Integer.toHexString(body.length) + "\r\n")
                    .send(body)
                    .send("\r\n0\r\n\r\n")
                    .read();
        }
    }

    private static Reply raw(String bytes) throws IOException {
        try (Wire wire = new Wire(board.http.port())) {
            return wire.send(bytes).read();
        }
    }

    private static void requireProblem(int status, String named, Reply reply) {
        assertEquals(status, reply.status(), reply::text);
        assertEquals("application/problem+json", reply.header("content-type"));
        assertEquals("nosniff", reply.header("x-content-type-options"));
        assertTrue(reply.text().contains(named), () -> named + " in " + reply.text());
        assertEquals(
                List.of(),
                description
                        .schema("#/components/schemas/Problem")
                        .validate(reply.text(), com.networknt.schema.InputFormat.JSON));
    }
}
