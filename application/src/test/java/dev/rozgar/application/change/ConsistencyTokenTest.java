package dev.rozgar.application.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.change.ConsistencyToken.Kind;
import dev.rozgar.application.change.ConsistencyToken.Part;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsistencyTokenTest {
    private static final ConsistencyToken TOKEN = new ConsistencyToken(
            3, List.of(new Part(Kind.JOB, 145, 2), new Part(Kind.COMPANY, 7, 0), new Part(Kind.ALL, 999, 1)));

    @Test
    void comesBackAsItWasGiven() {
        assertEquals("1.3.j145-2.c7-0.a999-1", TOKEN.text());
        assertEquals(Optional.of(TOKEN), ConsistencyToken.parse(TOKEN.text()));
        assertEquals(TOKEN, ConsistencyToken.of("3.j145-2.c7-0.a999-1"));
    }

    @Test
    void mayTellOfNothing() {
        assertEquals(Optional.of(new ConsistencyToken(1, List.of())), ConsistencyToken.parse("1.1"));
    }

    @Test
    void isShortHoweverMuchItTellsOf() {
        var longest = new Part(Kind.JOB, 999_999_999_999_999_999L, 999_999_999_999_999_999L);
        var largest = new ConsistencyToken(4_194_303, Collections.nCopies(ConsistencyToken.MOST_PARTS, longest));

        assertEquals(Optional.of(largest), ConsistencyToken.parse(largest.text()));
        assertTrue(largest.text().length() <= 1_400);
    }

    @Test
    void needsNoEscapingInAUrlOrAHeader() {
        assertTrue(TOKEN.text().matches("[A-Za-z0-9._~-]+"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.",
                "2.1.j1-1",
                "1.x.j1-1",
                "1.1.",
                "1.1.j1",
                "1.1.j1-",
                "1.1.j-1",
                "1.1.q1-1",
                "1.1.j01-1",
                "1.1.j1-1.",
                "1.-1.j1-1",
                "1.1.j1-1 ",
                "1.1.j1-9999999999999999999",
                "1.1.j१-1",
                "j1-1",
                "\u0000"
            })
    void isNotReadFromAnythingElse(String text) {
        assertEquals(Optional.empty(), ConsistencyToken.parse(text));
    }

    @Test
    void isNotReadFromMorePartsThanItMayHave() {
        assertEquals(Optional.empty(), ConsistencyToken.parse("1.1" + ".j1-1".repeat(ConsistencyToken.MOST_PARTS + 1)));
    }

    @Test
    void refusesNonsenseOfTheStore() {
        assertThrows(IllegalArgumentException.class, () -> ConsistencyToken.of("nonsense"));
    }
}
