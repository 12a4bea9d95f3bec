package dev.rozgar.adapters.http.delivery;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// One request on a connection of its own, of whose answer nothing is kept but the status.
///
/// It is written by hand because of the addresses: the JDK's client looks up a name by itself, after and apart from
/// whoever has looked whether it leads to the public, and a name server may answer the second question otherwise. Here
/// the address that was looked at is the one that is connected to. Proxies are passed by for the same reason.
///
/// It runs on a thread of its own, since a name that is looked up cannot be hurried otherwise.
final class Posting {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: .*)?");
    /// Of all headers before and with the status.
    private static final int LONGEST_HEAD = 16_384;
    /// Of an answer's rest that is taken and forgotten, so that its sender is not cut off in the middle of a word.
    private static final int MOST_CHUNKS = 16;

    private static final int CHUNK = 4_096;
    private static final Duration LINGER = Duration.ofMillis(300);

    private final Network network;
    private final Target target;
    private final byte[] request;
    private final Duration timeout;
    private final CompletableFuture<Integer> status = new CompletableFuture<>();
    private volatile boolean over;
    private volatile @Nullable Socket socket;
    private int read;

    /// @param request head and body as they are sent
    Posting(Network network, Target target, byte[] request, Duration timeout) {
        this.network = network;
        this.target = target;
        this.request = request;
        this.timeout = timeout;
    }

    /// @throws ExecutionException whose cause says why there is no status
    int perform() throws InterruptedException, TimeoutException, ExecutionException {
        Thread.ofPlatform().daemon().name("webhook").start(this::run);
        try {
            return status.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException | TimeoutException late) {
            cut();
            throw late;
        }
    }

    private void run() {
        try {
            Socket connected = connected();
            connected.getOutputStream().write(request);
            connected.getOutputStream().flush();
            InputStream in = new BufferedInputStream(connected.getInputStream());
            status.complete(status(in));
            linger(connected, in);
        } catch (IOException | RuntimeException failed) {
            status.completeExceptionally(failed);
        } finally {
            cut();
        }
    }

    private Socket connected() throws IOException {
        IOException last = new UnknownHostException();
        for (InetAddress address : network.addresses(target)) {
            Socket plain = new Socket(Proxy.NO_PROXY);
            socket = plain;
            // Whoever has given up has seen the socket, or is seen here.
            if (over) throw new Unsent("given up");
            try {
                plain.connect(new InetSocketAddress(address, target.port()), (int) timeout.toMillis());
                return target.secure() ? secured(plain) : plain;
            } catch (IOException failed) {
                plain.close();
                last = failed;
            }
        }
        throw last;
    }

    private Socket secured(Socket plain) throws IOException {
        SSLSocket secured = (SSLSocket) network.tls().createSocket(plain, target.host(), target.port(), true);
        SSLParameters parameters = secured.getSSLParameters();
        // Without this any host's certificate would do.
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    /// That of the last answer: those before it (1xx) only say that there will be one.
    private int status(InputStream in) throws IOException {
        while (true) {
            var line = STATUS.matcher(line(in));
            if (!line.matches()) throw new Unsent("answered something that is no HTTP/1.1");
            int code = Integer.parseInt(line.group(1));
            if (code >= 200) return code;
            String header = line(in);
            while (!header.isEmpty()) header = line(in);
        }
    }

    private String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) throw new Unsent("ended the connection without an answer");
            if (++read > LONGEST_HEAD) throw new Unsent("answered with too long a head");
            if (next != '\r') line.append((char) next);
        }
        return line.toString();
    }

    /// The status is known: whatever fails here changes nothing.
    private static void linger(Socket connected, InputStream in) throws IOException {
        long end = System.nanoTime() + LINGER.toNanos();
        connected.setSoTimeout((int) LINGER.toMillis());
        byte[] forgotten = new byte[CHUNK];
        int left = MOST_CHUNKS;
        while (left-- > 0 && System.nanoTime() < end) if (in.read(forgotten) < 0) return;
    }

    /// Below TLS, which might wait for its last word to be read.
    private void cut() {
        over = true;
        Socket held = socket;
        if (held == null) return;
        try {
            held.close();
        } catch (IOException ended) {
            // It is closed all the same.
        }
    }

    /// A head of these lines, and a body.
    static byte[] request(String head, byte[] body) {
        byte[] first = head.getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[first.length + body.length];
        System.arraycopy(first, 0, whole, 0, first.length);
        System.arraycopy(body, 0, whole, first.length, body.length);
        return whole;
    }
}
