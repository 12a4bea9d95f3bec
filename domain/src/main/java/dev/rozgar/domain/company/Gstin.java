package dev.rozgar.domain.company;

import dev.rozgar.domain.InvalidValues;

/// The Indian goods-and-services-tax number of 15 characters: state code (2), PAN (10), registration (1), `Z` or
/// another letter or digit (1), check digit.
///
/// The check digit is Luhn's scheme in base 36 over `0-9A-Z`: from the left each value counts once and twice in
/// turn, a product's two base-36 digits are added, and the last character brings the sum to a multiple of 36.
public record Gstin(String value) {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int BASE = DIGITS.length();

    public Gstin {
        if (value.length() != 15
                || !value.chars().allMatch(c -> DIGITS.indexOf(c) >= 0)
                || !StateCode.isStateCode(value.substring(0, 2))
                || !Pan.isPan(value.substring(2, 12))) {
            throw InvalidValues.of("MALFORMED", "must be a GSTIN of 15 characters: state code, PAN, three more");
        }
        if (checkDigit(value.substring(0, 14)) != value.charAt(14)) {
            throw InvalidValues.of("MALFORMED", "has a wrong check digit");
        }
    }

    /// The state it is registered in.
    public StateCode state() {
        return new StateCode(value.substring(0, 2));
    }

    /// The income-tax number inside.
    public Pan pan() {
        return new Pan(value.substring(2, 12));
    }

    /// The fifteenth character for the fourteen before it.
    ///
    /// @throws InvalidValues unless these are 14 digits and capitals
    public static char checkDigit(String fourteen) {
        if (fourteen.length() != 14 || !fourteen.chars().allMatch(c -> DIGITS.indexOf(c) >= 0)) {
            throw InvalidValues.of("MALFORMED", "must be 14 digits and capital letters");
        }
        int sum = 0;
        for (int i = 0; i < 14; i++) {
            int product = DIGITS.indexOf(fourteen.charAt(i)) * (1 + i % 2);
            sum += product / BASE + product % BASE;
        }
        return DIGITS.charAt((BASE - sum % BASE) % BASE);
    }
}
