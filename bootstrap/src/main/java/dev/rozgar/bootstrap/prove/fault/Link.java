package dev.rozgar.bootstrap.prove.fault;

import java.io.IOException;
import java.net.Socket;

/// One connection through the proxy.
final class Link {
    private static final int PIECE = 16 << 10;

    private final Socket guest;
    private final Socket engine;
    private final Weather weather;

    Link(Socket guest, Socket engine, Weather weather) {
        this.guest = guest;
        this.engine = engine;
        this.weather = weather;
    }

    /// Until both sides have said all they have to say, or one is torn.
    void carry() {
        var back = Thread.ofVirtual().name("proxy-back").start(() -> pump(engine, guest));
        pump(guest, engine);
        try {
            back.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        tear(guest);
        tear(engine);
    }

    private void pump(Socket from, Socket to) {
        byte[] piece = new byte[PIECE];
        try {
            var in = from.getInputStream();
            var out = to.getOutputStream();
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                weather.pass(length);
                out.write(piece, 0, length);
            }
            to.shutdownOutput();
        } catch (IOException torn) {
            reset();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            reset();
        }
    }

    /// Both sides learn of it at once, and lose what is on its way.
    void reset() {
        tear(guest);
        tear(engine);
    }

    /// Closed with RST rather than FIN; nothing to do for one that is closed already.
    static void tear(Socket socket) {
        try {
            if (!socket.isClosed()) socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException gone) {
            // As it should be.
        }
    }
}
