package dev.rozgar.adapters.http.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.domain.alerts.WebhookUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTest {
    @ParameterizedTest
    @CsvSource({
        "https://hooks.example.in, true, hooks.example.in, 443, hooks.example.in, /",
        "http://hooks.example.in, false, hooks.example.in, 80, hooks.example.in, /",
        "https://hooks.example.in:8443/a/b?c=d, true, hooks.example.in, 8443, hooks.example.in:8443, /a/b?c=d",
        "https://hooks.example.in?c=%2F, true, hooks.example.in, 443, hooks.example.in, /?c=%2F",
        "https://[2606:4700::1111]:8443/x, true, 2606:4700::1111, 8443, [2606:4700::1111]:8443, /x",
        "http://127.0.0.1:65535, false, 127.0.0.1, 65535, 127.0.0.1:65535, /"
    })
    void takesAnAddressApart(String url, boolean secure, String host, int port, String authority, String path) {
        assertEquals(new Target(secure, host, port, authority, path), Target.of(new WebhookUrl(url)));
    }
}
