package dev.rozgar.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenedTest {
    private final List<String> closed = new ArrayList<>();
    private final Opened opened = new Opened();

    @Test
    void closesInReverseOrder() {
        opened.add(() -> closed.add("first"));
        opened.add(() -> closed.add("second"));
        opened.close();
        assertEquals(List.of("second", "first"), closed);
    }

    @Test
    void closesTheRestThoughOneFails() {
        opened.add(() -> closed.add("first"));
        opened.add(() -> {
            throw new IllegalStateException("cannot close");
        });
        opened.close();
        assertEquals(List.of("first"), closed);
    }

    @Test
    void closesOnce() {
        opened.add(() -> closed.add("first"));
        opened.close();
        opened.close();
        assertEquals(List.of("first"), closed);
    }
}
