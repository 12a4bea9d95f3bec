package dev.rozgar.adapters.http.json;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ShapeTest {
    @Test
    void aBodyOfATypeWithoutJsonIsADefect() {
        record Odd(Thread thread) {}
        assertThrows(IllegalArgumentException.class, () -> Shape.of(Odd.class));
    }
}
