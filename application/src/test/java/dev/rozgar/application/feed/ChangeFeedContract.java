package dev.rozgar.application.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Value.Whole;
import dev.rozgar.application.feed.ChangeFeed.ListedJobs;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every feed tells of listed jobs.
public abstract class ChangeFeedContract extends OpenFeed {
    @Test
    void theEndTellsWhatComesLater() {
        put(1, "Goa");
        FeedCursor end = end();

        assertTrue(page(end).isSilent());
        assertEquals(end, page(end).next());

        put(2, "Goa");
        assertEquals(List.of("2 " + document(2)), told(end, ChangeFilter.NONE, 10));
    }

    @Test
    void aJobThatIsListedComesWithItsDocument() {
        FeedCursor start = end();
        put(1, "Goa");
        put(2, "Kerala");

        assertEquals(List.of("1 " + document(1), "2 " + document(2)), told(start, ChangeFilter.NONE, 10));
    }

    @Test
    void aJobThatIsListedNoMoreComesWithWhyAndWhatWasKept() {
        put(1, "Goa");
        FeedCursor start = end();
        pause(1);

        assertEquals(List.of("1 PAUSED " + kept("Goa")), told(start, ChangeFilter.NONE, 10));
    }

    @Test
    void severalChangesOfOneJobComeAsOne() {
        FeedCursor start = end();
        put(1, "Goa");
        put(1, "Kerala");
        pause(1);
        resume(1);

        assertEquals(List.of("1 " + document(1)), told(start, ChangeFilter.NONE, 10));
    }

    @Test
    void whatCameAndWentBetweenTwoReadsIsTold() {
        FeedCursor start = end();
        put(1, "Goa");
        pause(1);

        assertEquals(List.of("1 PAUSED " + kept("Goa")), told(start, ChangeFilter.NONE, 10));
    }

    @Test
    void pagesFollowOneAnother() {
        FeedCursor start = end();
        for (long id = 1; id <= 5; id++) put(id, "Goa");
        settle();

        ChangePage first = after(start, ChangeFilter.NONE, 2);
        ChangePage second = after(first.next(), ChangeFilter.NONE, 2);
        ChangePage last = after(second.next(), ChangeFilter.NONE, 2);

        assertEquals(List.of(1L, 2L), ids(first));
        assertEquals(List.of(3L, 4L), ids(second));
        assertEquals(List.of(5L), ids(last));
        assertEquals(List.of(true, true, false), List.of(first.more(), second.more(), last.more()));
        assertTrue(page(last.next()).isSilent());
    }

    @Test
    void tellsWhichJobsAreListedWithoutTheirDocuments() {
        FeedCursor start = end();
        for (long id = 1; id <= 4; id++) put(id, "Goa");
        pause(2);
        settle();

        ListedJobs first = feed().listedAfter(start, 2, NOW).orElseThrow();
        ListedJobs rest =
                feed().listedAfter(first.next(), ChangeFeed.MOST_IDS, NOW).orElseThrow();
        assertEquals(
                List.of(1L, 3L, 4L),
                Stream.of(first, rest).flatMap(part -> part.ids().stream()).toList());
        assertTrue(first.more());
        assertFalse(rest.more());
        assertEquals(Optional.empty(), feed().listedAfter(new FeedCursor(99, 1, 1), 2, NOW));
    }

    @Test
    void aChangeThatManyShowComesAsAChangeOfEach() {
        for (long id = 1; id <= 5; id++) put(id, "Goa");
        FeedCursor start = end();
        rename();
        put(6, "Goa");

        List<String> expected = new ArrayList<>();
        for (long id = 1; id <= 6; id++) expected.add(id + " " + document(id));
        List<String> told = told(start, ChangeFilter.NONE, 2);
        // A job that was posted before the change of the others was read shows that as well.
        assertEquals(expected, told.stream().distinct().sorted().toList());
        assertTrue(told.size() <= 7, told::toString);
    }

    @Test
    void aFilterTellsOfItsOwn() {
        FeedCursor start = end();
        put(1, "Goa");
        put(2, "Kerala");
        put(3, "Goa");
        pause(2);
        pause(3);

        assertEquals(List.of("1 " + document(1), "3 PAUSED " + kept("Goa")), told(start, IN_GOA, 10));
    }

    @Test
    void whoNoLongerMatchesIsGone() {
        put(1, "Goa");
        FeedCursor start = end();
        put(1, "Kerala");

        assertEquals(List.of("1 CHANGED " + kept("Goa")), told(start, IN_GOA, 10));
        assertEquals(List.of("1 " + document(1)), told(start, in("Kerala"), 10));
    }

    /// It left the filter, and the list later: a reader that comes between the two has been told by then.
    @Test
    void whoLeftInTwoStepsIsToldOf() {
        put(1, "Goa");
        FeedCursor start = end();
        put(1, "Kerala");
        pause(1);

        assertEquals(List.of("1 PAUSED " + kept("Goa")), told(start, IN_GOA, 10));
    }

    @Test
    void aNegatedFilterTellsOfAllOthers() {
        put(1, "Goa");
        FeedCursor start = end();
        put(1, "Kerala");
        put(2, "Goa");
        ChangeFilter elsewhere =
                new ChangeFilter(List.of(new Filter.Not(IN_GOA.filters().getFirst())));

        assertEquals(List.of("1 " + document(1)), told(start, elsewhere, 10));

        put(1, "Goa");
        assertEquals(List.of("1 CHANGED " + kept("Kerala")), told(start, elsewhere, 10));
    }

    @Test
    void filtersHoldTogether() {
        FeedCursor start = end();
        put(1, "Goa");
        Filter other = new Filter.OneOf(Kept.JOB.require("company.id"), List.of(new Whole(2)));

        assertEquals(
                List.of(), told(start, new ChangeFilter(List.of(IN_GOA.filters().getFirst(), other)), 10));
    }

    @Test
    void whatNobodyAskedForIsPassedBy() {
        FeedCursor start = end();
        put(1, "Kerala");
        settle();

        ChangePage page = after(start, IN_GOA, 10);

        assertEquals(List.of(), page.changes());
        assertTrue(page.next().compareTo(start) > 0);
    }

    @Test
    void aJobWhoseTimeIsOverIsNotToldAsListed() {
        FeedCursor start = end();
        put(1, "Goa");
        settle();

        Optional<ChangePage> later = feed().after(start, ChangeFilter.NONE, 10, NOW.plus(Duration.ofDays(365)));

        assertEquals(List.of(), later.orElseThrow().changes());
    }

    @Test
    void aMomentIsAPlace() throws InterruptedException {
        put(1, "Goa");
        FeedCursor start = end();
        settle();
        Thread.sleep(2);
        Instant then = Instant.now();
        Thread.sleep(2);
        put(2, "Goa");
        settle();

        assertEquals(List.of("2 " + document(2)), told(feed().since(then).orElseThrow(), ChangeFilter.NONE, 10));
        FeedCursor future = feed().since(Instant.now().plusSeconds(60)).orElseThrow();
        assertTrue(future.compareTo(start) >= 0);
        assertTrue(page(future).isSilent());
    }

    @Test
    void whatIsForgottenCannotBeFollowed() throws InterruptedException {
        Instant before = Instant.now();
        Thread.sleep(2);
        FeedCursor start = end();
        for (long id = 1; id <= 3; id++) put(id, "Goa");
        settle();
        Thread.sleep(2);
        Instant then = Instant.now();
        FeedCursor two = after(start, ChangeFilter.NONE, 2).next();

        assertEquals(2, feed().forget(then, 2));

        assertEquals(Optional.empty(), feed().after(start, ChangeFilter.NONE, 10, NOW));
        assertEquals(Optional.empty(), feed().since(before));
        assertEquals(List.of("3 " + document(3)), told(two, ChangeFilter.NONE, 10));
        assertTrue(feed().forget(then, 10) > 0);
        assertEquals(0, feed().forget(then, 10));
        assertTrue(page(feed().since(then).orElseThrow()).isSilent());
        assertTrue(page(end()).isSilent());
    }

    @Test
    void whatIsYoungIsNotForgotten() {
        put(1, "Goa");
        settle();

        assertEquals(0, feed().forget(Instant.now().minusSeconds(3_600), 10));
    }

    @Test
    void theNewestPlaceMovesWithWhatComes() {
        put(1, "Goa");
        settle();
        FeedCursor start = end();
        FeedCursor before = feed().newest();
        assertTrue(before.compareTo(start) <= 0);

        put(2, "Goa");
        settle();

        assertTrue(feed().newest().compareTo(start) > 0);
        assertFalse(feed().newest().compareTo(page(start).next()) > 0);
    }

    @Test
    void aCursorOfAnotherHistoryLeadsNowhere() {
        FeedCursor end = end();

        assertEquals(
                Optional.empty(),
                feed().after(new FeedCursor(end.epoch() + 1, end.transaction(), 0), ChangeFilter.NONE, 10, NOW));
        assertEquals(
                Optional.empty(),
                feed().after(new FeedCursor(end.epoch(), end.transaction() * 2, 0), ChangeFilter.NONE, 10, NOW),
                "from a future that has not been");
    }
}
