package dev.rozgar.adapters.http.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.http.WebhookTargets;
import dev.rozgar.application.alerts.Deliveries.Due;
import dev.rozgar.domain.alerts.DeliveryState.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Where events go and where they do not, by what a name server says.
@Timeout(180)
class ReachTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpWebhookSender sender = new HttpWebhookSender(WebhookTargets.ANY, PATIENCE);

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
            Outcome outcome = new HttpWebhookSender(slow, Duration.ofMillis(200))
                    .send(Sample.due("http://x.example"), Sample.NOW);
            assertEquals("did not answer within 200 ms", Sample.why(outcome));
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
        assertEquals(
                "no connection could be made",
                Sample.why(sender.send(Sample.due("http://127.0.0.1:" + free), Sample.NOW)));
        Network unknown = with(WebhookTargets.ANY, host -> {
            throw new UnknownHostException(host);
        });
        assertEquals(
                "the host is not known",
                Sample.why(new HttpWebhookSender(unknown, PATIENCE).send(Sample.due("http://x.example"), Sample.NOW)));
    }

    @Test
    void goesToNoPrivateAddress() throws IOException {
        HttpWebhookSender careful = new HttpWebhookSender(WebhookTargets.PUBLIC, PATIENCE);
        try (Receiver receiver = new Receiver(Receiver.answering("200 OK"))) {
            for (String host : List.of("127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]"))
                assertTrue(
                        Sample.why(careful.send(Sample.due("https://" + host + ':' + receiver.port()), Sample.NOW))
                                .matches("the host has an address that is not public"
                                        + "|the address must not lead to a private address"),
                        host);
            assertEquals(
                    "the address must begin with https://",
                    Sample.why(careful.send(Sample.due("http://hooks.example.in:" + receiver.port()), Sample.NOW)));
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
                Sample.why(new HttpWebhookSender(mixed, PATIENCE).send(Sample.due("https://x.example"), Sample.NOW)));
    }

    @Test
    void asksForTheAddressesOnceAndConnectsToThose() throws IOException {
        List<String> asked = new ArrayList<>();
        Network counting = with(WebhookTargets.ANY, host -> {
            asked.add(host);
            return List.of(InetAddress.getLoopbackAddress());
        });
        try (Receiver receiver = new Receiver(Receiver.answering("200 OK"))) {
            Due due = Sample.due("http://no.such.host.invalid:" + receiver.port());
            assertEquals(new Outcome.Taken(200), new HttpWebhookSender(counting, PATIENCE).send(due, Sample.NOW));
            assertEquals(List.of("no.such.host.invalid"), asked);
            assertEquals("no.such.host.invalid:" + receiver.port(), Sample.header("host", receiver.heard.getFirst()));
        }
    }

    @Test
    void triesTheNextAddressWhereOneDoesNotAnswer() throws IOException {
        Network two = with(
                WebhookTargets.ANY, _ -> List.of(InetAddress.ofLiteral("127.0.0.2"), InetAddress.getLoopbackAddress()));
        try (Receiver receiver = new Receiver(Receiver.answering("200 OK"))) {
            Due due = Sample.due("http://x.example:" + receiver.port());
            assertEquals(new Outcome.Taken(200), new HttpWebhookSender(two, PATIENCE).send(due, Sample.NOW));
        }
    }

    private static Network with(WebhookTargets targets, Network.Names names) {
        return new Network(targets, names, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }
}
