package dev.rozgar.domain.company;

import dev.rozgar.domain.InvalidValues;

/// The two digits by which Indian tax law names a state: 01 to 38, 97 (other territory) or 99 (centre).
public record StateCode(String value) {
    public StateCode {
        if (!isStateCode(value)) {
            throw InvalidValues.of("UNKNOWN_VALUE", "must be a GST state code: 01 to 38, 97 or 99");
        }
    }

    static boolean isStateCode(String text) {
        if (text.length() != 2 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        int code = Integer.parseInt(text);
        return (code >= 1 && code <= 38) || code == 97 || code == 99;
    }
}
