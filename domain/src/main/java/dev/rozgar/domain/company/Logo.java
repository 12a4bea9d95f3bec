package dev.rozgar.domain.company;

import dev.rozgar.domain.Faults;
import dev.rozgar.domain.WebUrl;

/// A picture that exists; a company without one has no logo rather than a 1×1 pixel.
///
/// @param sha256 of its bytes, 64 lower-case hexadecimal digits
/// @param width  2..10000 pixels
/// @param height 2..10000 pixels
public record Logo(WebUrl url, String sha256, int width, int height) {
    public Logo {
        var faults = new Faults();
        faults.unless(isSha256(sha256), "sha256", "MALFORMED", "must be 64 lower-case hexadecimal digits");
        faults.unless(isSide(width), "w", "MALFORMED", "must be 2 to 10000 pixels");
        faults.unless(isSide(height), "h", "MALFORMED", "must be 2 to 10000 pixels");
        faults.raise();
    }

    private static boolean isSide(int pixels) {
        return pixels >= 2 && pixels <= 10_000;
    }

    private static boolean isSha256(String text) {
        return text.length() == 64 && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }
}
