package dev.rozgar.application.document;

import static dev.rozgar.application.document.Declare.groupWhen;
import static dev.rozgar.application.document.Declare.keyword;
import static dev.rozgar.application.document.Declare.many;
import static dev.rozgar.application.document.Declare.maybeOne;
import static dev.rozgar.application.document.Declare.one;
import static dev.rozgar.application.document.Declare.point;
import static dev.rozgar.application.document.Declare.whole;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rozgar.application.document.Sources.Key;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SourcesTest {
    private static final DocumentSchema SHIP = DocumentSchema.of(
            "ship",
            "afloat",
            Optional.empty(),
            keyword("name"),
            groupWhen("armed", "guns", whole("number").from("guns")),
            one(
                    "owner",
                    "owner_id",
                    "person",
                    whole("id"),
                    keyword("name"),
                    maybeOne("home", "home_code", "port", "code", keyword("label")),
                    many("flags", "flag", "person_id", keyword("colour"))),
            many("decks", "deck", "ship_id", point("place", "lat", "lon"), many("cabins", "cabin", "deck_id")));

    private final Sources sources = Sources.of(SHIP);

    @Test
    void knowTheColumnsOfTheDocumentsOwnRow() {
        assertEquals(Set.of("id", "name", "armed", "guns", "owner_id", "afloat"), Set.copyOf(sources.root()));
    }

    @Test
    void knowWhatIsShownOfOtherRowsAndWhatLeadsOn() {
        assertEquals(Set.of("id", "name", "home_code"), columns("person"));
        assertEquals(Set.of("code", "label"), columns("port"));
        assertEquals(Set.of("ship_id", "position", "lat", "lon"), columns("deck"));
        assertEquals(Set.of("deck_id", "position"), columns("cabin"));
    }

    @Test
    void tellRowsThatManyMayShowFromPartsOfOneDocument() {
        assertEquals(
                Map.of("person", new Key("id", Kind.WHOLE), "port", new Key("code", Kind.KEYWORD)), sources.shared());
        assertEquals(2, way("cabin").lists().size());
        assertEquals(List.of(), way("cabin").shared());
    }

    @Test
    void leadBackToTheDocumentFromRowToRow() {
        assertEquals(
                List.of("person", "port"),
                way("port").shared().stream().map(Source.Step::table).toList());
        assertEquals("person", way("flag").shared().getLast().table());
        assertEquals("flag", way("flag").lists().getLast().table());
    }

    @Test
    void keepBothWaysToATable() {
        Sources both = Sources.of(SHIP.with(one("captain", "captain_id", "person", keyword("rank"))));

        assertEquals(2, both.waysTo("person").size());
    }

    @Test
    void refuseATableThatIsReachedByTwoKeys() {
        DocumentSchema two = SHIP.with(maybeOne("captain", "captain_name", "person", "name", keyword("rank")));

        assertThrows(IllegalArgumentException.class, () -> Sources.of(two));
    }

    @Test
    void parseTheRowsThatManyDocumentsShow() {
        assertEquals(Optional.of(new SharedRow("person", new Value.Whole(7))), SharedRow.parse(SHIP, "person", "7"));
        assertEquals(Optional.empty(), SharedRow.parse(SHIP, "person", "seven"));
        assertEquals(Optional.empty(), SharedRow.parse(SHIP, "deck", "7"));
    }

    private Set<String> columns(String table) {
        return Set.copyOf(source(table).columns());
    }

    private Source.Way way(String table) {
        return source(table).ways().getFirst();
    }

    private Source source(String table) {
        return sources.others().stream()
                .filter(source -> source.table().equals(table))
                .findFirst()
                .orElseThrow();
    }
}
