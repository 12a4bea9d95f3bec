package dev.rozgar.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
    @Test
    void aLineIsStripped() {
        assertEquals("Driver", Text.line("  Driver\t", 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u200B", "\u00A0", "\u200D\u200C", "\u3000"})
    void nothingToSeeIsBlank(String blank) {
        assertEquals(List.of("REQUIRED"), Refusal.of(() -> Text.line(blank, 10)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "a\tb", "a\u007Fb", "a\u0085b", "a\uD800b", "\uDC00a"})
    void controlCharactersAndLoneSurrogatesAreRefused(String bad) {
        assertEquals(List.of("MALFORMED"), Refusal.of(() -> Text.line(bad, 10)));
    }

    @Test
    void lengthCountsCodePoints() {
        assertEquals("🛵".repeat(10), Text.line("🛵".repeat(10), 10));
    }

    @Test
    void oneTooManyIsRefused() {
        assertEquals(List.of("TOO_LONG"), Refusal.of(() -> Text.line("🛵".repeat(11), 10)));
    }

    @Test
    void theJoinersOfDevanagariStay() {
        assertEquals("क्\u200Dष", Text.line("क्\u200Dष", 10));
    }

    @Test
    void proseKeepsItsLinesAndForgetsWindows() {
        assertEquals("a\n\tb", Text.prose("a\r\n\tb\n", 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\rb", "a\u0000b", "a\u001Bb"})
    void proseRefusesOtherControlCharacters(String bad) {
        assertEquals(List.of("MALFORMED"), Refusal.of(() -> Text.prose(bad, 10)));
    }

    @Test
    void aTokenHasOnlyWhatIsNamed() {
        assertEquals(List.of("MALFORMED"), Refusal.of(() -> Text.token("49.2/4", 10, ".")));
    }

    @Test
    void allFaultsOfALineAreTold() {
        assertEquals(List.of("TOO_LONG", "MALFORMED"), Refusal.of(() -> Text.line("a\u0000" + "b".repeat(9), 10)));
    }

    @Test
    void aBlankReasonPointsAtReason() {
        assertEquals(List.of("/reason REQUIRED"), Refusal.of(() -> Text.reason(" ")));
    }
}
