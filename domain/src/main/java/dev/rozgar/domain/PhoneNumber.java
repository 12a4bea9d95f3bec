package dev.rozgar.domain;

/// E.164: a plus sign, then 8 to 15 digits, the first of them not zero; no spaces.
public record PhoneNumber(String value) {
    public PhoneNumber {
        var digits = value.startsWith("+") ? value.substring(1) : "";
        if (digits.length() < 8
                || digits.length() > 15
                || digits.charAt(0) == '0'
                || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw InvalidValues.of("MALFORMED", "must be an E.164 number such as +911234567890");
        }
    }

    /// Without the middle digits: what may appear in logs.
    @Override
    public String toString() {
        return value.substring(0, 3) + "…" + value.substring(value.length() - 2);
    }
}
