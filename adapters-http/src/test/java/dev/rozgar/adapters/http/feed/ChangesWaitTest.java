package dev.rozgar.adapters.http.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rozgar.adapters.http.Board;
import dev.rozgar.adapters.http.Board.Reply;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who waits for changes is kept waiting no longer, and no shorter, than there is nothing.
class ChangesWaitTest extends OnAFedBoard {
    @Test
    void whatIsThereIsNotWaitedFor() {
        assertEquals(List.of(1L, 2L), ids(page("?since=PT1H&wait=60")));
    }

    @Test
    void whoWaitsIsAnsweredWhenSomethingComes() throws Exception {
        String end = end();
        var waiting = later("?wait=60&cursor=" + end);
        awaitWaiting(1);

        put(3, "Goa");

        assertEquals(List.of(3L), ids(waiting.get()));
        awaitWaiting(0);
    }

    @Test
    void whatDoesNotMatchEndsNoWait() throws Exception {
        String end = end();
        var waiting = later("?wait=60&locations.region=Goa&cursor=" + end);
        awaitWaiting(1);
        int before = board.feed.pages;
        put(3, "Kerala");
        while (board.feed.pages == before) Thread.onSpinWait();
        assertEquals(1, waiting());

        put(4, "Goa");

        assertEquals(List.of(4L), ids(waiting.get()));
    }

    @Test
    void aWaitInVainEndsWithTheSameCursor() {
        String end = end();

        JsonObject page = page("?wait=1&cursor=" + end);

        assertEquals(List.of(), ids(page));
        assertEquals(end, page.getString("next"));
        assertEquals(false, more(page));
    }

    @Test
    void oneLookServesAllWhoWait() throws Exception {
        String end = end();
        int before = board.feed.pages;
        var all = List.of(
                later("?wait=60&cursor=" + end), later("?wait=60&cursor=" + end), later("?wait=60&cursor=" + end));
        // Each reads once when it comes, and once more as it begins to wait.
        while (board.feed.pages < before + 6) Thread.onSpinWait();
        int pages = board.feed.pages;
        int looks = board.feed.looks;
        while (board.feed.looks < looks + 5) Thread.onSpinWait();
        assertEquals(pages, board.feed.pages, "nobody reads while nothing comes");

        put(3, "Goa");

        for (var one : all) assertEquals(List.of(3L), ids(one.get()));
    }

    @Test
    void onlySoManyAreKeptWaiting() throws Exception {
        String end = end();
        for (int i = 0; i < Board.MOST_WAITING; i++) others.submit(() -> board.get(CHANGES + "?wait=60&cursor=" + end));
        awaitWaiting(Board.MOST_WAITING);

        Reply reply = board.get(CHANGES + "?wait=60&cursor=" + end);

        assertEquals(503, reply.status());
        assertEquals("2", reply.header("retry-after"));
        assertEquals(
                503,
                board.send(board.request(CHANGES).header("Accept", "text/event-stream"))
                        .status());
        assertEquals(200, board.get(CHANGES + "?cursor=" + end).status(), "who does not wait is served");
        put(3, "Goa");
    }

    @Test
    void whoWaitsIsAnsweredWhenTheServerCloses() throws Exception {
        var waiting = later("?wait=60&cursor=" + end());
        awaitWaiting(1);

        board.http.close();

        assertEquals(List.of(), ids(waiting.get()));
    }
}
