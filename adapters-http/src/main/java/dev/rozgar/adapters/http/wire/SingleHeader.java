package dev.rozgar.adapters.http.wire;

import dev.rozgar.adapters.http.problem.Refusal;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.ServerRequestHeaders;
import java.util.Optional;
import java.util.function.Supplier;

/// A header that may be given once: of two, a proxy before us might have looked at the other.
public final class SingleHeader {
    private SingleHeader() {}

    public static Optional<String> of(ServerRequestHeaders headers, HeaderName name, Supplier<Refusal> twice) {
        if (!headers.contains(name)) return Optional.empty();
        Header header = headers.get(name);
        if (header.valueCount() != 1) throw twice.get();
        return Optional.of(header.get());
    }
}
