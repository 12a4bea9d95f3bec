package dev.rozgar.adapters.elasticsearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.elasticsearch.ElasticsearchSettings.Credentials;
import dev.rozgar.adapters.elasticsearch.ElasticsearchSettings.Layout;
import dev.rozgar.adapters.elasticsearch.ElasticsearchSettings.Timeouts;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.PortFailure.Kind;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.indexing.IndexEntry;
import dev.rozgar.application.indexing.JobIndex.Slot;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.domain.job.JobId;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What becomes of a call when the server does what it should not.
class FailuresTest {
    private static final DocumentQuery ANY = DocumentQuery.of(JobFields.JOB, JobFields.NEWEST_FIRST, Instant.EPOCH);
    private static final String EMPTY_PAGE =
            "{\"timed_out\":false,\"_shards\":{\"failed\":0},\"hits\":{\"total\":{\"value\":0,\"relation\":\"eq\"},\"hits\":[]}}";
    private static final Duration SOON = Duration.ofMillis(300);
    /// Long enough for the busiest machine, where a fact is not about time.
    private static final Duration LATE = Duration.ofSeconds(30);

    @Test
    void aSearchOnASilentServerEndsInTime() throws IOException {
        try (var server = OddServer.silent();
                var door = open(server.uri(), SOON)) {
            assertEndsInTime(() -> door.jobReadModel().search(ANY));
        }
    }

    @Test
    void aDocumentFromASilentServerEndsInTime() throws IOException {
        try (var server = OddServer.silent();
                var door = open(server.uri(), SOON)) {
            assertEndsInTime(() -> door.jobReadModel().find(new JobId(1), Instant.EPOCH));
        }
    }

    @Test
    void aWriteToASilentServerEndsInTime() throws IOException {
        var batch = List.of(new IndexEntry(1, 1, Optional.empty()));
        try (var server = OddServer.silent();
                var door = open(server.uri(), SOON)) {
            assertEndsInTime(() -> door.jobIndex().write(batch, EnumSet.of(Slot.LIVE)));
        }
    }

    /// Twice as many as there are connections.
    @Test
    void whoWaitsForAConnectionEndsInTimeAsWell() throws Exception {
        try (var server = OddServer.silent();
                var door = open(server.uri(), SOON);
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++)
                calls.add(callers.submit(
                        () -> assertEndsInTime(() -> door.jobReadModel().search(ANY))));
            for (Future<?> call : calls) call.get();
        }
    }

    @Test
    void aServerThatTricklesDoesNotOutwitTheDeadline() throws IOException {
        OddServer.Conduct drop = (client, _) -> {
            client.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".getBytes());
            while (true) {
                client.getOutputStream().write('x');
                Thread.yield();
                pause();
            }
        };
        try (var server = new OddServer(drop);
                var door = open(server.uri(), SOON)) {
            assertEndsInTime(() -> door.jobReadModel().search(ANY));
        }
    }

    @Test
    void aConnectionThatTheServerHasDroppedIsReplaced() throws IOException {
        OddServer.Conduct oneEach = (client, earlier) -> {
            if (earlier > 0) throw new IOException("one request a connection");
            OddServer.reply(client, "200 OK", EMPTY_PAGE);
        };
        try (var server = new OddServer(oneEach);
                var door = open(server.uri())) {
            door.jobReadModel().search(ANY);

            assertEquals(List.of(), door.jobReadModel().search(ANY).items());
        }
    }

    @Test
    void aServerThatAlwaysHangsUpIsUnavailable() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        OddServer.Conduct hangUp = (_, _) -> {
            asked.incrementAndGet();
            throw new IOException("hang up");
        };
        try (var server = new OddServer(hangUp);
                var door = open(server.uri())) {
            assertFails(Kind.UNAVAILABLE, () -> door.jobReadModel().search(ANY));
            assertEquals(2, asked.get());
        }
    }

    @Test
    void anAbsentServerIsUnavailable() throws IOException {
        try (var door = open(absent())) {
            assertFails(Kind.UNAVAILABLE, () -> door.jobReadModel().search(ANY));
        }
    }

    @Test
    void anotherServerStandsInForAnAbsentOne() throws IOException {
        try (var server = OddServer.answering("200 OK", EMPTY_PAGE);
                var door = Elasticsearch.open(settings(List.of(absent(), server.uri()), Optional.empty()))) {
            for (int i = 0; i < 5; i++) door.jobReadModel().search(ANY);

            assertEquals(5, server.requests.size());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "429 Too Many Requests, UNAVAILABLE",
        "502 Bad Gateway, UNAVAILABLE",
        "503 Service Unavailable, UNAVAILABLE",
        "504 Gateway Timeout, UNAVAILABLE",
        "400 Bad Request, BROKEN",
        "401 Unauthorized, BROKEN",
        "403 Forbidden, BROKEN",
        "404 Not Found, BROKEN",
        "500 Internal Server Error, BROKEN",
        "301 Moved Permanently, BROKEN"
    })
    void aStatusTellsWhetherTryingAgainMayHelp(String status, Kind kind) throws IOException {
        var batch = List.of(new IndexEntry(1, 1, Optional.empty()));
        String error = "{\"error\":{\"type\":\"some_exception\",\"reason\":\"said the server\"},\"status\":"
                + status.substring(0, 3) + '}';
        try (var server = OddServer.answering(status, error);
                var door = open(server.uri())) {
            assertFails(kind, () -> door.jobReadModel().search(ANY));
            assertFails(kind, () -> door.jobReadModel().find(new JobId(1), Instant.EPOCH));
            assertFails(kind, () -> door.jobIndex().write(batch, EnumSet.of(Slot.LIVE)));
        }
    }

    @Test
    void aRedirectIsNotFollowed() throws IOException {
        try (var elsewhere = OddServer.answering("200 OK", EMPTY_PAGE);
                var server = new OddServer((client, _) -> client.getOutputStream()
                        .write(("HTTP/1.1 307 Go\r\nLocation: " + elsewhere.uri() + "/\r\nContent-Length: 0\r\n\r\n")
                                .getBytes()));
                var door = open(server.uri())) {
            assertFails(Kind.BROKEN, () -> door.jobReadModel().search(ANY));
            assertEquals(List.of(), elsewhere.requests);
        }
    }

    @Test
    void aReplyWithoutEndIsNotReadToIt() throws IOException {
        try (var server = new OddServer((client, _) -> client.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 9000000000\r\n\r\n".getBytes()));
                var door = open(server.uri())) {
            assertFails(Kind.BROKEN, () -> door.jobReadModel().search(ANY));
        }
    }

    @Test
    void aPartOfThePageIsNoPage() throws IOException {
        try (var server = OddServer.answering("200 OK", EMPTY_PAGE.replace("\"failed\":0", "\"failed\":1"));
                var door = open(server.uri())) {
            assertFails(Kind.UNAVAILABLE, () -> door.jobReadModel().search(ANY));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"<html>", "[]", "{\"hits\":7}", "{\"hits\":{\"hits\":[{\"_id\":\"1\"}]}}"})
    void aReplyThatMakesNoSenseIsBroken(String body) throws IOException {
        try (var server = OddServer.answering("200 OK", body);
                var door = open(server.uri())) {
            assertFails(Kind.BROKEN, () -> door.jobReadModel().search(ANY));
        }
    }

    @Test
    void credentialsAreSentAndNeverPrinted() throws IOException {
        var settings = settings(List.of(absent()), Optional.of(Credentials.user("reader", "sesame")));
        try (var server = OddServer.answering("200 OK", EMPTY_PAGE);
                var door = Elasticsearch.open(settings(List.of(server.uri()), settings.credentials()))) {
            door.jobReadModel().search(ANY);

            assertTrue(server.requests.getFirst().contains("Authorization: Basic cmVhZGVyOnNlc2FtZQ=="));
            assertFalse(settings.toString().contains("cmVhZGVyOnNlc2FtZQ"), settings::toString);
        }
    }

    private static void assertEndsInTime(Executable call) {
        assertTimeoutPreemptively(LATE.dividedBy(2), () -> assertFails(Kind.UNAVAILABLE, call));
    }

    private static void assertFails(Kind kind, Executable call) {
        PortFailure failure = assertThrows(PortFailure.class, call);
        assertEquals(kind, failure.kind(), failure::getMessage);
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// An address where nobody listens: a port that was free a moment ago.
    private static URI absent() throws IOException {
        try (var server = OddServer.silent()) {
            return server.uri();
        }
    }

    private static Elasticsearch open(URI server) {
        return open(server, LATE);
    }

    private static Elasticsearch open(URI server, Duration most) {
        return Elasticsearch.open(
                settings(List.of(server), Optional.empty()).timeouts(new Timeouts(LATE, most, most, most)));
    }

    private static ElasticsearchSettings settings(List<URI> servers, Optional<Credentials> credentials) {
        var timeouts = new Timeouts(LATE, LATE, LATE, LATE);
        return new ElasticsearchSettings(servers, credentials, "rozgar", 4, timeouts, Layout.USUAL);
    }
}
