package dev.rozgar.domain.alerts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.rozgar.domain.Refusal;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {
    private static final String KNOWN = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

    @Test
    void aSecretIsItsKeyInBase64() {
        byte[] key = Base64.getDecoder().decode("C2FVsBQIhrscChlQIMV+b5sSYspob7oD");

        assertEquals(KNOWN, Secret.of(key).text());
        assertArrayEquals(key, new Secret(KNOWN).key());
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 32, 64})
    void aKeyHasTwentyFourToSixtyFourBytes(int length) {
        assertEquals(length, Secret.of(new byte[length]).key().length);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 23, 65})
    void anyOtherLengthIsRefused(int length) {
        assertEquals(List.of("MALFORMED"), Refusal.of(() -> Secret.of(new byte[length])));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "whsec_",
                "C2FVsBQIhrscChlQIMV+b5sSYspob7oD",
                "WHSEC_C2FVsBQIhrscChlQIMV+b5sSYspob7oD",
                "whsec_C2FVsBQIhrscChlQIMV-b5sSYspob7oD",
                "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7o%"
            })
    void anythingElseIsRefused(String text) {
        assertEquals(List.of("MALFORMED"), Refusal.of(() -> new Secret(text)));
    }

    @Test
    void aSecretIsNotPrinted() {
        assertFalse(new Secret(KNOWN).toString().contains("C2FV"));
    }
}
