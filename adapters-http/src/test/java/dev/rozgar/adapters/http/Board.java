package dev.rozgar.adapters.http;

import dev.rozgar.adapters.http.HttpApplication.Health;
import dev.rozgar.adapters.http.HttpApplication.Reader;
import dev.rozgar.application.company.RegisterCompany;
import dev.rozgar.application.listing.CompanyFields;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.posting.PostJob;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/// A live server on a free port with fakes behind it.
final class Board implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-03-01T09:30:00.123Z");

    final FakeReadModel elastic = FakeReadModel.of(JobFields.JOB, 25);
    final FakeReadModel postgres = FakeReadModel.of(JobFields.JOB, 25);
    final FakeReadModel companies = FakeReadModel.of(CompanyFields.COMPANY, 3);
    final FakeStore store = new FakeStore();
    final AtomicBoolean postgresUp = new AtomicBoolean(true);
    final AtomicBoolean elasticUp = new AtomicBoolean(true);
    final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    final Http http;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Board(UnaryOperator<HttpSettings> settings) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Map<ReadModel, Reader> jobs = Map.of(
                ReadModel.ELASTICSEARCH, Reader.of(ReadModel.ELASTICSEARCH, elastic),
                ReadModel.POSTGRES, Reader.of(ReadModel.POSTGRES, postgres),
                ReadModel.AUTO,
                        new Reader(elastic, () -> elasticUp.get() ? ReadModel.ELASTICSEARCH : ReadModel.POSTGRES));
        HttpApplication application = new HttpApplication(
                jobs,
                ReadModel.AUTO,
                companies,
                new PostJob(store.jobRepository, store.companyRepository, clock),
                new RegisterCompany(store.companyRepository, clock, true),
                new Health(postgresUp::get, Optional.of(elasticUp::get)),
                metrics,
                clock);
        http = Http.open(settings.apply(HttpSettings.on("127.0.0.1", 0)), application);
    }

    static Board open() {
        return new Board(UnaryOperator.identity());
    }

    static Board open(UnaryOperator<HttpSettings> settings) {
        return new Board(settings);
    }

    HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http.port() + target));
    }

    Reply get(String target) {
        return send(request(target));
    }

    Reply post(String target, String json) {
        return send(request(target)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Reply(response);
        } catch (java.io.IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /// An answer, as a caller sees it.
    record Reply(int status, Map<String, java.util.List<String>> headers, byte[] bytes) {
        Reply(HttpResponse<byte[]> response) {
            this(response.statusCode(), response.headers().map(), response.body());
        }

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        /// Empty where there is none.
        String header(String name) {
            return String.join(
                    ", ", headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), java.util.List.of()));
        }
    }

    @Override
    public void close() {
        client.close();
        http.close();
    }
}
