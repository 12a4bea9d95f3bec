package dev.rozgar.adapters.postgres.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.document.TextRules;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `search_words` against the same rules in Lucene, the library inside Elasticsearch.
class SearchWordsTest {
    private static final TestDatabase DATABASE = TestDatabase.open();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void isCommittedAsItIsRendered() throws IOException {
        Path committed = Path.of("src/main/resources/db/migration/R__search_words.sql");
        String rendered = SearchWordsFunction.render();
        if (Boolean.getBoolean("rozgar.render")) Files.writeString(committed, rendered);

        assertEquals(rendered, Files.readString(committed), "to render it again: ./rozgar test -Drozgar.render=true");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "C# and C++ developers        | c#,and,c++,develop",
                ".NET, ASP.NET                | .net,asp.net",
                "ci/cd pipelines              | ci/cd,pipelin",
                "Café-Bar in Żory             | cafe-bar,in,zori",
                "c-körkort (Straße)           | c-korkort,strass",
                "डिलीवरी राइडर।               | डिलीवरी,राइडर",
                "Ærø ǅ ﬁtter                  | aero,dz,fitter"
            })
    void findsTheWords(String text, String words) throws SQLException {
        assertEquals(List.of(words.split(",")), postgres(List.of(text)).getFirst());
    }

    @Test
    void hasNoWordsInAnEmptyText() throws SQLException {
        assertEquals(List.of(List.of(), List.of()), postgres(List.of("", " - ")));
    }

    @Test
    void foldsEveryCharacterAsLuceneDoes() throws SQLException {
        List<String> characters = IntStream.rangeClosed(1, Character.MAX_VALUE)
                .filter(c -> !Character.isSurrogate((char) c))
                .mapToObj(c -> String.valueOf((char) c))
                .toList();
        List<String> wanted = characters.stream()
                .map(c -> SearchWordsFunction.fold(c.charAt(0)))
                .toList();

        assertEquals(
                wanted,
                texts("select fold_letters(t) from unnest(?) with ordinality as x (t, n) order by n", characters));
    }

    @Test
    void agreesWithLuceneOnAwkwardText() throws Exception {
        long seed = System.nanoTime();
        List<String> texts = awkward(new Random(seed));

        assertEquals(Map.of(), differences(texts), () -> "seed " + seed);
    }

    /// Letters of several scripts, marks and endings thrown together.
    private static List<String> awkward(Random random) {
        String[] parts = {
            "run", "ning", "ies", "ed", "ly", "S", "C", "#", "+", "++", ".", "-", "/", "'", "’", "s", " ", " ", " ",
            "\u00A0", "\u200B", "é", "E\u0301", "ß", "İ", "ı", "Σ", "ς", "Ø", "ﬃ", "½", "चा", "लक", "़", "।", "क्ष",
            "😀", "漢", "ж", "Ё", "Å", "0", "18,000", "₹", "&", "\t", "\n", "_", "\\", "[", "]", "^", "\"", "y", "Y",
            "sk", "gener", "ous"
        };
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(14); n >= 0; n--) text.append(parts[random.nextInt(parts.length)]);
            texts.add(text.toString());
        }
        texts.add("long".repeat(200) + " words");
        return texts;
    }

    private static Map<String, String> differences(List<String> texts) throws Exception {
        List<List<String>> wanted = lucene(texts);
        List<List<String>> found = postgres(texts);
        Map<String, String> differences = new LinkedHashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            if (!wanted.get(i).equals(found.get(i)))
                differences.put(texts.get(i), found.get(i) + ", not " + wanted.get(i));
        }
        return differences;
    }

    private static List<List<String>> lucene(List<String> texts) throws IOException {
        List<List<String>> all = new ArrayList<>();
        try (Analyzer analyzer = analyzer()) {
            for (String text : texts) all.add(words(analyzer, text));
        }
        return all;
    }

    private static List<String> words(Analyzer analyzer, String text) throws IOException {
        List<String> words = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream("text", new StringReader(text))) {
            tokens.reset();
            while (tokens.incrementToken())
                words.add(tokens.getAttribute(CharTermAttribute.class).toString());
            tokens.end();
        }
        return words;
    }

    private static Analyzer analyzer() {
        return new Analyzer() {
            @Override
            protected Reader initReader(String field, Reader text) {
                Reader replaced = text;
                for (var rule : TextRules.REPLACEMENTS)
                    replaced = new PatternReplaceCharFilter(Pattern.compile(rule.pattern()), rule.by(), replaced);
                return replaced;
            }

            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer split = new WhitespaceTokenizer();
                TokenStream folded = new ASCIIFoldingFilter(new LowerCaseFilter(split));
                return new TokenStreamComponents(split, new SnowballFilter(folded, TextRules.STEMMER));
            }
        };
    }

    private static List<List<String>> postgres(List<String> texts) throws SQLException {
        return texts(
                        "select array_to_string(search_words(t), E'\\x01') from unnest(?) with ordinality as x (t, n) order by n",
                        texts)
                .stream()
                .map(joined -> joined.isEmpty() ? List.<String>of() : List.of(joined.split("\u0001")))
                .toList();
    }

    private static List<String> texts(String sql, List<String> given) throws SQLException {
        List<String> all = new ArrayList<>();
        try (Connection connection = DATABASE.connect();
                var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", given.toArray(String[]::new)));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) all.add(rows.getString(1));
            }
        }
        return all;
    }
}
