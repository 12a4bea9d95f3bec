package dev.rozgar.application.document;

import static dev.rozgar.application.document.Declare.group;
import static dev.rozgar.application.document.Declare.keyword;
import static dev.rozgar.application.document.Declare.text;
import static dev.rozgar.application.document.Declare.whole;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.application.document.Evolution.Kind;
import dev.rozgar.application.listing.JobFields;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvolutionTest {
    private static final DocumentSchema OLD =
            thing(whole("id").filter(), text("name").search(Weight.B), keyword("colour"));

    @Test
    void ofTheSameDeclarationIsNothing() {
        Evolution same = between(OLD, thing(whole("id").filter(), text("name").search(Weight.B), keyword("colour")));

        assertEquals(Kind.SAME, same.kind());
        assertEquals("nothing", same.text());
    }

    @Test
    void isAdditiveWhereThereAreMoreFields() {
        Evolution more = between(OLD, OLD.with(group("size", whole("width").filter(), whole("height"))));

        assertEquals(Kind.ADDITIVE, more.kind());
        assertEquals(List.of("size.width", "size.height"), more.added());
        assertEquals("new: size.width, size.height", more.text());
    }

    @Test
    void isNoHarmToWhoeverKnowsFewerFields() {
        assertEquals(Kind.WIDER, between(OLD.with(whole("width")), OLD).kind());
    }

    @Test
    void breaksWhereAFieldIsOfAnotherKind() {
        Evolution other = between(OLD, thing(whole("id").filter(), keyword("name"), keyword("colour")));

        assertEquals(Kind.BREAKING, other.kind());
        assertEquals("changed: name", other.text());
    }

    @Test
    void breaksWhereAFieldHasAnotherUseOrSource() {
        assertEquals(
                List.of("name", "colour"),
                between(
                                OLD,
                                thing(
                                        whole("id").filter(),
                                        text("name").search(Weight.B).filter(),
                                        keyword("colour").from("paint")))
                        .changed());
    }

    @Test
    void breaksWhereOneFieldTakesThePlaceOfAnother() {
        Evolution renamed =
                between(OLD, thing(whole("id").filter(), text("name").search(Weight.B), keyword("paint")));

        assertEquals(Kind.BREAKING, renamed.kind());
        assertEquals("new: paint; gone: colour", renamed.text());
    }

    @Test
    void breaksWhereNothingIsKnownOfTheOther() {
        assertEquals(Kind.BREAKING, Evolution.unknown().kind());
    }

    @Test
    void aDeclarationIsReadAsItWasWritten() {
        Declaration declared = JobFields.JOB.declaration();

        assertEquals(declared, Declaration.parse(declared.text()));
        assertEquals(JobFields.JOB.fingerprint(), declared.fingerprint());
    }

    private static Evolution between(DocumentSchema theirs, DocumentSchema ours) {
        return Evolution.between(theirs.declaration(), ours.declaration());
    }

    private static DocumentSchema thing(Object... members) {
        return DocumentSchema.of("thing", "listed", Optional.empty(), members);
    }
}
