package dev.rozgar.adapters.http.wire;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Moments as headers have them (RFC 9110 §5.6.7): to the second, and always two digits for the day.
public final class HttpDate {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private HttpDate() {}

    public static String of(Instant at) {
        return FORM.format(at.atOffset(ZoneOffset.UTC));
    }
}
