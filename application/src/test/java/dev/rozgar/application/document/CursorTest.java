package dev.rozgar.application.document;

import static dev.rozgar.application.document.Declare.decimal;
import static dev.rozgar.application.document.Declare.keyword;
import static dev.rozgar.application.document.Declare.whole;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CursorTest {
    private static final DocumentSchema THING = DocumentSchema.of(
            "thing",
            "listed",
            Optional.empty(),
            whole("id").required().filter().sort(),
            decimal("pay").sort(),
            keyword("colour").filter().facet());
    private static final DocumentSchema GROUPS = DocumentSchema.of(
            "group",
            "listed",
            Optional.empty(),
            whole("id").required().filter().sort(),
            whole("group").required().filter());
    private static final DocumentField GROUP = GROUPS.require("group");
    private static final DocumentQuery GROUPED = DocumentQuery.of(GROUPS, List.of(), Instant.EPOCH);
    private static final DocumentQuery BY_PAY =
            DocumentQuery.of(THING, List.of(new Sort.ByField(THING.require("pay"), true)), Instant.EPOCH);

    @Test
    void comesBackFromItsToken() {
        Cursor cursor = at(new Value.Decimal(new BigDecimal("12.5")), 7);

        assertEquals(Optional.of(cursor), Cursor.parse(cursor.token(BY_PAY), BY_PAY));
    }

    @Test
    void itsDirectionIsPartOfIt() {
        Cursor cursor = at(new Value.Decimal(new BigDecimal("12.5")), 7);
        DocumentQuery apart = GROUPED.shaped(PageShape.WHOLE.onePer(GROUP));
        Cursor number = Cursor.behind(40).before();

        assertEquals(Optional.of(cursor.before()), Cursor.parse(cursor.before().token(BY_PAY), BY_PAY));
        assertEquals(Optional.of(number), Cursor.parse(number.token(apart), apart));
    }

    @Test
    void whoGoesBackThroughAListOfOneEachStopsAtItsBeginning() {
        DocumentQuery apart = GROUPED.shaped(PageShape.WHOLE.onePer(GROUP)).limit(10);
        DocumentQuery first = apart.after(Cursor.behind(7).before());
        DocumentQuery second = apart.after(Cursor.behind(17).before());

        assertEquals(List.of(0, 7), List.of(first.skipped(), first.room()));
        assertEquals(List.of(7, 10), List.of(second.skipped(), second.room()));
        assertTrue(apart.reaches(Cursor.behind(PageShape.MOST_APART - 1).before()));
        assertFalse(apart.reaches(Cursor.behind(PageShape.MOST_APART).before()));
    }

    @Test
    void keepsThePlaceBehindADocumentWithoutAValue() {
        Cursor cursor = new Cursor(List.of(Optional.empty(), Optional.of(new Value.Whole(7))));

        assertEquals(Optional.of(cursor), Cursor.parse(cursor.token(BY_PAY), BY_PAY));
    }

    @Test
    void servesAnotherLimitAndCountOfTheSameQuery() {
        Cursor cursor = at(new Value.Decimal(BigDecimal.ONE), 7);

        assertTrue(Cursor.parse(cursor.token(BY_PAY), BY_PAY.limit(3).count(Count.NONE))
                .isPresent());
    }

    @Test
    void ofAListOfOneEachItIsANumberAndServesNoOther() {
        DocumentQuery apart = GROUPED.shaped(PageShape.WHOLE.onePer(GROUP));
        String token = Cursor.behind(40).token(apart);

        assertEquals(Optional.of(Cursor.behind(40)), Cursor.parse(token, apart));
        assertEquals(Optional.empty(), Cursor.parse(token, GROUPED));
        assertEquals(
                Optional.empty(),
                Cursor.parse(new Cursor(List.of(Optional.of(new Value.Whole(7)))).token(GROUPED), apart));
    }

    @Test
    void aListOfOneEachGoesSoFar() {
        DocumentQuery apart = GROUPED.shaped(PageShape.WHOLE.onePer(GROUP)).limit(10);

        assertTrue(apart.reaches(Cursor.behind(PageShape.MOST_APART - 11)));
        assertFalse(apart.reaches(Cursor.behind(PageShape.MOST_APART - 10)));
        assertThrows(IllegalArgumentException.class, () -> apart.after(Cursor.behind(PageShape.MOST_APART - 10)));
    }

    @Test
    void servesTheSameQueryWithOtherMembers() {
        Cursor cursor = at(new Value.Decimal(BigDecimal.ONE), 7);
        DocumentQuery sparse = BY_PAY.shaped(PageShape.WHOLE.only(Selection.of(THING, Set.of("pay"))));

        assertEquals(Optional.of(cursor), Cursor.parse(cursor.token(sparse), BY_PAY));
    }

    @Test
    void servesTheSameQueryWithOtherFacets() {
        Cursor cursor = at(new Value.Decimal(BigDecimal.ONE), 7);
        DocumentQuery counting = BY_PAY.counting(List.of(new FacetWish(THING.require("colour"), 5, Optional.empty())));

        assertEquals(Optional.of(cursor), Cursor.parse(cursor.token(counting), BY_PAY));
        assertEquals(Optional.of(cursor), Cursor.parse(cursor.token(BY_PAY), counting));
    }

    @Test
    void isRefusedByOtherFilters() {
        String token = at(new Value.Decimal(BigDecimal.ONE), 7).token(BY_PAY);
        DocumentQuery red = BY_PAY.where(new Filter.OneOf(THING.require("colour"), List.of(new Value.Word("red"))));

        assertTrue(Cursor.parse(token, red).isEmpty());
    }

    @Test
    void isRefusedByTheOppositeOrder() {
        String token = at(new Value.Decimal(BigDecimal.ONE), 7).token(BY_PAY);
        DocumentQuery rising =
                DocumentQuery.of(THING, List.of(new Sort.ByField(THING.require("pay"), false)), Instant.EPOCH);

        assertTrue(Cursor.parse(token, rising).isEmpty());
    }

    @Test
    void refusesEveryTokenWithOneBitChangedOrAByteMissing() {
        byte[] token = Base64.getUrlDecoder()
                .decode(at(new Value.Decimal(BigDecimal.TEN), 7).token(BY_PAY));
        for (int length = 0; length < token.length; length++) {
            byte[] cut = Arrays.copyOf(token, length);
            assertTrue(Cursor.parse(text(cut), BY_PAY).isEmpty(), "cut to " + length + " bytes");
        }
        // The digest of the query comes first: any change there makes it a token of another query.
        for (int bit = 0; bit < 18 * 8; bit++) {
            byte[] changed = token.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            assertTrue(Cursor.parse(text(changed), BY_PAY).isEmpty(), "bit " + bit);
        }
    }

    @Test
    void refusesWhatIsNoTokenAtAll() {
        assertTrue(Cursor.parse("%%%", BY_PAY).isEmpty());
        assertTrue(Cursor.parse("", BY_PAY).isEmpty());
        assertTrue(Cursor.parse("A".repeat(100_000), BY_PAY).isEmpty());
    }

    private static Cursor at(Value pay, long id) {
        return new Cursor(List.of(Optional.of(pay), Optional.of(new Value.Whole(id))));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
