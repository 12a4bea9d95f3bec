package dev.rozgar.adapters.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Stands between the driver and a server and counts how often the client speaks after it has had an answer: round
/// trips, whatever the driver calls them and however many statements travel together.
final class RoundTrips implements AutoCloseable {
    /// Whether a connection lives that has rested for half a second, the pool asks by a query without text.
    private static final byte[] EMPTY = {'Q', 0, 0, 0, 5, 0};

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger seen = new AtomicInteger();
    private final AtomicBoolean answered = new AtomicBoolean(true);
    private final URI server;

    private RoundTrips(URI server) throws IOException {
        this.server = server;
    }

    static RoundTrips to(PostgresSettings settings) throws IOException {
        RoundTrips between = new RoundTrips(URI.create(settings.url().substring("jdbc:".length())));
        Thread.ofVirtual().start(between::serve);
        return between;
    }

    /// The same server, through here, by one connection for lists and one for all else.
    PostgresSettings through(PostgresSettings settings) {
        String url = "jdbc:postgresql://127.0.0.1:" + door.getLocalPort() + server.getPath() + "?sslmode=disable";
        return TestDatabase.patient(
                PostgresSettings.of(url, settings.user(), settings.password()).withPool(1));
    }

    int seen() {
        return seen.get();
    }

    private void serve() {
        try {
            while (true) {
                Socket client = door.accept();
                Socket behind = new Socket(server.getHost(), server.getPort());
                Thread.ofVirtual().start(() -> copy(client, behind, this::clientSpoke));
                Thread.ofVirtual().start(() -> copy(behind, client, _ -> answered.set(true)));
            }
        } catch (SocketException closed) {
            // The end.
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private void copy(Socket from, Socket to, Consumer<byte[]> said) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] some = new byte[1 << 16];
            for (int n = in.read(some); n >= 0; n = in.read(some)) {
                said.accept(Arrays.copyOf(some, Math.min(n, EMPTY.length)));
                out.write(some, 0, n);
            }
        } catch (IOException closed) {
            // One of both has hung up.
        }
    }

    private void clientSpoke(byte[] begin) {
        if (!Arrays.equals(begin, EMPTY) && answered.compareAndSet(true, false)) seen.incrementAndGet();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
