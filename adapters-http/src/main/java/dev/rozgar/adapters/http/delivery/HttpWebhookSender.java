package dev.rozgar.adapters.http.delivery;

import dev.rozgar.adapters.http.WebhookTargets;
import dev.rozgar.application.alerts.Deliveries.Due;
import dev.rozgar.application.alerts.WebhookSender;
import dev.rozgar.domain.alerts.DeliveryState.Outcome;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Sends events by POST, signed as https://www.standardwebhooks.com says:
///
/// | header | says |
/// |---|---|
/// | `webhook-id` | the event, the same at each try: by it a receiver knows what it has taken already |
/// | `webhook-timestamp` | when it is sent, in seconds: by it a receiver refuses what somebody has recorded |
/// | `webhook-signature` | `v1,` and [Signatures]; two while a secret is changed |
///
/// Redirects are not followed: where they lead nobody has agreed to. Nothing of an answer is kept but its status, since
/// whoever keeps a webhook could else read with it what only this machine may.
public final class HttpWebhookSender implements WebhookSender {
    private static final Logger LOG = System.getLogger(HttpWebhookSender.class.getName());
    private static final String AGENT = "Rozgar/"
            + Optional.ofNullable(HttpWebhookSender.class.getPackage().getImplementationVersion())
                    .orElse("development");

    private final Network network;
    private final Duration timeout;

    /// @param timeout for all of it, from looking up the name to the status of the answer
    public HttpWebhookSender(WebhookTargets targets, Duration timeout) {
        this(Network.of(targets), timeout);
    }

    HttpWebhookSender(Network network, Duration timeout) {
        if (timeout.toMillis() < 1) throw new IllegalArgumentException("a timeout is at least a millisecond");
        this.network = network;
        this.timeout = timeout;
    }

    /// An interrupt ends it, and stays set: then the outcome says nothing of the receiver.
    @Override
    public Outcome send(Due due, Instant now) {
        Target target = Target.of(due.url());
        byte[] body = due.body().getBytes(StandardCharsets.UTF_8);
        byte[] request = Posting.request(head(due, target, now.getEpochSecond(), body.length), body);
        try {
            int status = new Posting(network, target, request, timeout).perform();
            return status / 100 == 2
                    ? new Outcome.Taken(status)
                    : new Outcome.NotTaken(Optional.of(status), answered(status));
        } catch (TimeoutException late) {
            return notTaken("did not answer within " + timeout.toMillis() + " ms");
        } catch (ExecutionException failed) {
            return notTaken(why(failed.getCause()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return notTaken("was cut off by a stop of this service");
        }
    }

    private static String head(Due due, Target target, long timestamp, int length) {
        String id = MessageId.of(due.id());
        return "POST " + target.path() + " HTTP/1.1\r\n"
                + "host: " + target.authority() + "\r\n"
                + "content-type: application/json\r\n"
                + "content-length: " + length + "\r\n"
                + "user-agent: " + AGENT + "\r\n"
                + "webhook-id: " + id + "\r\n"
                + "webhook-timestamp: " + timestamp + "\r\n"
                + "webhook-signature: " + Signatures.of(due.secrets(), id, timestamp, due.body()) + "\r\n"
                + "connection: close\r\n\r\n";
    }

    private static Outcome notTaken(String why) {
        return new Outcome.NotTaken(Optional.empty(), why);
    }

    private static String answered(int status) {
        return "answered " + status + (status / 100 == 3 ? "; redirects are not followed" : "");
    }

    /// In our own words: messages of the JDK may quote the receiver.
    private static String why(@Nullable Throwable cause) {
        return switch (cause) {
            case Unsent known -> known.why();
            case UnknownHostException _ -> "the host is not known";
            case SSLException _ -> "no TLS with a certificate of that host that is trusted";
            case ConnectException _ -> "no connection could be made";
            case SocketTimeoutException _ -> "no connection could be made in time";
            case IOException _ -> "the connection broke";
            case null, default -> {
                LOG.log(Level.ERROR, "an event could not be sent", cause);
                yield "it could not be sent";
            }
        };
    }
}
