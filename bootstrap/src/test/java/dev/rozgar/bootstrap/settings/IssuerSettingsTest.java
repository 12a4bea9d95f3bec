package dev.rozgar.bootstrap.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.http.TokenSettings.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerSettingsTest {
    /// The public key of RFC 7517, appendix A.1, and a private part that it never had.
    private static final String KEY = "{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"1\","
            + "\"x\":\"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4\","
            + "\"y\":\"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM\"";
    private static final String JWKS = "{\"keys\":[" + KEY + "}]}";
    private static final String PRIVATE =
            "{\"keys\":[" + KEY + ",\"d\":\"870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE\"}]}";

    @TempDir
    Path dir;

    @Test
    void nobodysTokensAreBelievedByDefault() {
        assertTrue(read(Map.of()).tokens().isEmpty());
    }

    @Test
    void takesTheKeysThemselvesOrAFileOrAnAddress() throws IOException {
        Path file = Files.writeString(dir.resolve("keys.json"), JWKS);
        assertEquals(new Keys.Inline(JWKS), keys("jwks", JWKS));
        assertEquals(new Keys.Inline(JWKS), keys("jwks_file", file.toString()));
        assertInstanceOf(Keys.At.class, keys("jwks_url", "https://id.example/keys?v=1"));
        assertInstanceOf(Keys.At.class, keys("jwks_url", "http://127.0.0.1:1/keys"));
    }

    @Test
    void showsWhoIsBelievedAndNothingOfTheKeys() {
        Settings settings = read(issuer("jwks", JWKS));
        assertEquals("https://id.example", settings.shown("rozgar.jwt.issuer"));
        assertEquals("***", settings.shown("rozgar.jwt.jwks"));
    }

    @Test
    void theSkewIsTheIssuersOwn() {
        Settings settings = read(issuer("jwks", JWKS, "skew", "5s"));
        assertEquals(Duration.ofSeconds(5), settings.tokens().orElseThrow().skew());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://id.example/keys", "ftp://id.example", "https://me:geheim@id.example/", "keys", "https://"
            })
    void refusesAnAddressThatCannotBeTrusted(String address) {
        String told = fault(issuer("jwks_url", address), "rozgar.jwt.jwks_url");
        assertFalse(told.contains("geheim"), told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"keys\":[]}", "keys", PRIVATE})
    void refusesWhatIsNoSetOfPublicKeysAndShowsNothingOfIt(String json) {
        String told = fault(issuer("jwks", json), "rozgar.jwt.jwks");
        assertFalse(told.contains("870MB6"), told);
    }

    @Test
    void refusesAFileThatIsNotThere() {
        fault(issuer("jwks_file", dir.resolve("none").toString()), "rozgar.jwt.jwks_file");
    }

    @Test
    void refusesAnIssuerWithoutKeysWithTwoSetsOrWithoutAnAudience() {
        fault(Map.of("rozgar.jwt.issuer", "me", "rozgar.jwt.audience", "you"), "rozgar.jwt.issuer");
        fault(issuer("jwks", JWKS, "jwks_url", "https://id.example"), "rozgar.jwt.issuer");
        fault(Map.of("rozgar.jwt.jwks", JWKS), "rozgar.jwt.issuer");
        fault(Map.of("rozgar.jwt.issuer", "me", "rozgar.jwt.jwks", JWKS), "rozgar.jwt.audience");
    }

    private static Keys keys(String key, String value) {
        return read(issuer(key, value)).tokens().orElseThrow().keys();
    }

    private static Map<String, String> issuer(String... more) {
        Map<String, String> options =
                new HashMap<>(Map.of("rozgar.jwt.issuer", "https://id.example", "rozgar.jwt.audience", "rozgar"));
        for (int i = 0; i < more.length; i += 2) options.put("rozgar.jwt." + more[i], more[i + 1]);
        return options;
    }

    private static Settings read(Map<String, String> options) {
        return Settings.read(SettingsSources.only(options));
    }

    private static String fault(Map<String, String> options, String key) {
        List<SettingFault> faults =
                assertThrows(InvalidSettings.class, () -> read(options)).faults();
        assertTrue(faults.stream().anyMatch(fault -> fault.key().equals(key)), faults::toString);
        return faults.toString();
    }
}
