package dev.rozgar.adapters.elasticsearch;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/// The pool of connections that all calls share, and the clock that ends those which last too long.
final class Connections implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Connections.class.getName());
    private static final int SOCKET_BUFFER = 64 << 10;
    /// Elasticsearch keeps idle connections open, but a restart or a firewall does not.
    private static final TimeValue TRUSTED_FOR = TimeValue.ofSeconds(2);

    /// By as much a call may end early.
    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(20);

    private final PoolingHttpClientConnectionManager pool;
    private final List<Header> authorization;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService deadlines;
    private final Set<Call> underWay = ConcurrentHashMap.newKeySet();

    Connections(ElasticsearchSettings settings) {
        pool = pool(settings);
        authorization = settings.credentials().stream()
                .<Header>map(us -> new BasicHeader(HttpHeaders.AUTHORIZATION, us.header(), true))
                .toList();
        // It has nothing that could answer in the server's place, or ask twice behind our back.
        client = HttpClients.createMinimal(pool);
        deadlines = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("elasticsearch-deadlines").daemon().factory());
        deadlines.scheduleAtFixedRate(this::endLateCalls, TICK, TICK, TimeUnit.NANOSECONDS);
    }

    private static PoolingHttpClientConnectionManager pool(ElasticsearchSettings settings) {
        Timeout connect = Timeout.of(settings.timeouts().connect());
        var http = Http1Config.custom().setBufferSize(SOCKET_BUFFER).build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(http)
                        .build())
                .setDefaultSocketConfig(SocketConfig.custom()
                        .setSoTimeout(Timeout.DISABLED)
                        .setTcpNoDelay(true)
                        .setSoKeepAlive(true)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setValidateAfterInactivity(TRUSTED_FOR)
                        .build())
                .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(connect).build())
                .setMaxConnPerRoute(settings.connections())
                .setMaxConnTotal(settings.connections() * settings.servers().size())
                .build();
    }

    /// One exchange under a deadline.
    static final class Call {
        private final HttpUriRequestBase message;
        private final long end;
        private volatile boolean late;

        Call(HttpUriRequestBase message, long end) {
            this.message = message;
            this.end = end;
        }

        /// Whether the deadline has ended it.
        boolean isLate() {
            return late;
        }
    }

    <T> T execute(Call call, HttpClientResponseHandler<T> reader) throws IOException {
        authorization.forEach(call.message::setHeader);
        underWay.add(call);
        try {
            return client.execute(call.message, response -> read(call, response, reader));
        } finally {
            underWay.remove(call);
        }
    }

    private static <T> T read(Call call, ClassicHttpResponse response, HttpClientResponseHandler<T> reader)
            throws IOException, HttpException {
        try {
            return reader.handleResponse(response);
        } catch (IOException failure) {
            // Or the client would read an unwanted rest to its end, only to keep the connection.
            call.message.cancel();
            throw failure;
        }
    }

    /// Looks at all calls once in a while: a timer for each would wake a thread for each.
    private void endLateCalls() {
        long soon = System.nanoTime() + TICK;
        for (Call call : underWay) {
            if (call.end - soon <= 0) end(call);
        }
    }

    /// The clock must outlive a call that cannot be ended: nobody would end the others.
    private static void end(Call call) {
        call.late = true;
        try {
            call.message.cancel();
        } catch (RuntimeException defect) {
            LOG.log(Level.ERROR, "a call that is late was not ended", defect);
        }
    }

    /// Drops the connections that nobody uses at the moment: if one of them turned out dead, the others are likely dead
    /// too.
    void dropIdle() {
        pool.closeIdle(TimeValue.ZERO_MILLISECONDS);
    }

    @Override
    public void close() throws IOException {
        deadlines.shutdownNow();
        client.close(CloseMode.GRACEFUL);
        pool.close(CloseMode.IMMEDIATE);
    }
}
