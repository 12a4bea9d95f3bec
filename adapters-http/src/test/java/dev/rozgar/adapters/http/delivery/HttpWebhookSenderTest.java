package dev.rozgar.adapters.http.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.http.WebhookTargets;
import dev.rozgar.application.alerts.Deliveries.Due;
import dev.rozgar.domain.alerts.DeliveryState.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class HttpWebhookSenderTest {
    private final HttpWebhookSender sender = new HttpWebhookSender(WebhookTargets.ANY, Duration.ofSeconds(10));
    private final HttpWebhookSender hasty = new HttpWebhookSender(WebhookTargets.ANY, Duration.ofMillis(300));

    private static Due to(Receiver receiver) {
        return Sample.due("http://127.0.0.1:" + receiver.port() + "/in?k=1");
    }

    @Test
    void sendsTheEventAsItIsWithItsIdAndTime() throws IOException {
        try (Receiver receiver = new Receiver(Receiver.answering("204 No Content"))) {
            assertEquals(new Outcome.Taken(204), sender.send(to(receiver), Sample.NOW));

            String heard = receiver.heard.getFirst();
            assertTrue(heard.startsWith("POST /in?k=1 HTTP/1.1\r\n"), heard);
            assertEquals("127.0.0.1:" + receiver.port(), Sample.header("host", heard));
            assertEquals("application/json", Sample.header("content-type", heard));
            assertEquals("msg_12", Sample.header("webhook-id", heard));
            assertEquals(Long.toString(Sample.NOW.getEpochSecond()), Sample.header("webhook-timestamp", heard));
            assertTrue(Sample.header("user-agent", heard).startsWith("Rozgar/"), heard);
            assertTrue(heard.endsWith("\r\n\r\n" + Sample.BODY), heard);
            assertFalse(heard.toLowerCase(Locale.ROOT).contains("authorization"), heard);
        }
    }

    @Test
    void signsWithBothSecretsWhileOneIsChanged() throws IOException, GeneralSecurityException {
        try (Receiver receiver = new Receiver(Receiver.answering("200 OK"))) {
            sender.send(Sample.due("http://127.0.0.1:" + receiver.port(), Sample.KEY, Sample.KEY_BEFORE), Sample.NOW);

            String heard = receiver.heard.getFirst();
            String content = Sample.header("webhook-id", heard)
                    + '.'
                    + Sample.header("webhook-timestamp", heard)
                    + '.'
                    + Sample.BODY;
            assertEquals(
                    List.of("v1," + hmac(Sample.KEY, content), "v1," + hmac(Sample.KEY_BEFORE, content)),
                    List.of(Sample.header("webhook-signature", heard).split(" ")));
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

            assertEquals(new Outcome.NotTaken(Optional.of(code), why), sender.send(to(receiver), Sample.NOW));
            assertEquals(1, receiver.heard.size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200\r\n\r\n", "HTTP/1.0 200 OK\r\n\r\n", "HTTP/1.1 202 Was für ein Tag\n\n"})
    void takesAStatusInAnyLegalForm(String answer) throws IOException {
        try (Receiver receiver = new Receiver(Receiver.saying(answer))) {
            assertInstanceOf(Outcome.Taken.class, sender.send(to(receiver), Sample.NOW));
        }
    }

    @Test
    void waitsForTheLastAnswer() throws IOException {
        String answer =
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\nHTTP/1.1 201 Made\r\n\r\n";
        try (Receiver receiver = new Receiver(Receiver.saying(answer))) {
            assertEquals(new Outcome.Taken(201), sender.send(to(receiver), Sample.NOW));
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
            assertEquals("answered something that is no HTTP/1.1", Sample.why(sender.send(to(receiver), Sample.NOW)));
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
            assertEquals(new Outcome.Taken(200), sender.send(to(receiver), Sample.NOW));
            assertEquals(new Outcome.Taken(200), sender.send(to(receiver), Sample.NOW));
        }
    }

    @Test
    void endsAHeadThatDoesNotEnd() throws IOException {
        try (Receiver receiver = new Receiver(Receiver.saying("HTTP/1.1 200 " + "x".repeat(20_000)))) {
            assertEquals("answered with too long a head", Sample.why(sender.send(to(receiver), Sample.NOW)));
        }
    }

    @Test
    void doesNotWaitForASilentReceiver() throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        try (Receiver receiver = new Receiver(_ -> over.await())) {
            assertEquals("did not answer within 300 ms", Sample.why(hasty.send(to(receiver), Sample.NOW)));
        } finally {
            over.countDown();
        }
    }

    /// Each byte comes in time, and all of them do not.
    @Test
    void doesNotWaitForAReceiverThatDrips() throws IOException {
        Receiver.Manner dripping = connection -> {
            for (byte next : ("HTTP/1.1 200 " + "x".repeat(10_000)).getBytes(StandardCharsets.US_ASCII)) {
                connection.getOutputStream().write(next);
                Thread.sleep(100);
            }
        };
        try (Receiver receiver = new Receiver(dripping)) {
            assertEquals("did not answer within 300 ms", Sample.why(hasty.send(to(receiver), Sample.NOW)));
        }
    }

    @Test
    void tellsOfAConnectionThatEndsWithoutAnAnswer() throws IOException {
        try (Receiver receiver = new Receiver(_ -> {})) {
            assertEquals("ended the connection without an answer", Sample.why(sender.send(to(receiver), Sample.NOW)));
        }
    }

    @Test
    void anInterruptEndsItAndStaysSet() throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        try (Receiver receiver = new Receiver(_ -> over.await())) {
            Thread.currentThread().interrupt();
            assertEquals("was cut off by a stop of this service", Sample.why(sender.send(to(receiver), Sample.NOW)));
            assertTrue(Thread.interrupted());
        } finally {
            over.countDown();
        }
    }

    private static String hmac(String key, String content) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
    }
}
