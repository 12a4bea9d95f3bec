package dev.rozgar.bootstrap.prove.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// Stands between the service and one engine and passes bytes on, as well or as badly as it is told to. Of each fault
/// it counts how often it was felt, so that a proof can tell that it happened.
public final class FaultProxy implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final InetSocketAddress target;
    private final ServerSocket door;
    private final Weather weather = new Weather();
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final LongAdder opened = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder reset = new LongAdder();

    /// Since it was opened.
    ///
    /// @param opened connections passed on to the engine
    /// @param refused connections that the engine did not take
    /// @param reset connections that were reset on order
    /// @param held pieces of traffic that came into a black hole
    /// @param delayed pieces of traffic that came late
    /// @param narrowed pieces of traffic that had to squeeze through
    /// @param bytes that came through, both ways
    public record Counts(long opened, long refused, long reset, long held, long delayed, long narrowed, long bytes) {}

    private FaultProxy(InetSocketAddress target, ServerSocket door) {
        this.target = target;
        this.door = door;
    }

    /// On a port of its own at 127.0.0.1.
    public static FaultProxy to(InetSocketAddress target) {
        try {
            var proxy = new FaultProxy(target, new ServerSocket(0, 256, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().name("proxy-door").start(proxy::welcome);
            return proxy;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    /// Everything passes as it should.
    public void calm() {
        weather.calm();
    }

    /// Every piece of traffic comes late by this much, both ways.
    public void delay(Duration late) {
        weather.delay(late);
    }

    /// So many bytes pass in a second, on each connection and each way.
    public void narrow(int bytesPerSecond) {
        weather.narrow(bytesPerSecond);
    }

    /// Connections stay open and are taken, and nothing comes through. What was sent meanwhile arrives at [#calm].
    public void blackHole() {
        weather.blackHole();
    }

    /// Resets all connections, as a dying network device does.
    ///
    /// @return how many
    public int resetAll() {
        var torn = Set.copyOf(links);
        torn.forEach(Link::reset);
        reset.add(torn.size());
        return torn.size();
    }

    public Counts counts() {
        return new Counts(
                opened.sum(),
                refused.sum(),
                reset.sum(),
                weather.held(),
                weather.delayed(),
                weather.narrowed(),
                weather.bytes());
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                var guest = door.accept();
                Thread.ofVirtual().name("proxy-link").start(() -> link(guest));
            } catch (IOException closing) {
                // The door is shut, or a guest was gone before it was let in.
            }
        }
    }

    private void link(Socket guest) {
        try {
            var engine = new Socket();
            engine.connect(target, (int) CONNECT.toMillis());
            // Like a network, and unlike two TCP connections end to end, it keeps nothing back until it is full.
            engine.setTcpNoDelay(true);
            guest.setTcpNoDelay(true);
            opened.increment();
            var link = new Link(guest, engine, weather);
            links.add(link);
            try {
                link.carry();
            } finally {
                links.remove(link);
            }
        } catch (IOException away) {
            refused.increment();
            Link.tear(guest);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            weather.calm();
            Set.copyOf(links).forEach(Link::reset);
        }
    }
}
