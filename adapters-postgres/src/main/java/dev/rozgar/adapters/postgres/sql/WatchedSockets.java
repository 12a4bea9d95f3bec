package dev.rozgar.adapters.postgres.sql;

import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.SocketFactory;

/// Makes the driver's sockets, each of which is closed when PostgreSQL keeps it waiting for longer than it may: a
/// server that hangs must not hang whoever asks it.
///
/// In place of the driver's `socketTimeout`, which says the same to the JDK with every read: on a virtual thread each
/// of them is an alarm to be set and cancelled on another thread, a fifth of what it costs the service to read a page.
/// Here a read leaves a note of when it began, and one thread looks at the notes now and then.
public final class WatchedSockets extends SocketFactory {
    private final Duration patience;

    /// As the driver calls it.
    ///
    /// @param patience ISO-8601, as in `PT20S`
    public WatchedSockets(String patience) {
        this.patience = Duration.parse(patience);
    }

    @Override
    public Socket createSocket() {
        return new WatchedSocket(patience, SocketWatch.OF_THE_DRIVER);
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw connectsLater();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int localPort) {
        throw connectsLater();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw connectsLater();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int localPort) {
        throw connectsLater();
    }

    private static UnsupportedOperationException connectsLater() {
        return new UnsupportedOperationException("the driver connects its sockets itself, within its own time");
    }
}
