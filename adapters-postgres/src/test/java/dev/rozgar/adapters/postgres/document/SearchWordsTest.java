package dev.rozgar.adapters.postgres.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.adapters.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `search_words` against the same rules in Lucene, the library inside Elasticsearch.
class SearchWordsTest {
    private static final long SEED = 20261126;
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
                "Ærø ǅ ﬁtter                  | aero,dz,fitter",
                "...and -.net (./x) .a. +/-   | .and,.net,x,.a"
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
                .map(c -> SearchWordsFunction.fold(Character.toLowerCase(c.charAt(0))))
                .map(folded -> folded.toLowerCase(Locale.ROOT))
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

    @Test
    void agreesWithLuceneOnEveryCharacter() throws Exception {
        List<String> texts = IntStream.rangeClosed(1, 0x1FFFF)
                .filter(c -> c > Character.MAX_VALUE || !Character.isSurrogate((char) c))
                .mapToObj(c -> Character.toString(c))
                .map(c -> "A" + c + "ings " + c + ". (" + c + ')')
                .toList();

        assertEquals(Map.of(), differences(texts));
    }

    @Test
    void agreesWithLuceneWhereALongWordIsCut() throws Exception {
        List<String> texts = IntStream.range(120, 260)
                .mapToObj(n -> Stream.of("running", "ß", "-x", "😀", "⑴", ".", "𐐀s", "ﬃ")
                        .map(part -> "a".repeat(n) + part.repeat(90) + "ing, " + part.repeat(n) + "s end"))
                .flatMap(each -> each)
                .toList();

        assertEquals(Map.of(), differences(texts));
    }

    @Test
    void isAVectorOfTheSameWords() throws Exception {
        List<String> texts = awkward(new Random(SEED));
        texts.add("");
        texts.add("\uFDD0 \uFDD0\uFDD0 x\uFDD0y");
        String sql = "select t from unnest(?) as t where tsvector_to_array(search_vector(t)) is distinct from"
                + " array(select distinct word collate \"C\" from unnest(search_words(t)) as word order by 1)";

        assertEquals(List.of(), texts(sql, texts));
    }

    /// Letters of several scripts, marks, endings and every sign thrown together.
    private static List<String> awkward(Random random) {
        List<String> parts = new ArrayList<>(List.of(
                "run",
                "ning",
                "ies",
                "ed",
                "ly",
                "S",
                "C",
                "#",
                "+",
                "++",
                ".",
                "-",
                "/",
                ".",
                "-",
                "/",
                "’",
                "s",
                " ",
                " ",
                " ",
                " ",
                "\u00A0",
                "\u200B",
                "é",
                "E\u0301",
                "ß",
                "İ",
                "ı",
                "Σ",
                "ς",
                "Ø",
                "ﬃ",
                "½",
                "चा",
                "लक",
                "़",
                "।",
                "क्ष",
                "😀",
                "漢",
                "ж",
                "Ё",
                "Å",
                "0",
                "18,000",
                "₹",
                "\t",
                "\n",
                "y",
                "Y",
                "sk",
                "gener",
                "ous",
                "（",
                "⑴",
                "\uFDD0",
                "\uFFFD",
                "x".repeat(120),
                "😀".repeat(60)));
        IntStream.range(1, 128)
                .filter(c -> !Character.isLetterOrDigit(c))
                .mapToObj(Character::toString)
                .forEach(parts::add);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 8_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(14); n >= 0; n--) text.append(parts.get(random.nextInt(parts.size())));
            texts.add(text.toString());
        }
        texts.add("long".repeat(200) + " words");
        return texts;
    }

    private static Map<String, String> differences(List<String> texts) throws Exception {
        List<List<String>> wanted = LuceneWords.of(texts);
        List<List<String>> found = postgres(texts);
        Map<String, String> differences = new LinkedHashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            if (!wanted.get(i).equals(found.get(i)))
                differences.put(texts.get(i), found.get(i) + ", not " + wanted.get(i));
        }
        return differences;
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
