package dev.rozgar.application.checking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every keeper of turns does. A subclass opens a fresh one for each test.
public abstract class CheckTurnsContract {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration NONE = Duration.ZERO;

    protected abstract CheckTurns turns();

    @Test
    void beginsAtTheFirstId() {
        assertEquals(Optional.of(Long.MIN_VALUE), turns().take(LONG, LONG));
        assertEquals(Optional.empty(), turns().lastPass());
    }

    @Test
    void givesOneTurnAtATime() {
        turns().take(LONG, LONG);

        assertEquals(Optional.empty(), turns().take(LONG, LONG));
    }

    @Test
    void givesATurnAgainThatWasNeverEnded() {
        turns().take(NONE, LONG);

        assertEquals(Optional.of(Long.MIN_VALUE), turns().take(NONE, LONG));
    }

    @Test
    void goesOnWhereATurnHasEnded() {
        turns().take(NONE, LONG);

        assertTrue(turns().end(Long.MIN_VALUE, Optional.of(1_001L)));

        assertEquals(Optional.of(1_001L), turns().take(NONE, LONG));
    }

    @Test
    void countsOneOfTwoWhoEndTheSameTurn() {
        turns().take(NONE, LONG);
        turns().end(Long.MIN_VALUE, Optional.of(1_001L));

        assertFalse(turns().end(Long.MIN_VALUE, Optional.empty()));

        assertEquals(Optional.of(1_001L), turns().take(NONE, LONG));
    }

    @Test
    void restsAfterAPass() {
        turns().take(NONE, LONG);
        turns().end(Long.MIN_VALUE, Optional.empty());

        assertTrue(turns().lastPass().isPresent());
        assertEquals(Optional.empty(), turns().take(NONE, LONG));
        assertEquals(Optional.of(Long.MIN_VALUE), turns().take(NONE, NONE));
    }
}
