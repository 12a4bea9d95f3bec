package dev.rozgar.bootstrap.prove.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.bootstrap.Eventually;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Over an engine that says back what it is told.
class FaultProxyTest {
    private ServerSocket engine;
    private Thread echo;
    private FaultProxy proxy;

    @BeforeEach
    void open() throws IOException {
        engine = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        echo = Thread.ofVirtual().start(this::echo);
        proxy = FaultProxy.to(new InetSocketAddress(InetAddress.getLoopbackAddress(), engine.getLocalPort()));
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        engine.close();
    }

    @Test
    void passesBytesOnBothWays() throws IOException {
        try (Socket guest = connect()) {
            assertEquals('x', said(guest, 'x'));
        }
        assertEquals(1, proxy.counts().opened());
        assertEquals(2, proxy.counts().bytes());
    }

    @Test
    void resetsWhatIsOpen() throws IOException {
        try (Socket guest = connect()) {
            said(guest, 'x');
            assertEquals(1, proxy.resetAll());
            assertThrows(SocketException.class, () -> said(guest, 'y'));
        }
        assertEquals(1, proxy.counts().reset());
    }

    @Test
    void holdsInABlackHoleAndLetsGoOfItInTheCalm() throws IOException, InterruptedException {
        try (Socket guest = connect()) {
            proxy.blackHole();
            guest.getOutputStream().write('x');
            guest.setSoTimeout(100);
            assertThrows(
                    SocketTimeoutException.class, () -> guest.getInputStream().read());
            Eventually.within(
                    Duration.ofSeconds(60), "it is held", () -> proxy.counts().held() == 1);
            proxy.calm();
            guest.setSoTimeout(60_000);
            assertEquals('x', guest.getInputStream().read());
        }
    }

    @Test
    void delaysEachWay() throws IOException {
        try (Socket guest = connect()) {
            proxy.delay(Duration.ofMillis(30));
            long begin = System.nanoTime();
            said(guest, 'x');
            assertTrue(System.nanoTime() - begin >= Duration.ofMillis(60).toNanos());
        }
        assertEquals(2, proxy.counts().delayed());
    }

    @Test
    void narrowsTheWay() throws IOException {
        try (Socket guest = connect()) {
            proxy.narrow(50);
            long begin = System.nanoTime();
            said(guest, 'x');
            assertTrue(System.nanoTime() - begin >= Duration.ofMillis(40).toNanos());
        }
        assertEquals(2, proxy.counts().narrowed());
    }

    @Test
    void countsWhatTheEngineDoesNotTake() throws IOException, InterruptedException {
        engine.close();
        // A socket that a virtual thread waits on goes on listening until that thread has woken up.
        echo.join();
        try (Socket guest = connect()) {
            assertThrows(SocketException.class, () -> said(guest, 'x'));
        }
        assertEquals(1, proxy.counts().refused());
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    }

    private static int said(Socket guest, int what) throws IOException {
        guest.getOutputStream().write(what);
        int back = guest.getInputStream().read();
        if (back < 0) throw new SocketException("closed");
        return back;
    }

    private void echo() {
        while (!engine.isClosed()) {
            try (Socket guest = engine.accept()) {
                guest.getInputStream().transferTo(guest.getOutputStream());
            } catch (IOException torn) {
                // The next one, if there is one.
            }
        }
    }
}
