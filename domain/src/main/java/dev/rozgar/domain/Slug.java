package dev.rozgar.domain;

/// A name for addresses: lower-case ASCII words and digits joined by single hyphens, at most 140 characters.
public record Slug(String value) {
    private static final int LONGEST = 140;
    private static final int LONGEST_WORDS = 100;

    public Slug {
        if (value.length() > LONGEST) {
            throw InvalidValues.of("TOO_LONG", "may have at most " + LONGEST + " characters");
        }
        if (!isSound(value)) {
            throw InvalidValues.of("MALFORMED", "must be lower-case words and digits joined by single hyphens");
        }
    }

    /// Words for people, the id for uniqueness: `delivery-rider-42`. Text in a script that [AsciiFold] does not know
    /// leaves `fallback-42`.
    public static Slug of(String text, String fallback, long id) {
        var words = AsciiFold.words(text);
        if (words.length() > LONGEST_WORDS) {
            int cut = words.lastIndexOf('-', LONGEST_WORDS);
            words = words.substring(0, cut > 0 ? cut : LONGEST_WORDS);
        }
        return new Slug((words.isEmpty() ? fallback : words) + "-" + id);
    }

    private static boolean isSound(String text) {
        return !text.isEmpty()
                && !text.startsWith("-")
                && !text.endsWith("-")
                && !text.contains("--")
                && text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
    }
}
