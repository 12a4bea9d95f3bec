package dev.rozgar.adapters.postgres.document;

/// What stands in PostgreSQL's text vectors for the signs that belong to words, as in `c#` or `.net`: letters of a script
/// that is no longer written, so that PostgreSQL's parser takes a word for a word.
final class SearchLetters {
    static final String SIGNS = "#+./-";
    static final String LETTERS = "\u2C30\u2C31\u2C32\u2C33\u2C34";

    private SearchLetters() {}

    static String of(String word) {
        String written = word;
        for (int i = 0; i < SIGNS.length(); i++) written = written.replace(SIGNS.charAt(i), LETTERS.charAt(i));
        return written;
    }
}
