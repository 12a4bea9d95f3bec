package dev.rozgar.adapters.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rozgar.application.PortFailure;
import dev.rozgar.engines.Database;
import dev.rozgar.engines.PostgresEngine;
import dev.rozgar.engines.TestEngines;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A server whose processes are stopped while their connections stay open: nothing is refused, and nothing answered.
class FrozenServerTest {
    private static final int CALLERS = 4;

    @Test
    @Timeout(value = 180, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void failsThoseWhoWaitAndIsBackWithTheServer() {
        try (PostgresEngine engine = TestEngines.privatePostgres();
                Postgres postgres = Postgres.open(settings(engine.database()))) {
            while (!postgres.answers()) Thread.onSpinWait();
            engine.pause();
            try {
                assertEquals(
                        Stream.generate(() -> PortFailure.Kind.UNAVAILABLE)
                                .limit(CALLERS)
                                .toList(),
                        failures(postgres));
            } finally {
                engine.resume();
            }
            while (!postgres.answers()) Thread.onSpinWait();
        }
    }

    /// Some of them have connections, the others wait for one.
    private static List<PortFailure.Kind> failures(Postgres postgres) {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = Stream.generate(() -> CompletableFuture.supplyAsync(
                            () -> assertThrows(PortFailure.class, postgres::version)
                                    .kind(),
                            callers))
                    .limit(CALLERS)
                    .toList();
            return asked.stream().map(CompletableFuture::join).toList();
        }
    }

    private static PostgresSettings settings(Database database) {
        return new PostgresSettings(
                database.jdbcUrl(),
                database.user(),
                database.password(),
                2,
                Duration.ofSeconds(3),
                Duration.ofSeconds(1),
                new PostgresSettings.Lists(2, Duration.ofSeconds(1)));
    }
}
