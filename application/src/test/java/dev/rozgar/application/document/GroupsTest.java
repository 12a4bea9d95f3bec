package dev.rozgar.application.document;

import static dev.rozgar.application.document.Declare.keyword;
import static dev.rozgar.application.document.Declare.whole;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GroupsTest {
    private static final DocumentSchema THING = DocumentSchema.of(
            "thing",
            "listed",
            Optional.empty(),
            whole("id").required().filter().sort(),
            keyword("colour").filter());
    private static final Filter.OneOf RED = one("red");
    private static final Filter.OneOf BLUE = one("blue");

    @Test
    void areBoundedAndNestNoFurther() {
        Filter groups = new Filter.Groups(List.of(List.of(RED, new Filter.Not(BLUE))));
        Filter words = Filter.Words.of(new Wording(Wording.Form.ALL, List.of("a"), 100));

        for (List<List<Filter>> wrong : List.<List<List<Filter>>>of(
                List.of(),
                List.of(List.of()),
                List.of(List.of(groups)),
                List.of(List.of(new Filter.Not(groups))),
                List.of(List.of(words)),
                Collections.nCopies(9, List.of(RED)),
                List.of(Collections.nCopies(17, RED))))
            assertThrows(IllegalArgumentException.class, () -> new Filter.Groups(wrong));
    }

    @Test
    void aCursorIsBoundToThemInWhateverOrder() {
        Cursor cursor = new Cursor(List.of(Optional.of(new Value.Whole(7))));
        String token = cursor.token(query(new Filter.Groups(List.of(List.of(RED, BLUE), List.of(BLUE)))));

        assertEquals(
                Optional.of(cursor),
                Cursor.parse(token, query(new Filter.Groups(List.of(List.of(BLUE), List.of(BLUE, RED))))));
        for (Filter other : List.of(
                new Filter.Groups(List.of(List.of(RED), List.of(BLUE), List.of(BLUE))),
                new Filter.Groups(List.of(List.of(RED, BLUE, BLUE))),
                new Filter.Not(new Filter.Groups(List.of(List.of(RED, BLUE), List.of(BLUE))))))
            assertEquals(Optional.empty(), Cursor.parse(token, query(other)));
    }

    private static DocumentQuery query(Filter filter) {
        return DocumentQuery.of(THING, List.of(), Instant.EPOCH).where(filter);
    }

    private static Filter.OneOf one(String colour) {
        return new Filter.OneOf(THING.require("colour"), List.of(new Value.Word(colour)));
    }
}
