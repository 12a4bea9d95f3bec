package dev.rozgar.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Phones, mail and web addresses.
class ReachTest {
    @ParameterizedTest
    @ValueSource(strings = {"+911234567890", "+12025550123", "+12345678", "+123456789012345"})
    void phoneNumbersAreE164(String number) {
        assertEquals(number, new PhoneNumber(number).value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "911234567890",
                "+01234567890",
                "+91 12345678",
                "+1234567",
                "+1234567890123456",
                "+९१२३४५६७८९"
            })
    void otherPhoneNumbersAreRefused(String number) {
        assertEquals(List.of("MALFORMED"), Refusal.of(() -> new PhoneNumber(number)));
    }

    @Test
    void aPhoneNumberIsNotPrintedWhole() {
        assertEquals("+91…90", new PhoneNumber("+911234567890").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@example.in", "first.last+jobs@mail.example.co.in", "o'neil@xn--p1b6ci4b4b3a.example"})
    void plainMailAddressesAreTaken(String mail) {
        assertEquals(mail, new EmailAddress(mail).value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "a@",
                "@b.in",
                "a@b",
                "a b@c.in",
                "a..b@c.in",
                ".a@c.in",
                "a.@c.in",
                "a@-c.in",
                "a@c-.in",
                "a@c..in",
                "a@c.in.",
                "a@b@c.in",
                "\"a\"@c.in",
                "a@c.in\n",
                "ä@c.in",
                "a@[10.0.0.1]"
            })
    void otherMailAddressesAreRefused(String mail) {
        assertEquals(List.of("MALFORMED"), Refusal.of(() -> new EmailAddress(mail)));
    }

    @Test
    void onlyTheDomainOfAMailAddressLosesItsLetterCase() {
        assertEquals("Asha@example.in", new EmailAddress("Asha@Example.IN").value());
    }

    @Test
    void aMailAddressIsPrintedWithoutTheName() {
        assertEquals("…@example.in", new EmailAddress("asha@example.in").toString());
    }

    @Test
    void aMailAddressKnowsItsHost() {
        assertEquals(new HostName("example.in"), new EmailAddress("asha@example.in").host());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.in",
                "http://example.in:8080/a?b=c&d=%20#e",
                "HTTPS://Example.in/",
                "https://a.example.in?q=1"
            })
    void webAddressesAreTaken(String url) {
        assertEquals(url, new WebUrl(url).value());
    }

    @ParameterizedTest
    @MethodSource("otherUrls")
    void otherWebAddressesAreRefused(String url) {
        assertEquals(List.of("MALFORMED"), Refusal.of(() -> new WebUrl(url)));
    }

    static List<String> otherUrls() {
        return List.of(
                "",
                "example.in",
                "ftp://example.in",
                "javascript:alert(1)",
                "https://",
                "https:///path",
                "https://localhost",
                "https://user:pw@example.in",
                "https://example.in:0",
                "https://example.in:65536",
                "https://example.in:",
                "https://[::1]/",
                "https://exa mple.in",
                "https://example.in/<script>",
                "https://example.in/\"",
                "https://example.in/नौकरी",
                "https://example.in/\n");
    }

    @Test
    void anEndlessWebAddressIsRefused() {
        assertEquals(List.of("TOO_LONG"), Refusal.of(() -> new WebUrl("https://example.in/" + "a".repeat(2048))));
    }
}
