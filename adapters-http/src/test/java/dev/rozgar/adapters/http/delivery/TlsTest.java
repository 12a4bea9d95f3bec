package dev.rozgar.adapters.http.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.adapters.http.WebhookTargets;
import dev.rozgar.application.alerts.Deliveries.Due;
import dev.rozgar.domain.alerts.DeliveryState.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A receiver with a certificate for `hooks.example.in`, and who believes that it is one.
@Timeout(60)
class TlsTest {
    private static final String PASSWORD = "changeit";
    private static final Outcome UNTRUSTED =
            new Outcome.NotTaken(Optional.empty(), "no TLS with a certificate of that host that is trusted");

    private static SSLContext context;

    @BeforeAll
    static void certify(@TempDir Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        Path file = folder.resolve("keys.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD,
                        "-alias",
                        "hooks",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=hooks.example.in",
                        "-ext",
                        "san=dns:hooks.example.in")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertEquals(0, process.waitFor());
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory shown = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        shown.init(keys, PASSWORD.toCharArray());
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        context = SSLContext.getInstance("TLS");
        context.init(shown.getKeyManagers(), trusted.getTrustManagers(), null);
    }

    private static Outcome send(String host, SSLSocketFactory trust) throws IOException {
        try (Receiver receiver = new Receiver(Receiver.answering("200 OK"), context.getServerSocketFactory())) {
            Network local = new Network(WebhookTargets.ANY, _ -> List.of(InetAddress.getLoopbackAddress()), trust);
            Due due = Sample.due("https://" + host + ':' + receiver.port() + "/in");
            return new HttpWebhookSender(local, Duration.ofSeconds(20)).send(due, Sample.NOW);
        }
    }

    @Test
    void sendsToTheHostOfATrustedCertificate() throws IOException {
        assertEquals(new Outcome.Taken(200), send("hooks.example.in", context.getSocketFactory()));
    }

    @Test
    void sendsToNoOtherHostThanThatOfTheCertificate() throws IOException {
        assertEquals(UNTRUSTED, send("other.example.in", context.getSocketFactory()));
        assertEquals(UNTRUSTED, send("127.0.0.1", context.getSocketFactory()));
    }

    @Test
    void sendsToNobodyWhomNoAuthorityKnows() throws IOException {
        assertEquals(
                UNTRUSTED,
                send("hooks.example.in", Network.of(WebhookTargets.ANY).tls()));
    }
}
