package dev.rozgar.engines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The standard names do on the bare server what they do on a full distribution.
class AnalysisPluginTest {
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]*)\"");

    private final Rest rest = new Rest(TestEngines.elasticsearch().uri());

    @Test
    void whitespaceSplitsAtSpacesOnly() throws IOException, InterruptedException {
        assertEquals(List.of("C#", ".net", "ci/cd"), tokens("\"tokenizer\":\"whitespace\"", "C#  .net ci/cd"));
    }

    @Test
    void whitespaceCutsWordsThatAreTooLong() throws IOException, InterruptedException {
        assertEquals(
                List.of("abcde", "fg"),
                tokens("\"tokenizer\":{\"type\":\"whitespace\",\"max_token_length\":5}", "abcdefg"));
    }

    @Test
    void asciifoldingTakesAccentsAway() throws IOException, InterruptedException {
        assertEquals(List.of("cafe", "Strasse"), tokens(words("\"asciifolding\""), "café Straße"));
    }

    @Test
    void asciifoldingKeepsTheOriginalOnDemand() throws IOException, InterruptedException {
        assertEquals(
                List.of("cafe", "café"),
                tokens(words("{\"type\":\"asciifolding\",\"preserve_original\":true}"), "café"));
    }

    @Test
    void snowballStemsEnglishByDefault() throws IOException, InterruptedException {
        assertEquals(List.of("run", "compani", "driver"), tokens(words("\"snowball\""), "running companies drivers"));
    }

    @Test
    void snowballStemsTheLanguageThatIsSet() throws IOException, InterruptedException {
        assertEquals(List.of("Arbeit"), tokens(words("{\"type\":\"snowball\",\"language\":\"German\"}"), "Arbeiten"));
    }

    @Test
    void snowballRefusesALanguageItDoesNotKnow() throws IOException, InterruptedException {
        var settings = """
                {"settings":{"analysis":{"filter":{"s":{"type":"snowball","language":"Klingon"}},
                 "analyzer":{"a":{"tokenizer":"whitespace","filter":["s"]}}}}}""";
        var answer = rest.answer("PUT", "/" + TestEngines.freshIndexPrefix() + "x", settings);
        assertEquals(500, answer.statusCode());
        assertTrue(answer.body().contains("Klingon"), answer.body());
    }

    @Test
    void patternReplaceChangesTheTextBeforeItIsSplit() throws IOException, InterruptedException {
        var filter = "\"tokenizer\":\"whitespace\",\"char_filter\":"
                + "[{\"type\":\"pattern_replace\",\"pattern\":\"(\\\\w)[/-]\",\"replacement\":\"$1 \"}]";
        assertEquals(List.of("ci", "cd", "c", "kort"), tokens(filter, "ci/cd c-kort"));
    }

    @Test
    void patternSplitsWhereItMatches() throws IOException, InterruptedException {
        assertEquals(List.of("a b", "c"), tokens("\"tokenizer\":{\"type\":\"pattern\",\"pattern\":\",\"}", "a b,c"));
    }

    @Test
    void patternKeepsAGroupOnDemand() throws IOException, InterruptedException {
        assertEquals(
                List.of("b"), tokens("\"tokenizer\":{\"type\":\"pattern\",\"pattern\":\"(.),\",\"group\":1}", "a b,c"));
    }

    @Test
    void simplePatternKeepsTheLongestThatMatches() throws IOException, InterruptedException {
        var tokenizer = "\"tokenizer\":{\"type\":\"simple_pattern\",\"pattern\":\"[a-z](\\\\-*[a-z])*\"}";
        assertEquals(List.of("a--b", "c", "d"), tokens(tokenizer, "-a--b-- c,d-"));
    }

    @Test
    void simplePatternRefusesWhatIsNotDecidedAtEachCharacter() throws IOException, InterruptedException {
        var tokenizer = "{\"tokenizer\":{\"type\":\"simple_pattern\",\"pattern\":\"[a-z-]*[a-z]\"},\"text\":\"a\"}";
        var answer = rest.answer("POST", "/_analyze", tokenizer);
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("deterministic"), answer.body());
    }

    @Test
    void truncateCutsWords() throws IOException, InterruptedException {
        assertEquals(List.of("run", "at"), tokens(words("{\"type\":\"truncate\",\"length\":3}"), "running at"));
    }

    /// As index settings ask for them: named, in a chain, and used by a field.
    @Test
    void anIndexUsesThemTogether() throws IOException, InterruptedException {
        var index = "/" + TestEngines.freshIndexPrefix() + "jobs";
        var settings = """
                {"settings":{"number_of_replicas":0,"analysis":{
                   "char_filter":{"slash":{"type":"pattern_replace","pattern":"/","replacement":" "}},
                   "filter":{"stem":{"type":"snowball","language":"English"}},
                   "analyzer":{"text":{"tokenizer":"whitespace","char_filter":["slash"],
                     "filter":["lowercase","asciifolding","stem"]}}}},
                 "mappings":{"properties":{"title":{"type":"text","analyzer":"text"}}}}""";
        assertEquals(200, rest.send("PUT", index, settings));
        assertEquals(201, rest.send("PUT", index + "/_doc/1?refresh=true", "{\"title\":\"Café/Drivers\"}"));
        var hits = rest.answer("POST", index + "/_search", "{\"query\":{\"match\":{\"title\":\"cafes driving\"}}}");
        assertTrue(hits.body().contains("\"value\":1"), hits.body());
    }

    private static String words(String filter) {
        return "\"tokenizer\":\"whitespace\",\"filter\":[" + filter + "]";
    }

    private List<String> tokens(String analysis, String text) throws IOException, InterruptedException {
        var answer = rest.answer("POST", "/_analyze", "{" + analysis + ",\"text\":\"" + text + "\"}");
        assertEquals(200, answer.statusCode(), answer::body);
        return TOKEN.matcher(answer.body()).results().map(m -> m.group(1)).toList();
    }
}
