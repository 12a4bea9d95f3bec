package dev.rozgar.bootstrap.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanedTest {
    @Test
    void undoesOneAndTwoRoundsOfWrongEncoding() {
        assertEquals("MAYOR’S – OFFICE", Cleaned.decodedAgain("MAYORâ€™S â€“ OFFICE"));
        assertEquals("A – B", Cleaned.decodedAgain("A Ã¢Â€Â“ B"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "Café – “quoted”", "डिलीवरी राइडर", "35½ hours", "🚚", ""})
    void leavesTextAloneThatIsRight(String text) {
        assertEquals(text, Cleaned.decodedAgain(text));
    }

    @Test
    void aLineHasNoControlCharactersAndSingleSpaces() {
        assertEquals("Night guard, Pune", Cleaned.line("\u0000 Night\tguard,\r\n  Pune\u00a0\u00a0"));
    }

    @Test
    void proseKeepsItsLines() {
        assertEquals("one\ntwo\n three", Cleaned.prose("one\r\ntwo\r\u0007three\n"));
    }

    @Test
    void loneSurrogatesGo() {
        assertEquals("a b", Cleaned.line("a\uD83Db"));
    }

    @Test
    void cutsBehindAWordAndCountsCodePoints() {
        assertEquals("Night…", Cleaned.shortened("Night guards", 8));
        assertEquals("🛵🛵…", Cleaned.shortened("🛵🛵🛵🛵", 3));
        assertEquals("short", Cleaned.shortened("short", 5));
    }
}
