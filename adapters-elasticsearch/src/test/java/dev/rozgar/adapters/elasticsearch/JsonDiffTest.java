package dev.rozgar.adapters.elasticsearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.checking.FieldDifference;
import dev.rozgar.application.document.Document;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonDiffTest {
    @Test
    void namesThePathsThatDiffer() {
        assertEquals(
                List.of(
                        new FieldDifference("title", "\"cook\"", "\"chef\""),
                        new FieldDifference("pay.min", "18000.50", "18000"),
                        new FieldDifference("skills[1].label", "\"b\"", ""),
                        new FieldDifference("skills[1].weight", "", "1"),
                        new FieldDifference("shifts[0]", "", "{}"),
                        new FieldDifference("old", "", "null")),
                between(
                        "{'title':'cook','pay':{'min':18000.50},'skills':[1,{'label':'b'}],'shifts':[],'same':[true]}",
                        "{'title':'chef','pay':{'min':18000},'skills':[1,{'weight':1}],'shifts':[{}],'same':[true],"
                                + "'old':null}"));
    }

    @Test
    void findsNothingBetweenTwoWaysToWriteTheSame() {
        assertEquals(List.of(), between("{'a':1,'b':2}", "{ 'b':2, 'a':1}"));
    }

    @Test
    void cutsLongValuesShort() {
        String copy =
                between("{'a':1}", "{'a':'" + "x".repeat(500) + "'}").getFirst().copy();

        assertEquals(81, copy.length());
    }

    @Test
    void stopsWhereItTellsAPersonNothingAnyMore() {
        assertEquals(
                50,
                between("[" + "1,".repeat(99) + "1]", "[" + "2,".repeat(99) + "2]")
                        .size());
    }

    @Test
    void namesTheWholeWhereOneIsNoJson() {
        List<FieldDifference> found = between("{'a':1}", "{'a'");

        assertEquals("", found.getFirst().path());
        assertTrue(found.getFirst().copy().startsWith("{"));
    }

    private static List<FieldDifference> between(String truth, String copy) {
        return JsonDiff.between(document(truth), document(copy));
    }

    private static Document document(String json) {
        return Document.of(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
