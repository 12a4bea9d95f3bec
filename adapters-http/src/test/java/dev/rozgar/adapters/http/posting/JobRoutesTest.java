package dev.rozgar.adapters.http.posting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.http.Board;
import dev.rozgar.adapters.http.Board.Reply;
import dev.rozgar.adapters.http.SampleDocument;
import dev.rozgar.application.document.Count;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.listing.JobFields;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobRoutesTest {
    private static Board board;

    @BeforeAll
    static void open() {
        board = Board.open();
    }

    @AfterAll
    static void close() {
        board.close();
    }

    @BeforeEach
    void begin() {
        board.reset();
        board.post(
                "/api/companies",
                "{\"slug\": \"acme\", \"name\": \"Acme\", \"locations\": [{\"locality\": \"Pune\", \"country\": \"IN\"}]}");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/job/elastic, elasticsearch",
        "/api/job/elastic/, elasticsearch",
        "/api/job/database, postgres",
        "/api/job/database/, postgres",
        "/api/jobs?read_model=postgres, postgres",
        "/api/jobs/?read_model=elasticsearch, elasticsearch",
        "/api/jobs, elasticsearch"
    })
    void aListComesFromTheReadModelOfItsPath(String target, String readModel) {
        Reply reply = board.get(target);
        assertEquals(200, reply.status());
        assertEquals(readModel + "; lag=340ms", reply.header("x-read-model"));
        assertNull((readModel.equals("postgres") ? board.elastic : board.postgres).asked);
    }

    @Test
    void aDocumentSaysWhenItWasLastChanged() {
        Reply reply = board.get("/api/jobs/1");
        assertTrue(
                reply.header("last-modified")
                        .matches("[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT"),
                reply.header("last-modified"));
        assertEquals("max-age=60, stale-while-revalidate=60", reply.header("cache-control"));
        assertEquals("max-age=2", board.get("/api/jobs").header("cache-control"));
    }

    @Test
    void autoNamesTheStandInWhileItAnswers() {
        board.elasticUp.set(false);
        assertEquals(
                "postgres; lag=340ms", board.get("/api/jobs?read_model=auto").header("x-read-model"));
    }

    @Test
    void aPageIsSentByteForByte() {
        Reply reply = board.get("/api/jobs?limit=3");
        String first = SampleDocument.full(JobFields.JOB, 1).toString();
        assertTrue(
                reply.text().startsWith("{\"items\":[" + first + ',' + SampleDocument.sparse(JobFields.JOB, 2) + ','),
                reply::text);
        assertEquals(Integer.toString(reply.bytes().length), reply.header("content-length"));
        assertEquals("max-age=2", reply.header("cache-control"));
        assertEquals("nosniff", reply.header("x-content-type-options"));
    }

    @Test
    void aListIsTrueAtTheMomentOfTheClock() {
        assertTrue(board.get("/api/jobs").text().contains("\"as_of\":\"" + Board.NOW + '"'));
    }

    @Test
    void linksLeadThroughTheWholeListOnce() {
        String first = "/api/jobs/?limit=10&remote=ONSITE&remote=HYBRID&read_model=postgres&title=a%20%26%20b";

        assertEquals(List.of(10, 10, 5), sizes(walk(first, "next")));
    }

    @Test
    void linksLeadBackByTheSamePagesAndToTheFirst() {
        List<Reply> there = walk("/api/jobs?limit=10&remote=ONSITE", "next");
        List<Reply> back = walk(link(there.getLast(), "prev").orElseThrow(), "prev");

        assertEquals(List.of(10, 10), sizes(back));
        assertEquals(ids(there.get(1)), ids(back.getFirst()));
        assertEquals(ids(there.getFirst()), ids(back.getLast()));
        assertEquals(Optional.of("/api/jobs?limit=10&remote=ONSITE"), link(there.getLast(), "first"));
        assertTrue(back.getLast().text().contains("\"prev\":null"), back.getLast()::text);
        assertEquals(Optional.empty(), link(there.getFirst(), "first"));
    }

    private static List<Reply> walk(String target, String relation) {
        List<Reply> pages = new ArrayList<>();
        for (Optional<String> next = Optional.of(target); next.isPresent(); ) {
            Reply reply = board.get(next.get());
            assertEquals(200, reply.status(), reply::text);
            pages.add(reply);
            next = link(reply, relation);
        }
        return pages;
    }

    private static Optional<String> link(Reply reply, String relation) {
        Matcher link = Pattern.compile("<([^>]*)>; rel=\"" + relation + '"').matcher(reply.header("link"));
        return link.find() ? Optional.of(link.group(1)) : Optional.empty();
    }

    private static List<String> ids(Reply page) {
        return Pattern.compile("\\{\"id\": ([0-9]+), \"version\"")
                .matcher(page.text())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static List<Integer> sizes(List<Reply> pages) {
        return pages.stream().map(page -> ids(page).size()).toList();
    }

    @Test
    void aCursorOfAnotherQueryIsRefused() {
        Matcher link = Pattern.compile("cursor=([^&>]*)")
                .matcher(board.get("/api/jobs?limit=1").header("link"));
        assertTrue(link.find());
        Reply reply = board.get("/api/jobs?limit=1&remote=ONSITE&cursor=" + link.group(1));
        assertEquals(400, reply.status());
        assertTrue(reply.text().contains("\"parameter\":\"cursor\""), reply::text);
    }

    @Test
    void theQueryReachesTheReadModel() {
        board.get(
                "/api/jobs?limit=500&count=exact&sort=-pay.derived.annual_min,title&remote=ONSITE&pay.min.gte=100.50&pay.min.lt=200");
        DocumentQuery asked = Objects.requireNonNull(board.elastic.asked);
        assertEquals(100, asked.limit());
        assertEquals(Count.EXACT, asked.count());
        assertEquals(
                List.of("-pay.derived.annual_min", "title", "-id"),
                asked.order().stream().map(sort -> sort.text()).toList());
        assertEquals(2, asked.filters().size());
    }

    @Test
    void countNoneLeavesTheTotalOut() {
        assertTrue(board.get("/api/jobs").text().contains("\"total\":{\"value\":25,\"relation\":\"eq\"}"));
        assertTrue(!board.get("/api/jobs?count=none").text().contains(",\"total\":{"));
    }

    @Test
    void oneJobIsSentByteForByteWithAStrongTag() {
        Reply reply = board.get("/api/jobs/7");
        assertArrayEquals(SampleDocument.full(JobFields.JOB, 7).bytes(), reply.bytes());
        assertEquals(SampleDocument.full(JobFields.JOB, 7).etag(), reply.header("etag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "\"other\", %s", "\"a,b\",W/%s,\"c\"", "*"})
    void whoHasItGetsNothingAgain(String header) {
        String tag = board.get("/api/jobs/7").header("etag");
        Reply reply = board.send(board.request("/api/jobs/7").header("If-None-Match", header.formatted(tag)));
        assertEquals(304, reply.status());
        assertEquals(0, reply.bytes().length);
        assertEquals(tag, reply.header("etag"));
    }

    @Test
    void whoHasAnotherGetsIt() {
        Reply reply = board.send(board.request("/api/jobs/7").header("If-None-Match", "\"other\", W/\"more\""));
        assertEquals(200, reply.status());
    }

    @Test
    void headTellsAllButTheBody() {
        Reply whole = board.get("/api/jobs/7");
        Reply head = board.send(board.request("/api/jobs/7").method("HEAD", BodyPublishers.noBody()));
        assertEquals(200, head.status());
        assertEquals(0, head.bytes().length);
        assertEquals(whole.header("content-length"), head.header("content-length"));
        assertEquals(whole.header("etag"), head.header("etag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "abc", "1.5", "99999999999999999999", "01", "26", "%20", "%00", "1%2F2"})
    void whatIsNoIdNamesNothing(String id) {
        assertEquals(404, board.get("/api/jobs/" + id).status());
    }

    @Test
    void aWrongMethodIsToldTheRightOnes() {
        Reply reply = board.send(board.request("/api/jobs/").DELETE());
        assertEquals(405, reply.status());
        assertEquals("GET, POST, HEAD, OPTIONS", reply.header("allow"));
        Reply options = board.send(board.request("/api/jobs/1").method("OPTIONS", BodyPublishers.noBody()));
        assertEquals(204, options.status());
        assertEquals("DELETE, GET, PATCH, PUT, HEAD, OPTIONS", options.header("allow"));
    }

    @Test
    void aCallerWhoWantsNoJsonIsToldThatThereIsNothingElse() {
        assertEquals(
                406,
                board.send(board.request("/api/jobs").header("Accept", "text/html"))
                        .status());
        assertEquals(
                200,
                board.send(board.request("/api/jobs").header("Accept", "text/html, */*;q=0.1"))
                        .status());
    }
}
