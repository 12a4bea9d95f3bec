package dev.rozgar.adapters.postgres.document;

import dev.rozgar.application.document.TextRules;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.pattern.SimplePatternTokenizer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;

/// The declared rules of text as the library inside Elasticsearch follows them.
final class LuceneWords {
    private LuceneWords() {}

    static List<List<String>> of(List<String> texts) throws IOException {
        List<List<String>> all = new ArrayList<>();
        try (Analyzer analyzer = analyzer()) {
            for (String text : texts) all.add(words(analyzer, text));
        }
        return all;
    }

    /// As an index writes them: half an emoji is no character.
    private static List<String> words(Analyzer analyzer, String text) throws IOException {
        List<String> words = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream("text", text)) {
            tokens.reset();
            while (tokens.incrementToken())
                words.add(tokens.getAttribute(TermToBytesRefAttribute.class)
                        .getBytesRef()
                        .utf8ToString());
            tokens.end();
        }
        return words;
    }

    private static Analyzer analyzer() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = new SimplePatternTokenizer(TextRules.WORD);
                TokenStream folded = new LowerCaseFilter(new ASCIIFoldingFilter(new LowerCaseFilter(words)));
                TokenStream cut = TruncateTokenFilter.truncateAfterChars(folded, TextRules.LONGEST_WORD);
                return new TokenStreamComponents(words, new SnowballFilter(cut, TextRules.STEMMER));
            }
        };
    }
}
