package dev.rozgar.adapters.http.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rozgar.adapters.http.Board;
import dev.rozgar.adapters.http.Board.Reply;
import dev.rozgar.adapters.http.Description;
import dev.rozgar.adapters.http.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever comes in, what goes out is a problem that says what was wrong, never a failure of ours.
class MalformedRequestsTest {
    private static final String HOST = "Host: localhost\r\n" + Board.OPERATOR;
    private static final String JSON = "Content-Type: application/json\r\n";

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

    @AfterEach
    void theServerStillServes() {
        assertEquals(200, board.get("/api/jobs?limit=1").status());
    }

    @ParameterizedTest(name = "{1} -> {0}")
    @MethodSource("badBodies")
    void aBadBodyIsAProblem(int status, String body, String named) throws IOException {
        description.requireProblem(status, named, post(JSON, body.getBytes(StandardCharsets.UTF_8)));
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
        description.requireProblem(422, '"' + pointer + '"', post(JSON, bytes));
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
        description.requireProblem(
                status, Integer.toString(status), post(headers, "{}".getBytes(StandardCharsets.UTF_8)));
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
                arguments(415, "Content-Type: application/json\r\nContent-Encoding: br\r\n"),
                arguments(415, "Content-Type: application/json\r\nContent-Encoding: gzip\r\n"),
                arguments(406, "Content-Type: application/json\r\nAccept: application/xml\r\n"));
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() throws IOException {
        for (byte[] bytes : List.of(
                new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'},
                new byte[] {(byte) 0xc0, (byte) 0x80},
                "{}".getBytes(StandardCharsets.UTF_16))) {
            description.requireProblem(400, "UTF-8", post(JSON, bytes));
        }
    }

    @Test
    void aBodyTooLargeIsRefusedAndTheCallerHearsOfIt() throws IOException {
        byte[] large = new byte[RequestBody.MOST_BYTES + 1];
        description.requireProblem(413, "1048576", post(JSON, large));
        description.requireProblem(413, "1048576", post(JSON, new byte[4 * RequestBody.MOST_BYTES]));
        description.requireProblem(413, "1048576", chunked(large));
    }

    @Test
    void whoAsksBeforeSendingIsToldBefore() throws IOException {
        String head =
                "POST /api/jobs HTTP/1.1\r\n" + HOST + JSON + "Expect: 100-continue\r\nContent-Length: 5000000\r\n\r\n";
        try (Wire wire = new Wire(board.http.port())) {
            description.requireProblem(413, "1048576", wire.send(head).read());
            assertTrue(wire.isEnded());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET example.com:443 HTTP/1.1",
                "CONNECT example.com:443 HTTP/1.1",
                "G(T /api/jobs HTTP/1.1",
                "G\"T /api/jobs HTTP/1.1",
                "G\u0001T /api/jobs HTTP/1.1"
            })
    void aLineThatIsNoRequestIsTheCallersFault(String line) throws IOException {
        try (Wire wire = new Wire(board.http.port())) {
            Reply reply = wire.send(line + "\r\n" + HOST + "\r\n").read();

            assertEquals(400, reply.status(), reply::text);
            assertTrue(wire.isEnded());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "identity"})
    void aBodyIsTakenAsItIs(String encoding) throws IOException {
        Reply reply = post(JSON + "Content-Encoding: " + encoding + "\r\n", "{}".getBytes(StandardCharsets.UTF_8));

        assertEquals(415, reply.status(), reply::text);
    }

    @Test
    void aBodyThatNobodyReadsIsNotTaken() throws IOException {
        try (Wire wire = new Wire(board.http.port())) {
            Reply reply = wire.send("POST /api/index/redrive HTTP/1.1\r\n" + HOST + JSON + "Content-Length: 8\r\n\r\n"
                            + "{\"id\":4}")
                    .read();

            assertEquals(400, reply.status(), reply::text);
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
}
