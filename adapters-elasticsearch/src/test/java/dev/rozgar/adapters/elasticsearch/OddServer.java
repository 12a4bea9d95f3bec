package dev.rozgar.adapters.elasticsearch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// A server that speaks just enough HTTP to misbehave.
final class OddServer implements AutoCloseable {
    /// What is done once a request has been read. To throw closes the connection.
    @FunctionalInterface
    interface Conduct {
        /// @param earlier how many requests came before this one on the same connection
        void answer(Socket client, int earlier) throws IOException;
    }

    private final ServerSocket socket;
    private final Conduct conduct;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Socket> clients = new CopyOnWriteArrayList<>();
    final List<String> requests = new CopyOnWriteArrayList<>();

    OddServer(Conduct conduct) throws IOException {
        this.conduct = conduct;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::listen);
    }

    /// Always the same answer.
    static OddServer answering(String status, String body) throws IOException {
        return new OddServer((client, _) -> reply(client, status, body));
    }

    /// Accepts everything and says nothing, as a stopped process does.
    static OddServer silent() throws IOException {
        return new OddServer((client, _) -> {
            while (client.getInputStream().read() >= 0) {}
        });
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    static void reply(Socket client, String status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head =
                "HTTP/1.1 " + status + "\r\nX-Elastic-Product: Elasticsearch\r\nContent-Type: application/json\r\n"
                        + "Content-Length: " + bytes.length + "\r\n\r\n";
        client.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().write(bytes);
    }

    private void listen() {
        try {
            while (true) {
                Socket client = socket.accept();
                clients.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException end) {
            closed.countDown();
        }
    }

    private void serve(Socket client) {
        try (client) {
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            for (int earlier = 0; read(in); earlier++) conduct.answer(client, earlier);
        } catch (IOException closedByEither) {
            clients.remove(client);
        }
    }

    private boolean read(BufferedReader in) throws IOException {
        StringBuilder head = new StringBuilder();
        int length = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            head.append(line).append('\n');
            if (line.regionMatches(true, 0, "Content-Length:", 0, 15))
                length = Integer.parseInt(line.substring(15).strip());
            if (!line.isEmpty()) continue;
            for (int i = 0; i < length; i++) {
                if (in.read() < 0) return false;
            }
            requests.add(head.toString());
            return true;
        }
        return false;
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket client : clients) client.close();
            closed.await();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
