package dev.rozgar.adapters.postgres.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A peer that says and reads only what the test lets it, and a watch whose looks are the test's own.
class WatchedSocketTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SocketWatch watch = new SocketWatch();
    private final WatchedSocket socket = new WatchedSocket(PATIENCE, watch);
    private ServerSocket door;
    private Socket peer;

    @BeforeEach
    void connect() throws IOException {
        door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        socket.connect(door.getLocalSocketAddress());
        peer = door.accept();
    }

    @AfterEach
    void close() throws IOException {
        socket.close();
        peer.close();
        door.close();
    }

    @Test
    void endsAReadThatHasLastedTooLong() throws InterruptedException {
        CompletableFuture<Integer> read = started(() -> socket.getInputStream().read(new byte[8], 0, 8));
        awaitWaiting();
        watch.look(afterPatience());

        assertEndedByUs(read);
        assertTrue(socket.isClosed());
    }

    @Test
    void endsAWriteThatNobodyReads() throws InterruptedException {
        CompletableFuture<Integer> write = started(() -> {
            while (true) socket.getOutputStream().write(new byte[1 << 20], 0, 1 << 20);
        });
        awaitWaiting();
        // More than all buffers on the way take, so that it stands still.
        while (!write.isDone()) watch.look(afterPatience());

        assertEndedByUs(write);
    }

    @Test
    void leavesAReadAloneThatHasTimeLeft() throws Exception {
        CompletableFuture<Integer> read = started(() -> socket.getInputStream().read(new byte[8], 0, 8));
        awaitWaiting();
        watch.look(System.nanoTime());
        peer.getOutputStream().write(new byte[] {1, 2, 3});

        assertEquals(3, read.get());
    }

    @Test
    void leavesAConnectionAloneThatNobodyWaitsFor() throws IOException {
        peer.getOutputStream().write(7);
        assertEquals(7, socket.getInputStream().read());
        watch.look(afterPatience());

        assertFalse(socket.isClosed());
    }

    @Test
    void isMadeByWhatTheDriverMakesFromItsName() throws IOException {
        try (Socket made = new WatchedSockets("PT20S").createSocket()) {
            assertInstanceOf(WatchedSocket.class, made);
        }
    }

    private interface Waiting {
        int here() throws IOException;
    }

    private static CompletableFuture<Integer> started(Waiting waiting) {
        CompletableFuture<Integer> ended = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                ended.complete(waiting.here());
            } catch (IOException failure) {
                ended.completeExceptionally(failure);
            }
        });
        return ended;
    }

    private void awaitWaiting() {
        while (!socket.isOverdue(afterPatience())) Thread.onSpinWait();
    }

    private static long afterPatience() {
        return System.nanoTime() + PATIENCE.toNanos() + 1;
    }

    private static void assertEndedByUs(CompletableFuture<Integer> waited) throws InterruptedException {
        try {
            throw new AssertionError("answered " + waited.get());
        } catch (ExecutionException failure) {
            assertInstanceOf(SocketException.class, failure.getCause());
        }
    }
}
