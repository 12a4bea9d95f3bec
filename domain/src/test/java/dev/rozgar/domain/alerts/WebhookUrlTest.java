package dev.rozgar.domain.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.domain.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookUrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.in",
                "http://localhost:8080/hooks",
                "https://a.b-c.example.in:65535/x/y;z=1?k=v&w=%C3%A9,@:!$'()*+~",
                "https://10.0.0.1/hook",
                "https://[::1]:8443/hook",
                "https://example.in?k=v",
                "https://1password.example"
            })
    void anAddressCanBeSentTo(String text) {
        assertEquals(text, new WebhookUrl(text).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.in",
                "ftp://example.in",
                "HTTPS://example.in",
                "https://",
                "https:///hook",
                "https://user@example.in",
                "https://user:password@example.in/",
                "https://example.in/#part",
                "https://example.in:0/",
                "https://example.in:65536/",
                "https://example.in:/",
                "https://-example.in",
                "https://example-.in",
                "https://a..b",
                "https://example.in/a b",
                "https://example.in/%zz",
                "https://example.in/a[b",
                "https://example.in\\@evil.example/",
                "https://beispiel.example/straße",
                "https://straße.example/",
                "https://example.in/\n"
            })
    void anythingElseIsRefused(String text) {
        assertEquals(List.of("MALFORMED"), Refusal.of(() -> new WebhookUrl(text)));
    }

    @Test
    void anEndlessAddressIsRefused() {
        var longest = "https://example.in/" + "%41".repeat(660);

        assertEquals(longest, new WebhookUrl(longest).text());
        assertEquals(List.of("TOO_LONG"), Refusal.of(() -> new WebhookUrl(longest + "x".repeat(99))));
    }

    @Test
    void onlyHttpsIsSecure() {
        assertTrue(new WebhookUrl("https://example.in").isSecure());
        assertFalse(new WebhookUrl("http://example.in").isSecure());
    }
}
