package dev.rozgar.domain.job;

import dev.rozgar.domain.CountryCode;
import dev.rozgar.domain.InvalidValues;

/// A country (`IN`) or one of its parts in ISO 3166-2 (`IN-MH`), capitals; the part itself is not looked up.
public record RegionCode(String value) {
    public RegionCode {
        if (value.length() > 6 || !isRegion(value)) {
            throw InvalidValues.of("MALFORMED", "must be an ISO 3166 code such as IN or IN-MH");
        }
    }

    /// The country it lies in.
    public CountryCode country() {
        return new CountryCode(value.substring(0, 2));
    }

    private static boolean isRegion(String text) {
        int hyphen = text.indexOf('-');
        new CountryCode(hyphen < 0 ? text : text.substring(0, hyphen));
        var part = hyphen < 0 ? "X" : text.substring(hyphen + 1);
        return !part.isEmpty() && part.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
    }
}
