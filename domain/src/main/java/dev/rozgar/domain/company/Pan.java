package dev.rozgar.domain.company;

import dev.rozgar.domain.InvalidValues;

/// The Indian income-tax number: five letters, four digits, one letter, all capitals.
public record Pan(String value) {
    public Pan {
        if (!isPan(value)) {
            throw InvalidValues.of("MALFORMED", "must be a PAN such as AAPFU0939F");
        }
    }

    static boolean isPan(String text) {
        if (text.length() != 10) {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            char c = text.charAt(i);
            boolean digitWanted = i >= 5 && i <= 8;
            if (digitWanted ? c < '0' || c > '9' : c < 'A' || c > 'Z') {
                return false;
            }
        }
        return true;
    }
}
