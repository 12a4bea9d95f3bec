package dev.rozgar.adapters.elasticsearch;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/// The pool of connections that all calls share, and the clock that ends those which last too long.
final class Connections implements AutoCloseable {
    private static final int SOCKET_BUFFER = 64 << 10;
    // Elasticsearch keeps idle connections open, but a restart or a firewall does not.
    private static final TimeValue TRUSTED_FOR = TimeValue.ofSeconds(2);

    private final PoolingHttpClientConnectionManager pool;
    private final CloseableHttpClient client;
    private final ScheduledThreadPoolExecutor watch;

    Connections(ElasticsearchSettings settings) {
        pool = pool(settings);
        List<Header> headers = settings.credentials().stream()
                .<Header>map(us -> new BasicHeader(HttpHeaders.AUTHORIZATION, us.header(), true))
                .toList();
        // Whatever could answer in the server's place, or ask twice behind our back, is off.
        client = HttpClients.custom()
                .setConnectionManager(pool)
                .setDefaultHeaders(headers)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
        watch = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().name("elasticsearch-deadlines").daemon().factory());
        watch.setRemoveOnCancelPolicy(true);
    }

    private static PoolingHttpClientConnectionManager pool(ElasticsearchSettings settings) {
        var http = Http1Config.custom().setBufferSize(SOCKET_BUFFER).build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder().http1Config(http).build())
                .setDefaultSocketConfig(SocketConfig.custom().setTcpNoDelay(true).setSoKeepAlive(true).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.timeouts().connect()))
                        .setValidateAfterInactivity(TRUSTED_FOR)
                        .build())
                .setMaxConnPerRoute(settings.connections())
                .setMaxConnTotal(settings.connections() * settings.servers().size())
                .build();
    }

    CloseableHttpClient client() {
        return client;
    }

    ScheduledThreadPoolExecutor watch() {
        return watch;
    }

    /// Drops the connections that nobody uses at the moment: if one of them turned out dead, the others are likely dead too.
    void dropIdle() {
        pool.closeIdle(TimeValue.ZERO_MILLISECONDS);
    }

    @Override
    public void close() throws IOException {
        watch.shutdownNow();
        client.close(CloseMode.GRACEFUL);
        pool.close(CloseMode.IMMEDIATE);
    }
}
