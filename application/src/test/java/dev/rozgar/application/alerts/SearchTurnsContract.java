package dev.rozgar.application.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.alerts.Alerts.Found;
import dev.rozgar.application.alerts.Deliveries.Delivery;
import dev.rozgar.application.alerts.SearchTurns.Match;
import dev.rozgar.application.alerts.SearchTurns.Turn;
import dev.rozgar.application.feed.FeedCursor;
import dev.rozgar.domain.alerts.DeliveryState;
import dev.rozgar.domain.alerts.EventType;
import dev.rozgar.domain.alerts.Keeper;
import dev.rozgar.domain.alerts.SavedSearch;
import dev.rozgar.domain.alerts.Webhook;
import dev.rozgar.domain.job.JobId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Who looks through the feed for saved searches, and what comes of it. An implementation's test says only how to open
/// its store.
public abstract class SearchTurnsContract extends OpenAlerts {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final FeedCursor NEXT = new FeedCursor(1, 745, 12, 7);
    private static final FeedCursor AFTER = new FeedCursor(1, 746, 1);

    @Test
    void beginsWithoutACursor() {
        assertEquals(Optional.empty(), claim(NOW).from());
    }

    @Test
    void givesOneTurnAtATime() {
        claim(NOW);

        assertEquals(Optional.empty(), store().turns().claim(LEASE, NOW.plusSeconds(59)));
    }

    @Test
    void givesATurnAgainWhoseLeaseIsOver() {
        Turn lost = claim(NOW);

        Turn again = claim(NOW.plusSeconds(60));

        assertEquals(lost.from(), again.from());
    }

    @Test
    void goesOnWhereATurnHasEnded() {
        assertTrue(settle(claim(NOW), NEXT));

        assertEquals(Optional.of(NEXT), claim(NOW).from());
    }

    @Test
    void letsATurnEndThatNobodyElseHasTaken() {
        Turn slow = claim(NOW);

        assertTrue(store().turns().settle(slow, NEXT, List.of(), LATER));
    }

    @Test
    void writesNothingForWhoeverHasLostItsTurn() {
        var search = search(candidate());
        Turn lost = claim(NOW);
        Turn won = claim(LATER);

        assertFalse(settle(lost, NEXT, found(search, 1)));

        assertEquals(List.of(), jobs(search));
        assertTrue(settle(won, AFTER, found(search, 2)));
        assertEquals(List.of(2L), jobs(search));
    }

    @Test
    void countsOneOfTwoWhoEndTheSameTurn() {
        var search = search(candidate());
        Turn turn = claim(NOW);
        settle(turn, NEXT);

        assertFalse(settle(turn, AFTER, found(search, 1)));

        assertEquals(List.of(), jobs(search));
        assertEquals(Optional.of(NEXT), claim(NOW).from());
    }

    @Test
    void tellsWhatASearchHasFoundTheNewestFirst() {
        var search = search(candidate());
        settle(claim(NOW), NEXT, found(search, 5, 3), found(search(partner()), 9));
        settle(claim(NOW), AFTER, found(search, 4));

        assertEquals(List.of(4L, 3L, 5L), jobs(search));
        Found second = store().alerts().found(search.id(), 0, 2).getLast();
        assertEquals(new Found(second.place(), new JobId(3), NOW), second);
        assertEquals(
                List.of(5L),
                store().alerts().found(search.id(), second.place(), 9).stream()
                        .map(found -> found.job().value())
                        .toList());
    }

    @Test
    void findsEachJobOnceForEachSearch() {
        var search = search(candidate());
        var other = search(candidate());
        settle(claim(NOW), NEXT, found(search, 1, 2));
        settle(claim(NOW), AFTER, found(search, 2, 3), found(other, 2));

        assertEquals(List.of(3L, 2L, 1L), jobs(search));
        assertEquals(List.of(2L), jobs(other));
    }

    @Test
    void leavesOutASearchThatWasRemovedMeanwhile() {
        var removed = search(candidate());
        var kept = search(candidate());
        Turn turn = claim(NOW);
        change(desk -> desk.remove(removed.id()));

        assertTrue(settle(turn, NEXT, found(removed, 1), found(kept, 2)));

        assertEquals(List.of(), jobs(removed));
        assertEquals(List.of(2L), jobs(kept));
    }

    @Test
    void forgetsWhatARemovedSearchHasFound() {
        var search = search(candidate());
        settle(claim(NOW), NEXT, found(search, 1));

        change(desk -> desk.remove(search.id()));

        assertEquals(List.of(), jobs(search));
    }

    @Test
    void tellsEachWebhookOfTheKeeper() {
        for (Keeper keeper : List.of(company(), candidate(), partner())) {
            var search = search(keeper, "\"रात\" \\ पुणे");
            var first = webhook(keeper, EventType.SEARCH_MATCHED);
            var second = webhook(keeper, EventType.SEARCH_MATCHED);

            settle(claim(NOW), NEXT, found(search, 5, 3));

            var body = """
                    {"type":"search.matched","timestamp":"2026-03-01T09:30:00.123Z",\
                    "data":{"search_id":%1$d,"name":"\\"रात\\" \\\\ पुणे","jobs":[5,3],"href":"/api/searches/%1$d/found"}}""".formatted(search.id().value());
            for (Webhook webhook : List.of(first, second)) {
                Delivery told = sent(webhook).getFirst();
                assertEquals(
                        new Delivery(
                                told.id(),
                                EventType.SEARCH_MATCHED,
                                NOW,
                                body,
                                new DeliveryState.Pending(0, NOW),
                                List.of()),
                        told);
            }
        }
    }

    @Test
    void tellsNobodyElse() {
        Keeper keeper = company();
        var stopped = stopped(webhook(keeper, EventType.SEARCH_MATCHED));
        var deaf = webhook(keeper, EventType.JOB_MOVED, EventType.APPLICATION_MOVED);
        var strange = webhook(company(), EventType.SEARCH_MATCHED);
        var person = webhook(candidate(), EventType.SEARCH_MATCHED);

        settle(claim(NOW), NEXT, found(search(keeper), 1));

        for (Webhook webhook : List.of(stopped, deaf, strange, person)) assertEquals(List.of(), sent(webhook));
    }

    @Test
    void tellsOnlyOfWhatWasNotFoundBefore() {
        Keeper keeper = candidate();
        var search = search(keeper);
        settle(claim(NOW), NEXT, found(search, 1, 2));
        var webhook = webhook(keeper, EventType.SEARCH_MATCHED);

        settle(claim(NOW), AFTER, found(search, 1, 2));
        settle(claim(NOW), NEXT, found(search, 2, 3));

        assertEquals(1, sent(webhook).size());
        assertTrue(sent(webhook).getFirst().body().contains("\"jobs\":[3],"));
    }

    @Test
    void tellsOfAHundredJobsAtATime() {
        Keeper keeper = candidate();
        var search = search(keeper);
        var webhook = webhook(keeper, EventType.SEARCH_MATCHED);

        settle(claim(NOW), NEXT, found(search, LongStream.rangeClosed(1, 201).toArray()));

        var told = sent(webhook).reversed();
        assertEquals(3, told.size());
        assertTrue(told.get(0).body().contains("\"jobs\":[1,2,"));
        assertTrue(told.get(0).body().contains(",100],"));
        assertTrue(told.get(1).body().contains("\"jobs\":[101,102,"));
        assertTrue(told.get(2).body().contains("\"jobs\":[201],"));
    }

    private Turn claim(Instant now) {
        return store().turns().claim(LEASE, now).orElseThrow();
    }

    private boolean settle(Turn turn, FeedCursor next, Match... found) {
        return store().turns().settle(turn, next, List.of(found), NOW);
    }

    private static Match found(SavedSearch search, long... jobs) {
        return new Match(search.id(), LongStream.of(jobs).mapToObj(JobId::new).toList());
    }

    private List<Long> jobs(SavedSearch search) {
        return store().alerts().found(search.id(), 0, 1_000).stream()
                .map(found -> found.job().value())
                .toList();
    }

    private List<Delivery> sent(Webhook webhook) {
        return store().deliveries().of(webhook.id(), 0, 1_000);
    }
}
