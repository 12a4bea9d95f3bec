package dev.rozgar.adapters.http.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Somebody who listens to a stream of events, over a socket: byte by byte as they come, with the framing of
/// HTTP/1.1 taken away.
final class Listener implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader in;
    final List<String> head = new ArrayList<>();

    /// Asks, and reads the head of the answer.
    Listener(int port, String target, String... headers) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(20_000);
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        socket.getOutputStream()
                .write(("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n" + more
                                + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) head.add(line);
    }

    int status() {
        return Integer.parseInt(head.getFirst().split(" ")[1]);
    }

    /// The lines of the next event or comment; empty once the stream has ended well.
    List<String> next() throws IOException {
        List<String> lines = new ArrayList<>();
        while (true) {
            String line = in.readLine();
            if (line == null) throw new IOException("cut off");
            // Each write is a chunk, and none of ours is a number.
            if (line.equals("0")) return List.of();
            if (line.matches("[0-9a-f]+")) continue;
            if (!line.isEmpty()) lines.add(line);
            else if (!lines.isEmpty()) return lines;
        }
    }

    /// The next that is no comment.
    List<String> event() throws IOException {
        List<String> lines = next();
        while (lines.equals(List.of(":"))) lines = next();
        return lines;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
