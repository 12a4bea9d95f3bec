package dev.rozgar.application.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.HandClock;
import dev.rozgar.application.listing.Breaker.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BreakerTest {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final HandClock clock = new HandClock(Instant.EPOCH);
    private final Breaker breaker = new Breaker(new Breaker.Rule(4, 2, PAUSE), clock);

    @Test
    void bearsSomeFailures() {
        fail();

        assertEquals(BreakerState.CLOSED, breaker.state());
    }

    @Test
    void opensAtTooManyAmongTheLatest() {
        fail();
        succeed();
        fail();

        assertEquals(BreakerState.OPEN, breaker.state());
        assertEquals(Optional.empty(), breaker.begin());
    }

    @Test
    void forgetsFailuresThatAreLongPast() {
        fail();
        for (int i = 0; i < 4; i++) succeed();
        fail();

        assertEquals(BreakerState.CLOSED, breaker.state());
    }

    @Test
    void letsOneCallFindOutAfterThePause() {
        open();
        clock.forward(PAUSE);
        var probe = breaker.begin();

        assertTrue(probe.isPresent());
        assertEquals(BreakerState.HALF_OPEN, breaker.state());
        assertEquals(Optional.empty(), breaker.begin());
    }

    @Test
    void closesWhenTheProbeIsAnswered() {
        open();
        clock.forward(PAUSE);
        breaker.answered(begin());

        assertEquals(BreakerState.CLOSED, breaker.state());
        fail();
        assertEquals(BreakerState.CLOSED, breaker.state());
    }

    @Test
    void opensAgainWhenTheProbeFailsAndWaitsFromThenOn() {
        open();
        clock.forward(PAUSE);
        Call probe = begin();
        clock.forward(Duration.ofSeconds(1));
        breaker.failed(probe);
        clock.forward(Duration.ofMillis(1_999));
        assertEquals(Optional.empty(), breaker.begin());
        clock.forward(Duration.ofMillis(1));

        assertTrue(breaker.begin().isPresent());
        assertEquals(2, breaker.opened());
    }

    @Test
    void sendsAnotherProbeAfterOneThatIsLost() {
        open();
        clock.forward(PAUSE);
        Call lost = begin();
        clock.forward(PAUSE);
        Call second = begin();
        breaker.answered(lost);
        assertEquals(BreakerState.HALF_OPEN, breaker.state());
        breaker.answered(second);

        assertEquals(BreakerState.CLOSED, breaker.state());
    }

    @Test
    void callsThatHungWhenItOpenedNeitherCloseItNorOpenItAgain() {
        List<Call> hanging = new ArrayList<>();
        for (int i = 0; i < 6; i++) hanging.add(begin());
        breaker.failed(hanging.get(0));
        breaker.failed(hanging.get(1));
        breaker.answered(hanging.get(2));
        assertEquals(BreakerState.OPEN, breaker.state());
        clock.forward(PAUSE);
        Call probe = begin();
        breaker.failed(hanging.get(3));
        assertEquals(BreakerState.HALF_OPEN, breaker.state());
        breaker.answered(probe);
        breaker.failed(hanging.get(4));
        breaker.failed(hanging.get(5));

        assertEquals(BreakerState.CLOSED, breaker.state());
        assertEquals(1, breaker.opened());
    }

    /// Whoever comes after the pause, one of them is the probe.
    @Test
    void ofManyWhoComeTogetherOneProbes() throws InterruptedException {
        open();
        clock.forward(PAUSE);
        List<Optional<Call>> calls = java.util.Collections.synchronizedList(new ArrayList<>());
        List<Thread> comers = new ArrayList<>();
        for (int i = 0; i < 16; i++) comers.add(Thread.ofPlatform().start(() -> calls.add(breaker.begin())));
        for (Thread comer : comers) comer.join();

        assertEquals(1, calls.stream().filter(Optional::isPresent).count());
    }

    private void open() {
        fail();
        fail();
    }

    private void fail() {
        breaker.failed(begin());
    }

    private void succeed() {
        breaker.answered(begin());
    }

    private Call begin() {
        return breaker.begin().orElseThrow();
    }
}
