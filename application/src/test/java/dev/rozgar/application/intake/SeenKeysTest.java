package dev.rozgar.application.intake;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SeenKeysTest {
    @Test
    void knowsEveryKeyAgainAfterGrowing() {
        var seen = new SeenKeys();
        for (int i = 0; i < 20_000; i++) {
            assertTrue(seen.add("key " + i));
        }
        for (int i = 0; i < 20_000; i++) {
            assertFalse(seen.add("key " + i));
        }
    }
}
