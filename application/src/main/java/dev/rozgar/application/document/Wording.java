package dev.rozgar.application.document;

import java.util.List;

/// One way in which a document may say what is looked for, in words as [TextRules] make them of a text.
///
/// @param words 1 to [#MAX_WORDS]; one alone for a [Form#PREFIX]
/// @param worth percent of the points that the words get in a field; what stands in for what was written gets less
public record Wording(Form form, List<String> words, int worth) {
    public static final int MAX_WORDS = 16;
    /// Lucene's and PostgreSQL's words of text rules are no longer (see `search_words`).
    private static final int MAX_LENGTH = 255 * 4;

    public static final int AS_WRITTEN = 100;

    public enum Form {
        /// Each of the words, wherever it stands.
        ALL,
        /// The words side by side in one field, in this order.
        PHRASE,
        /// A word that begins so.
        PREFIX
    }

    public Wording {
        words = List.copyOf(words);
        if (words.isEmpty() || words.size() > (form == Form.PREFIX ? 1 : MAX_WORDS))
            throw new IllegalArgumentException("1 to " + MAX_WORDS + " words, of a prefix one");
        if (words.stream().anyMatch(Wording::isNoWord)) throw new IllegalArgumentException("no words: " + words);
        if (worth < 1 || worth > AS_WRITTEN) throw new IllegalArgumentException("worth is 1 to 100 percent");
    }

    public static Wording word(String word) {
        return new Wording(Form.ALL, List.of(word), AS_WRITTEN);
    }

    public Wording worth(int percent) {
        return new Wording(form, words, percent);
    }

    private static boolean isNoWord(String word) {
        return word.isEmpty() || word.length() > MAX_LENGTH || word.chars().anyMatch(c -> c <= ' ');
    }
}
