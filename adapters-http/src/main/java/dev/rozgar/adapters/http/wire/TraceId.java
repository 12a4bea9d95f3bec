package dev.rozgar.adapters.http.wire;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// The 32 hex digits by which a request is found in logs (W3C Trace Context): the caller's if it sent any, else new
/// ones.
final class TraceId {
    private static final int LENGTH = 32;

    private TraceId() {}

    /// `traceparent` is `version-traceid-parentid-flags`.
    static String of(@Nullable String traceparent) {
        return traceparent != null && isSound(traceparent) ? traceparent.substring(3, 3 + LENGTH) : fresh();
    }

    static String fresh() {
        var random = ThreadLocalRandom.current();
        return HexFormat.of().toHexDigits(random.nextLong())
                + HexFormat.of().toHexDigits(random.nextLong(1, Long.MAX_VALUE));
    }

    private static boolean isSound(String header) {
        return header.length() == 55
                && header.charAt(2) == '-'
                && header.charAt(35) == '-'
                && header.charAt(52) == '-'
                && header.substring(3, 35).chars().allMatch(TraceId::isHex)
                && !header.startsWith("0".repeat(LENGTH), 3);
    }

    private static boolean isHex(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
}
