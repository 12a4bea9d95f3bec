package dev.rozgar.adapters.http.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/// A server on this machine that hears what it is sent, byte for byte, and then does as it is told.
final class Receiver implements AutoCloseable {
    /// Does something to a connection on which a whole request has come.
    @FunctionalInterface
    interface Manner {
        void answer(Socket connection) throws IOException, InterruptedException;
    }

    final List<String> heard = new CopyOnWriteArrayList<>();
    private final ServerSocket door;
    private final Manner manner;

    Receiver(Manner manner) throws IOException {
        this(manner, ServerSocketFactory.getDefault());
    }

    Receiver(Manner manner, ServerSocketFactory sockets) throws IOException {
        this.door = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.manner = manner;
        Thread.ofPlatform().daemon().start(this::serve);
    }

    /// That says so much, and ends the connection.
    static Manner saying(String text) {
        return connection -> {
            connection.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            connection.getOutputStream().flush();
        };
    }

    static Manner answering(String status) {
        return saying("HTTP/1.1 " + status + "\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
    }

    int port() {
        return door.getLocalPort();
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket connection = door.accept()) {
                heard.add(request(connection.getInputStream()));
                manner.answer(connection);
            } catch (IOException | InterruptedException ended) {
                // By the test, or by a sender that has had enough.
            }
        }
    }

    private static String request(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (!bytes.toString(StandardCharsets.UTF_8).contains("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) throw new IOException("no request");
            bytes.write(next);
        }
        String head = bytes.toString(StandardCharsets.UTF_8);
        int length = Integer.parseInt(head.replaceAll("(?s).*content-length: ([0-9]+)\r\n.*", "$1"));
        return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
