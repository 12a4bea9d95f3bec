package dev.rozgar.domain;

import java.util.Locale;
import java.util.Set;

/// ISO 3166-1 alpha-2, upper case.
public record CountryCode(String value) {
    private static final Set<String> ALL = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    public CountryCode {
        if (!ALL.contains(value)) {
            throw InvalidValues.of("UNKNOWN_VALUE", "must be an ISO 3166-1 country code of two capital letters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
