package dev.rozgar.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MillisTest {
    @Test
    void whatIsFinerThanAMillisecondIsCut() {
        assertEquals(
                Instant.parse("2026-11-22T10:00:00.123Z"), Millis.of(Instant.parse("2026-11-22T10:00:00.123999999Z")));
    }

    @Test
    void theLastInstantIsTheLastMillisecond() {
        assertEquals(
                Instant.parse("9999-12-31T23:59:59.999Z"), Millis.of(Instant.parse("9999-12-31T23:59:59.999999999Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1899-12-31T23:59:59.999Z", "+10000-01-01T00:00:00Z"})
    void otherCenturiesAreRefused(String moment) {
        assertEquals(List.of("MALFORMED"), Refusal.of(() -> Millis.of(Instant.parse(moment))));
    }

    @Test
    void aSpanMustLast() {
        assertEquals(List.of("CONTRADICTION"), Refusal.of(() -> Millis.requireOrder(Instant.EPOCH, Instant.EPOCH)));
    }
}
