package dev.rozgar.domain.company;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rozgar.domain.InvalidValues;
import dev.rozgar.domain.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaxTest {
    /// The sample number of the tax portal's own guides.
    private static final String SAMPLE = "27AAPFU0939F1ZV";

    @Test
    void theSampleNumberOfTheGuidesIsSound() {
        assertEquals(SAMPLE, new Gstin(SAMPLE).value());
    }

    @Test
    void theNumberHoldsStateAndPan() {
        var gstin = new Gstin(SAMPLE);
        assertEquals(List.of(new StateCode("27"), new Pan("AAPFU0939F")), List.of(gstin.state(), gstin.pan()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "27AAPFU0939F1Z",
                "27AAPFU0939F1ZVV",
                "27aapfu0939f1zv",
                "00AAPFU0939F1ZV",
                "39AAPFU0939F1ZV",
                "27AAPFU093XF1ZV",
                "2७AAPFU0939F1ZV"
            })
    void otherFormsAreRefused(String gstin) {
        assertEquals(List.of("MALFORMED"), Refusal.of(() -> new Gstin(gstin)));
    }

    @Test
    void anySingleWrongCharacterIsNoticed() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        var alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        for (int i = 0; i < 2_000; i++) {
            var wrong = new StringBuilder(SAMPLE);
            int at = random.nextInt(15);
            char other = alphabet.charAt(random.nextInt(36));
            if (other == SAMPLE.charAt(at)) {
                continue;
            }
            wrong.setCharAt(at, other);
            assertEquals(
                    List.of("MALFORMED"),
                    Refusal.of(() -> new Gstin(wrong.toString())),
                    () -> "seed " + seed + ": " + wrong);
        }
    }

    @Test
    void aWrongCheckDigitIsCalledSo() {
        var refusal = assertThrows(InvalidValues.class, () -> new Gstin("27AAPFU0939F1ZW"));
        assertEquals("value MALFORMED: has a wrong check digit", refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAPFU0939", "AAPFU0939f", "AAPF10939F", "AAPFUO939F", "AAPFU0939FF"})
    void otherPansAreRefused(String pan) {
        assertEquals(List.of("MALFORMED"), Refusal.of(() -> new Pan(pan)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"01", "38", "97", "99"})
    void statesAreKnown(String code) {
        assertEquals(code, new StateCode(code).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "00", "39", "96", "98", "001", "MH", "२७"})
    void otherStatesAreRefused(String code) {
        assertEquals(List.of("UNKNOWN_VALUE"), Refusal.of(() -> new StateCode(code)));
    }

    @Test
    void registrationSaysSomething() {
        assertEquals(
                List.of("REQUIRED"), Refusal.of(() -> new Tax(Optional.empty(), Optional.empty(), Optional.empty())));
    }

    @Test
    void contradictionsAreAllNamed() {
        assertEquals(
                List.of("/pan CONTRADICTION", "/legal_state_code CONTRADICTION"),
                Refusal.of(() -> new Tax(
                        Optional.of(new Gstin(SAMPLE)),
                        Optional.of(new Pan("AABCB5576G")),
                        Optional.of(new StateCode("29")))));
    }
}
