package dev.rozgar.application.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedCursorTest {
    @Test
    void aTokenReadsBackAsItsCursor() {
        for (FeedCursor cursor : List.of(
                new FeedCursor(1, 0, 0),
                new FeedCursor(3, 781_234, 99, 17),
                new FeedCursor(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE)))
            assertEquals(Optional.of(cursor), FeedCursor.parse(cursor.token()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "c",
                "c-1-2-3",
                "c-1-2-3-4-5",
                "d-1-2-3-4",
                "c-1-2-3--4",
                "c-1-2-3-",
                "c-01-2-3-4",
                "c-1-2-3-A",
                "c-+1-2-3-4",
                "c-1-2-3-4 ",
                "c-1-2-3-zzzzzzzzzzzzzzz",
                "c-1-2-3-é"
            })
    void anythingElseIsNone(String token) {
        assertEquals(Optional.empty(), FeedCursor.parse(token));
    }

    @Test
    void theMidstOfAChangeComesBeforeItsEnd() {
        List<FeedCursor> inOrder = List.of(
                new FeedCursor(1, 5, 1),
                new FeedCursor(1, 5, 2, 3),
                new FeedCursor(1, 5, 2, 30),
                new FeedCursor(1, 5, 2),
                new FeedCursor(1, 6, 1),
                new FeedCursor(2, 1, 1));

        for (int i = 1; i < inOrder.size(); i++)
            assertTrue(
                    inOrder.get(i - 1).compareTo(inOrder.get(i)) < 0,
                    inOrder.get(i).toString());
        assertEquals(inOrder, inOrder.reversed().stream().sorted().toList());
    }
}
