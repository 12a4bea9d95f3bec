package dev.rozgar.adapters.http.resource;

import dev.rozgar.adapters.http.problem.ProblemType;
import dev.rozgar.adapters.http.problem.Refusal;
import dev.rozgar.adapters.http.wire.Exchange;
import dev.rozgar.adapters.http.wire.QueryString;
import dev.rozgar.adapters.http.wire.Sha256;
import dev.rozgar.adapters.http.wire.SingleHeader;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerRequestHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The caller's name for one request, under which it may be sent again without being done twice.
///
/// @param value       1 to 255 visible ASCII characters
/// @param fingerprint of method, path, query and body
record IdempotencyKey(String value, String fingerprint) {
    static final HeaderName NAME = HeaderNames.create("Idempotency-Key");
    private static final int LONGEST = 255;

    /// @throws Refusal for a key that is none
    static Optional<IdempotencyKey> of(Exchange exchange, byte[] body) {
        return given(exchange.request().headers()).map(key -> new IdempotencyKey(key, fingerprint(exchange, body)));
    }

    private static Optional<String> given(ServerRequestHeaders headers) {
        Optional<String> key = SingleHeader.of(headers, NAME, IdempotencyKey::refused);
        if (key.filter(text -> !isSound(text)).isPresent()) throw refused();
        return key;
    }

    private static boolean isSound(String text) {
        return !text.isEmpty() && text.length() <= LONGEST && text.chars().allMatch(QueryString::isGraphic);
    }

    private static String fingerprint(Exchange exchange, byte[] body) {
        var prologue = exchange.request().prologue();
        return Sha256.hexOf(
                bytes(exchange.method().text()),
                bytes(prologue.uriPath().rawPath()),
                bytes(prologue.query().rawValue()),
                body);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Refusal refused() {
        return Refusal.of(
                ProblemType.INVALID_HEADER,
                "Idempotency-Key is given once, as 1 to " + LONGEST + " visible ASCII characters.");
    }
}
