package dev.rozgar.adapters.postgres.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.document.Sought;
import dev.rozgar.application.document.Weight;
import dev.rozgar.application.document.Wording;
import dev.rozgar.application.document.Wording.Form;
import dev.rozgar.application.listing.JobFields;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HighlightTest {
    private static final TestDatabase DATABASE = TestDatabase.open();
    private static final Pattern MARKED = Pattern.compile("<em>(.*?)</em>", Pattern.DOTALL);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Delivery rider             | deliveri | <em>Delivery</em> rider",
                "DELIVERIES, deliver!       | deliveri | <em>DELIVERIES</em>, deliver!",
                "C# (and C++) <b>x</b>      | c#,c++   | <em>C#</em> (and <em>C++</em>) &lt;b&gt;x&lt;/b&gt;",
                "- .NET & ASP.NET.          | .net     | - <em>.NET</em> &amp; ASP.NET.",
                "...NET (./x) -./.NET.      | .net     | ..<em>.NET</em> (./x) -./<em>.NET</em>.",
                "Café \"Ünïted\" café's       | cafe     | <em>Café</em> &quot;Ünïted&quot; <em>café</em>&#39;s",
                "डिलीवरी राइडर।               | राइडर    | डिलीवरी <em>राइडर</em>।",
                "ride -- ride/ #ride        | ride     | <em>ride</em> -- <em>ride</em>/ #<em>ride</em>"
            })
    void marksWordsHoweverTheyAreWritten(String text, String terms, String html) throws SQLException {
        assertEquals(html, highlight(text, "{" + terms + "}", "{}", "[]", true));
    }

    @Test
    void marksBeginningsAndWholePhrasesAlone() throws SQLException {
        assertEquals("<em>Riding</em> a <em>ride</em>", highlight("Riding a ride", "{}", "{rid}", "[]", true));
        assertEquals(
                "Home office, <em>home</em>-(<em>delivery</em>)",
                highlight("Home office, home-(delivery)", "{}", "{}", "[[\"home\",\"deliveri\"]]", true));
    }

    @Test
    void sayNothingWhereNothingStands() throws SQLException {
        assertEquals(null, highlight("Delivery rider", "{cook}", "{}", "[]", true));
        assertEquals(null, highlight("", "{cook}", "{x}", "[]", false));
    }

    @Test
    void aWordThatIsManyMarksItselfAndItsNeighboursStandWhereTheyAre() throws SQLException {
        String giant = "x".repeat(600);
        assertEquals(giant + " <em>cook</em>", highlight(giant + " cook", "{cook}", "{}", "[]", true));
    }

    @Test
    void runningTextGivesTwoFragmentsOfBoundedLength() throws SQLException {
        String far = "lorem ipsum dolor ".repeat(40);
        String html = highlight(
                far + "a <rider>\n\n rides " + far + "cook " + far + "rider", "{rider,cook}", "{}", "[]", false);

        assertTrue(html.startsWith("… ") && html.endsWith(" …"), html);
        assertTrue(html.contains("a &lt;<em>rider</em>&gt; rides lorem"), html);
        assertTrue(html.contains("<em>cook</em>"), html);
        for (String fragment : html.split("…"))
            assertTrue(plain(fragment).strip().length() <= 160, fragment);
        assertEquals(2, MARKED.matcher(html).results().count(), html);
    }

    @Test
    void aShortRunningTextIsWhole() throws SQLException {
        assertEquals("We <em>cook</em>.", highlight("We cook.", "{cook}", "{}", "[]", false));
    }

    @Test
    void ofALongTextTheBeginningIsLookedAt() throws SQLException {
        String long100 = "word ".repeat(20_000);
        assertEquals(null, highlight(long100 + "cook", "{cook}", "{}", "[]", false));
        long took = Long.MAX_VALUE;
        for (int turn = 0; took >= 2_000_000_000L && turn < 5; turn++) {
            long begun = System.nanoTime();
            assertTrue(highlight("cook " + long100, "{cook}", "{}", "[]", false).startsWith("<em>cook</em> word"));
            took = System.nanoTime() - begun;
        }
        assertTrue(took < 2_000_000_000L, took + " ns");
    }

    /// What is left of the marks is the text, and what is in them are words that were sought.
    @Test
    void randomTextsAreMarkedAsTheyAreSearched() throws SQLException {
        Random random = new Random(7);
        String[] pieces = {
            "ride", "Rider", "C#", " ", " ", "\n", "-", ".", "/", "&", "<", "é", "ǅ", "😀", "'", "…", "+", "x"
        };
        for (int i = 0; i < 200; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(30); n >= 0; n--) text.append(pieces[random.nextInt(pieces.length)]);
            String html = highlight(text.toString(), "{ride,rider,c#,x,e}", "{}", "[]", true);
            boolean stands =
                    words(text.toString()).stream().anyMatch(List.of("ride", "rider", "c#", "x", "e")::contains);
            assertEquals(stands, html != null, text::toString);
            if (html == null) continue;
            assertEquals(text.toString(), plain(html));
            Matcher marked = MARKED.matcher(html);
            while (marked.find())
                assertTrue(
                        List.of("ride", "rider", "c#", "x", "e").containsAll(words(plain(marked.group(1)))),
                        () -> marked.group(1) + " in " + text);
        }
    }

    @Test
    void everySearchedTextOfTheDeclarationCanBeAsked() throws SQLException {
        Sought sought = new Sought(
                List.of(
                        Wording.word("ride'r\\"),
                        new Wording(Form.PREFIX, List.of("co\"o"), 100),
                        new Wording(Form.PHRASE, List.of("a\"", "b\\"), 100)),
                List.of(Weight.values()));
        SqlText sql = HighlightSql.of(JobFields.JOB, sought, List.of(1L, 2L));
        try (Connection connection = DATABASE.connect();
                PreparedStatement statement = connection.prepareStatement(sql.text())) {
            for (int i = 0; i < sql.values().size(); i++)
                statement.setString(i + 1, sql.values().get(i));
            try (ResultSet rows = statement.executeQuery()) {
                assertFalse(rows.next());
            }
        }
    }

    private static String plain(String html) {
        return html.replaceAll("</?em>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static List<String> words(String text) throws SQLException {
        return DATABASE.use(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("select search_words(?)")) {
                statement.setString(1, text);
                try (ResultSet rows = statement.executeQuery()) {
                    rows.next();
                    return List.of((String[]) rows.getArray(1).getArray());
                }
            }
        });
    }

    private static String highlight(String text, String terms, String prefixes, String phrases, boolean whole)
            throws SQLException {
        return DATABASE.use(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "select highlight(?, cast(? as text[]), cast(? as text[]), cast(? as jsonb), ?, ?)")) {
                statement.setString(1, text);
                statement.setString(2, terms);
                statement.setString(3, prefixes);
                statement.setString(4, phrases);
                statement.setString(5, HighlightSql.PARTS);
                statement.setBoolean(6, whole);
                try (ResultSet rows = statement.executeQuery()) {
                    rows.next();
                    return rows.getString(1);
                }
            }
        });
    }
}
