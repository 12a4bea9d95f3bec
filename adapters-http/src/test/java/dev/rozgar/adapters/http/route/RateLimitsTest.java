package dev.rozgar.adapters.http.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.http.Board;
import dev.rozgar.adapters.http.Board.Reply;
import dev.rozgar.adapters.http.RateLimits;
import dev.rozgar.application.access.Role;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private static final RateLimits THREE_AND_ONE = new RateLimits(3, 1, 100, "");
    private static final String JOB = "{\"title\": 1}";

    @Test
    void theFourthReadOfThreeIsRefusedAndToldWhenToComeAgain() {
        try (Board board = limited(THREE_AND_ONE)) {
            var left = IntStream.range(0, 3)
                    .mapToObj(_ -> board.get("/api/jobs").header("X-RateLimit-Remaining"))
                    .toList();
            Reply refused = board.get("/api/jobs");

            assertEquals(List.of("2", "1", "0"), left);
            assertEquals(429, refused.status());
            assertTrue(refused.text().contains("\"code\":\"TOO_MANY_REQUESTS\""), refused::text);
            assertEquals("3", refused.header("X-RateLimit-Limit"));
            assertEquals("0", refused.header("X-RateLimit-Remaining"));
            assertTrue(Long.parseLong(refused.header("Retry-After")) <= 20);
            assertTrue(Long.parseLong(refused.header("X-RateLimit-Reset")) <= 60);
        }
    }

    @Test
    void writesHaveABudgetOfTheirOwnAndSoHasEveryCaller() {
        try (Board board = limited(THREE_AND_ONE)) {
            String other = board.keys.make(Role.MODERATOR, Optional.empty(), Optional.empty());
            assertEquals(422 / 100, board.post("/api/jobs", JOB).status() / 100);
            assertEquals(429, board.post("/api/jobs", JOB).status());
            assertEquals(200, board.send(board.as(board.operator, "/api/jobs")).status());
            assertEquals("2", board.send(board.as(other, "/api/jobs")).header("X-RateLimit-Remaining"));
        }
    }

    @Test
    void whoeverTriesKeysIsCountedByTheAddress() {
        try (Board board = limited(THREE_AND_ONE)) {
            for (int i = 0; i < 3; i++)
                assertEquals(
                        401, board.send(board.as("rzg_nothing", "/api/jobs")).status());

            assertEquals(429, board.send(board.as("rzg_nothing", "/api/jobs")).status());
            assertEquals(429, board.get("/api/jobs").status());
            assertEquals(200, board.send(board.as(board.operator, "/api/jobs")).status());
        }
    }

    @Test
    void probesAndMetricsAreNotCounted() {
        try (Board board = limited(THREE_AND_ONE)) {
            for (int i = 0; i < 5; i++) {
                assertEquals(200, board.get("/health/ready").status());
                assertEquals("", board.get("/metrics").header("X-RateLimit-Limit"));
            }
        }
    }

    @Test
    void behindAProxyTheAddressIsTheLastOneThatItNames() {
        try (Board board = limited(new RateLimits(1, 1, 100, "X-Forwarded-For"))) {
            assertEquals(200, from(board, "10.0.0.1").status());
            assertEquals(200, from(board, "10.0.0.1, 10.0.0.2").status());
            assertEquals(429, from(board, "10.0.0.9, 10.0.0.1").status());
        }
    }

    @Test
    void withoutLimitsNothingIsSaidOfThem() {
        try (Board board = Board.open()) {
            assertEquals("", board.get("/api/jobs").header("X-RateLimit-Limit"));
        }
    }

    @Test
    void aBudgetGrowsAgainEvenly() {
        var time = new HandTime();
        var budget = new Budget(3, 10, time);
        for (int i = 0; i < 3; i++) assertTrue(budget.take("a").isConsumed());
        assertFalse(budget.take("a").isConsumed());

        time.pass(Duration.ofSeconds(20));

        assertTrue(budget.take("a").isConsumed());
        assertFalse(budget.take("a").isConsumed());
    }

    @Test
    void noMoreCallersAreRememberedThanFit() {
        var time = new HandTime();
        var budget = new Budget(2, 5, time);
        for (int i = 0; i < 100; i++) budget.take("caller " + i);

        assertEquals(5, budget.callers());
        assertFalse(budget.take("yet another").isConsumed(), "newcomers share what is spent");
        assertTrue(budget.take("caller 1").isConsumed());
    }

    @Test
    void whoHasBeenQuietIsForgottenForANewcomer() {
        var time = new HandTime();
        var budget = new Budget(2, 5, time);
        for (int i = 0; i < 100; i++) budget.take("caller " + i);
        time.pass(Duration.ofMinutes(2));
        budget.take("newcomer");

        assertEquals(1, budget.callers());
    }

    private static Reply from(Board board, String addresses) {
        return board.send(board.request("/api/jobs").header("X-Forwarded-For", addresses));
    }

    private static Board limited(RateLimits limits) {
        return Board.open(settings -> settings.with(limits));
    }

    /// A clock that stands still until it is moved.
    private static final class HandTime implements TimeMeter {
        private long nanos = 1_000_000_000L;

        void pass(Duration time) {
            nanos += time.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
