package dev.rozgar.adapters.http.wire;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.ProxyProtocolData;
import io.helidon.webserver.Router;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/// Lets callers in who speak HTTP/1.0, which the server refuses by itself; Apache's `ab` is one of them.
///
/// The first line of a connection is read on its way in. If it says 1.0, it is made to say 1.1, and a header
/// is put behind it by which the [Gate] knows that the connection carries one request and is closed after the
/// answer. All replies have a length, so such a caller can read them.
public final class OldHttp implements ServerConnectionSelector {
    static final HeaderName ONE_SHOT = HeaderNames.create("x-rozgar-one-shot");
    private static final byte[] OLD = " HTTP/1.0\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NEW =
            (" HTTP/1.1\r\n" + ONE_SHOT.defaultCase() + ": 1\r\n").getBytes(StandardCharsets.US_ASCII);

    private final Http1ConnectionSelector http1;
    private final int longestLine;
    private final Watchdog watchdog;

    /// @param watchdog ends connections whose callers say nothing
    public OldHttp(Http1ConnectionSelector http1, int longestLine, Watchdog watchdog) {
        this.http1 = http1;
        this.longestLine = longestLine;
        this.watchdog = watchdog;
    }

    @Override
    public int bytesToIdentifyConnection() {
        return 0;
    }

    /// Whatever comes in: what is not HTTP gets its answer as a bad request.
    @Override
    public Support supports(BufferData data) {
        return Support.SUPPORTED;
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        return http1.supportedApplicationProtocols();
    }

    @Override
    public ServerConnection connection(ConnectionContext context) {
        DataReader reader = new DataReader(new Incoming(context.dataReader()));
        return http1.connection(new Context(context, reader));
    }

    /// The bytes of a connection, the first line looked at.
    private final class Incoming implements Supplier<byte[]> {
        private final DataReader source;
        private boolean begun;

        private Incoming(DataReader source) {
            this.source = source;
        }

        @Override
        public byte[] get() {
            byte[] bytes = more();
            if (begun) return bytes;
            begun = true;
            int end = lineEnd(bytes, 0);
            while (end < 0 && bytes.length < longestLine) {
                int seen = bytes.length;
                bytes = joined(bytes, bytes.length, more(), 0);
                end = lineEnd(bytes, seen);
            }
            int start = end + 1 - OLD.length;
            return start >= 0 && matches(bytes, start)
                    ? joined(bytes, start, joined(NEW, NEW.length, bytes, end + 1), 0)
                    : bytes;
        }

        private byte[] more() {
            return watchdog.watch(() -> {
                source.ensureAvailable();
                return source.readBytes(source.available());
            });
        }

        private static int lineEnd(byte[] bytes, int from) {
            for (int i = from; i < bytes.length; i++) if (bytes[i] == '\n') return i;
            return -1;
        }

        private static boolean matches(byte[] bytes, int start) {
            for (int i = 0; i < OLD.length; i++) if (bytes[start + i] != OLD[i]) return false;
            return true;
        }

        private static byte[] joined(byte[] head, int headEnd, byte[] tail, int tailStart) {
            byte[] both = new byte[headEnd + tail.length - tailStart];
            System.arraycopy(head, 0, both, 0, headEnd);
            System.arraycopy(tail, tailStart, both, headEnd, tail.length - tailStart);
            return both;
        }
    }

    /// The connection as the server made it, with another reader.
    private record Context(ConnectionContext made, DataReader dataReader) implements ConnectionContext {
        @Override
        public ListenerContext listenerContext() {
            return made.listenerContext();
        }

        @Override
        public ExecutorService executor() {
            return made.executor();
        }

        @Override
        public DataWriter dataWriter() {
            return made.dataWriter();
        }

        @Override
        public Router router() {
            return made.router();
        }

        @Override
        public Optional<ProxyProtocolData> proxyProtocolData() {
            return made.proxyProtocolData();
        }

        @Override
        public HelidonSocket serverSocket() {
            return made.serverSocket();
        }

        @Override
        public PeerInfo remotePeer() {
            return made.remotePeer();
        }

        @Override
        public PeerInfo localPeer() {
            return made.localPeer();
        }

        @Override
        public boolean isSecure() {
            return made.isSecure();
        }

        @Override
        public String socketId() {
            return made.socketId();
        }

        @Override
        public String childSocketId() {
            return made.childSocketId();
        }
    }
}
