package dev.rozgar.adapters.http.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.http.WebhookTargets;
import dev.rozgar.application.alerts.Deliveries.Due;
import dev.rozgar.domain.alerts.DeliveryId;
import dev.rozgar.domain.alerts.DeliveryState;
import dev.rozgar.domain.alerts.DeliveryState.Outcome;
import dev.rozgar.domain.alerts.EventType;
import dev.rozgar.domain.alerts.Secret;
import dev.rozgar.domain.alerts.WebhookId;
import dev.rozgar.domain.alerts.WebhookUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class HttpWebhookSenderTest {
    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00.999Z");
    private static final Secret NEW = Secret.of("the newest secret, 32 bytes long".getBytes(StandardCharsets.US_ASCII));
    private static final Secret OLD = Secret.of("the one that was before, as long".getBytes(StandardCharsets.US_ASCII));
    private static final String BODY = "{\"type\":\"search.matched\",\"data\":{\"name\":\"नौकरी\"}}";

    private final HttpWebhookSender sender = new HttpWebhookSender(WebhookTargets.ANY, Duration.ofSeconds(10));
    private final HttpWebhookSender hasty = new HttpWebhookSender(WebhookTargets.ANY, Duration.ofMillis(300));

    private static Due due(String url, Secret... secrets) {
        return new Due(
                new DeliveryId(12),
                new WebhookId(3),
                new WebhookUrl(url),
                List.of(secrets),
                EventType.SEARCH_MATCHED,
                BODY,
                new DeliveryState.Pending(0, NOW));
    }

    private static Due to(Receiver receiver) {
        return due("http://127.0.0.1:" + receiver.port() + "/in?k=1", NEW);
    }

    private static String why(Outcome outcome) {
        return assertInstanceOf(Outcome.NotTaken.class, outcome).why();
    }

    @Test
    void sendsTheEventAsItIsWithItsIdAndTime() throws IOException {
        try (Receiver receiver = new Receiver(Receiver.answering("204 No Content"))) {
            assertEquals(new Outcome.Taken(204), sender.send(to(receiver), NOW));

            String heard = receiver.heard.getFirst();
            assertTrue(heard.startsWith("POST /in?k=1 HTTP/1.1\r\n"), heard);
            assertEquals("127.0.0.1:" + receiver.port(), header("host", heard));
            assertEquals("application/json", header("content-type", heard));
            assertEquals("msg_12", header("webhook-id", heard));
            assertEquals(Long.toString(NOW.getEpochSecond()), header("webhook-timestamp", heard));
            assertTrue(header("user-agent", heard).startsWith("Rozgar/"), heard);
            assertTrue(heard.endsWith("\r\n\r\n" + BODY), heard);
            assertFalse(heard.toLowerCase(Locale.ROOT).contains("authorization"), heard);
        }
    }

    @Test
    void signsWithBothSecretsWhileOneIsChanged() throws IOException, GeneralSecurityException {
        try (Receiver receiver = new Receiver(Receiver.answering("200 OK"))) {
            sender.send(due("http://127.0.0.1:" + receiver.port(), NEW, OLD), NOW);

            String heard = receiver.heard.getFirst();
            String content = header("webhook-id", heard) + '.' + header("webhook-timestamp", heard) + '.' + BODY;
            assertEquals(
                    List.of(
                            "v1," + hmac("the newest secret, 32 bytes long", content),
                            "v1," + hmac("the one that was before, as long", content)),
                    List.of(header("webhook-signature", heard).split(" ")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "301 Moved, answered 301; redirects are not followed",
        "307 Temporary Redirect, answered 307; redirects are not followed",
        "400 Bad Request, answered 400",
        "410 Gone, answered 410",
        "503 Service Unavailable, answered 503"
    })
    void whatIsNotAnswered2xxIsNotTaken(String status, String why) throws IOException {
        String answer = "HTTP/1.1 " + status + "\r\nlocation: http://127.0.0.1:1/\r\n\r\nsecret of the receiver";
        try (Receiver receiver = new Receiver(Receiver.saying(answer))) {
            int code = Integer.parseInt(status.substring(0, 3));

            assertEquals(new Outcome.NotTaken(Optional.of(code), why), sender.send(to(receiver), NOW));
            assertEquals(1, receiver.heard.size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200\r\n\r\n", "HTTP/1.0 200 OK\r\n\r\n", "HTTP/1.1 202 Was für ein Tag\n\n"})
    void takesAStatusInAnyLegalForm(String answer) throws IOException {
        try (Receiver receiver = new Receiver(Receiver.saying(answer))) {
            assertInstanceOf(Outcome.Taken.class, sender.send(to(receiver), NOW));
        }
    }

    @Test
    void waitsForTheLastAnswer() throws IOException {
        String answer =
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\nHTTP/1.1 201 Made\r\n\r\n";
        try (Receiver receiver = new Receiver(Receiver.saying(answer))) {
            assertEquals(new Outcome.Taken(201), sender.send(to(receiver), NOW));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9.6\r\n",
                "HTTP/2 200\r\n\r\n",
                "HTTP/1.1 20\r\n\r\n",
                "\r\n",
                "HTTP/1.1 999 x\r\n"
            })
    void tellsWhatIsNoHttpWithoutQuotingIt(String answer) throws IOException {
        try (Receiver receiver = new Receiver(Receiver.saying(answer))) {
            assertEquals("answered something that is no HTTP/1.1", why(sender.send(to(receiver), NOW)));
        }
    }

    @Test
    void doesNotWaitForALargeAnswerToEnd() throws IOException {
        byte[] chunk = new byte[65_536];
        Receiver.Manner endless = connection -> {
            Receiver.saying("HTTP/1.1 200 OK\r\n\r\n").answer(connection);
            while (true) connection.getOutputStream().write(chunk);
        };
        try (Receiver receiver = new Receiver(endless)) {
            assertEquals(new Outcome.Taken(200), sender.send(to(receiver), NOW));
            assertEquals(new Outcome.Taken(200), sender.send(to(receiver), NOW));
        }
    }

    @Test
    void endsAHeadThatDoesNotEnd() throws IOException {
        try (Receiver receiver = new Receiver(Receiver.saying("HTTP/1.1 200 " + "x".repeat(20_000)))) {
            assertEquals("answered with too long a head", why(sender.send(to(receiver), NOW)));
        }
    }

    @Test
    void doesNotWaitForASilentReceiver() throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        try (Receiver receiver = new Receiver(_ -> over.await())) {
            assertEquals("did not answer within 300 ms", why(hasty.send(to(receiver), NOW)));
        } finally {
            over.countDown();
        }
    }

    /// Each byte comes in time, and all of them do not.
    @Test
    void doesNotWaitForAReceiverThatDrips() throws IOException {
        Receiver.Manner dripping = connection -> {
            for (byte next : "HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII)) {
                connection.getOutputStream().write(next);
                Thread.sleep(100);
            }
        };
        try (Receiver receiver = new Receiver(dripping)) {
            assertEquals("did not answer within 300 ms", why(hasty.send(to(receiver), NOW)));
        }
    }

    @Test
    void doesNotWaitForANameServer() {
        CountDownLatch over = new CountDownLatch(1);
        Network slow = with(WebhookTargets.ANY, _ -> {
            try {
                over.await();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        });
        try {
            Outcome outcome =
                    new HttpWebhookSender(slow, Duration.ofMillis(200)).send(due("http://x.example", NEW), NOW);
            assertEquals("did not answer within 200 ms", why(outcome));
        } finally {
            over.countDown();
        }
    }

    @Test
    void tellsWhatCannotBeReached() throws IOException {
        int free;
        try (ServerSocket taken = new ServerSocket(0)) {
            free = taken.getLocalPort();
        }
        assertEquals("no connection could be made", why(sender.send(due("http://127.0.0.1:" + free, NEW), NOW)));
        Network unknown = with(WebhookTargets.ANY, host -> {
            throw new UnknownHostException(host);
        });
        assertEquals(
                "the host is not known",
                why(new HttpWebhookSender(unknown, Duration.ofSeconds(5)).send(due("http://x.example", NEW), NOW)));
    }

    @Test
    void tellsOfAConnectionThatEndsWithoutAnAnswer() throws IOException {
        try (Receiver receiver = new Receiver(_ -> {})) {
            assertEquals("ended the connection without an answer", why(sender.send(to(receiver), NOW)));
        }
    }

    @Test
    void anInterruptEndsItAndStaysSet() throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        try (Receiver receiver = new Receiver(_ -> over.await())) {
            Thread.currentThread().interrupt();
            assertEquals("was cut off by a stop of this service", why(sender.send(to(receiver), NOW)));
            assertTrue(Thread.interrupted());
        } finally {
            over.countDown();
        }
    }

    @Test
    void goesToNoPrivateAddress() throws IOException {
        HttpWebhookSender careful = new HttpWebhookSender(WebhookTargets.PUBLIC, Duration.ofSeconds(5));
        try (Receiver receiver = new Receiver(Receiver.answering("200 OK"))) {
            for (String host : List.of("127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]"))
                assertTrue(
                        why(careful.send(due("https://" + host + ':' + receiver.port(), NEW), NOW))
                                .matches("the host has an address that is not public"
                                        + "|the address must not lead to a private address"),
                        host);
            assertEquals(
                    "the address must begin with https://",
                    why(careful.send(due("http://hooks.example.in:" + receiver.port(), NEW), NOW)));
            assertEquals(List.of(), receiver.heard);
        }
    }

    /// As a name server may answer that knows what it is asked for.
    @Test
    void oneAddressThatIsNotPublicMakesAllOfThemSuspect() {
        Network mixed = with(
                WebhookTargets.PUBLIC,
                _ -> List.of(InetAddress.ofLiteral("8.8.8.8"), InetAddress.ofLiteral("10.0.0.1")));

        assertEquals(
                "the host has an address that is not public",
                why(new HttpWebhookSender(mixed, Duration.ofSeconds(5)).send(due("https://x.example", NEW), NOW)));
    }

    @Test
    void asksForTheAddressesOnceAndConnectsToThose() throws IOException {
        List<String> asked = new ArrayList<>();
        Network counting = with(WebhookTargets.ANY, host -> {
            asked.add(host);
            return List.of(InetAddress.getLoopbackAddress());
        });
        try (Receiver receiver = new Receiver(Receiver.answering("200 OK"))) {
            Due due = due("http://no.such.host.invalid:" + receiver.port(), NEW);
            assertEquals(new Outcome.Taken(200), new HttpWebhookSender(counting, Duration.ofSeconds(5)).send(due, NOW));
            assertEquals(List.of("no.such.host.invalid"), asked);
            assertEquals("no.such.host.invalid:" + receiver.port(), header("host", receiver.heard.getFirst()));
        }
    }

    @Test
    void triesTheNextAddressWhereOneDoesNotAnswer() throws IOException {
        Network two = with(
                WebhookTargets.ANY, _ -> List.of(InetAddress.ofLiteral("127.0.0.2"), InetAddress.getLoopbackAddress()));
        try (Receiver receiver = new Receiver(Receiver.answering("200 OK"))) {
            Due due = due("http://x.example:" + receiver.port(), NEW);
            assertEquals(new Outcome.Taken(200), new HttpWebhookSender(two, Duration.ofSeconds(5)).send(due, NOW));
        }
    }

    private static Network with(WebhookTargets targets, Network.Names names) {
        return new Network(targets, names, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    private static String header(String name, String request) {
        return request.lines()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .reduce((one, other) -> one + "|" + other)
                .orElse("");
    }

    private static String hmac(String key, String content) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
    }
}
