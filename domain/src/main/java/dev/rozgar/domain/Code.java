package dev.rozgar.domain;

/// The form of codes that clients may switch on: UPPER_SNAKE, at most 63 characters (as in Google AIP-193).
final class Code {
    private static final int LONGEST = 63;

    private Code() {}

    static boolean isCode(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST
                && text.charAt(0) != '_'
                && text.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_');
    }
}
