package dev.rozgar.application.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.HandClock;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.alerts.StoredQuery.Reading;
import dev.rozgar.application.change.InMemoryTransactions;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Selection;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.feed.FeedCursor;
import dev.rozgar.application.feed.InMemoryFeed;
import dev.rozgar.application.feed.InMemoryFeed.Listed;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.listing.JobReadModel;
import dev.rozgar.domain.alerts.Keeper;
import dev.rozgar.domain.alerts.SavedSearch;
import dev.rozgar.domain.alerts.Scope;
import dev.rozgar.domain.job.JobId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Turns, walked step by step. A search finds the jobs whose numbers its query names.
class MatchSearchesTest extends OpenAlerts {
    private final HandClock clock = new HandClock(LATER);

    private final InMemoryTransactions memory = new InMemoryTransactions();
    private final InMemoryFeed feed = new InMemoryFeed();
    private final List<DocumentQuery> asked = new ArrayList<>();
    private Optional<PortFailure> failure = Optional.empty();
    private final MatchSearches match = node();

    private MatchSearches node() {
        return new MatchSearches(
                feed, jobs(), new MatchSearches.Shelf(memory.alerts(), memory.searchTurns(), this::read), clock);
    }

    @Override
    protected Store store() {
        return new Store(memory, memory.alerts(), memory.deliveries(), memory.searchTurns());
    }

    @BeforeEach
    void theFeedIsFollowedFromNowOn() {
        listed(1);
        assertFalse(match.step());
    }

    @Test
    void tellsOfAJobThatWasListedSinceAndMatches() {
        SavedSearch search = saved("2 3", Scope.CHANGED);
        listed(2);
        listed(4);
        match.step();
        assertEquals(List.of(2L), found(search));
    }

    @Test
    void saysNothingOfWhatWasListedBeforeItsFirstTurn() {
        SavedSearch search = saved("1", Scope.CHANGED);
        match.step();
        assertEquals(List.of(), found(search));
    }

    @Test
    void asksForJobsPublishedSinceTheSearchWasSavedIfItIsForNewOnes() {
        saved("2", Scope.NEW);
        listed(2);
        match.step();
        var since = new Filter.Bound(new Value.Moment(NOW), true);
        assertTrue(asked.getLast()
                .filters()
                .contains(
                        new Filter.Range(JobFields.JOB.require("published_at"), Optional.of(since), Optional.empty())));
    }

    @Test
    void saysNothingOfAJobThatWasTakenDownInTheSameStretch() {
        SavedSearch search = saved("2", Scope.CHANGED);
        listed(2);
        feed.remove(2, "PAUSED");
        match.step();
        assertEquals(List.of(), found(search));
    }

    @Test
    void looksThroughALongStretchInParts() {
        SavedSearch search = saved("150 170", Scope.CHANGED);
        for (long id = 2; id <= 251; id++) listed(id);
        while (match.step()) assertTrue(asked.size() < 20);
        assertEquals(List.of(150L, 170L), found(search));
        assertTrue(asked.stream().allMatch(query -> query.limit() == Filter.MAX_VALUES));
    }

    @Test
    void asksNobodyWhileNothingIsNew() {
        int pages = feed.pages;
        saved("1", Scope.CHANGED);
        match.step();
        assertEquals(pages, feed.pages);
        assertEquals(List.of(), asked);
    }

    @Test
    void aSearchThatIsNotLegalAnyMoreKeepsNobodyWaiting() {
        saved("broken", Scope.CHANGED);
        SavedSearch search = saved("2", Scope.CHANGED);
        listed(2);
        match.step();
        assertEquals(List.of(2L), found(search));
    }

    @Test
    void aSearchThatCannotBeRunIsPassedBy() {
        saved("2", Scope.CHANGED);
        listed(2);
        failure = Optional.of(PortFailure.broken("a defect", null));
        assertFalse(match.step());
        failure = Optional.empty();
        SavedSearch later = saved("3", Scope.CHANGED);
        listed(3);
        match.step();
        assertEquals(List.of(3L), found(later));
    }

    @Test
    void aDatabaseThatIsAwayLosesNothing() {
        SavedSearch search = saved("2", Scope.CHANGED);
        listed(2);
        failure = Optional.of(PortFailure.unavailable("away", null));
        assertThrows(PortFailure.class, match::step);
        failure = Optional.empty();
        // At once: the turn was given back.
        match.step();
        assertEquals(List.of(2L), found(search));
    }

    @Test
    void aSearchThatTookTooLongIsAskedOnceMore() {
        SavedSearch search = saved("2", Scope.CHANGED);
        listed(2);
        failure = Optional.of(PortFailure.tooSlow("busy", null));
        assertThrows(PortFailure.class, match::step);
        failure = Optional.empty();
        match.step();
        assertEquals(List.of(2L), found(search));
    }

    @Test
    void aSearchThatTakesTooLongAgainKeepsNobodyWaiting() {
        saved("2", Scope.CHANGED);
        listed(2);
        failure = Optional.of(PortFailure.tooSlow("dear", null));
        assertThrows(PortFailure.class, match::step);
        assertFalse(match.step());
        assertEquals(Duration.ZERO, match.behind());
        failure = Optional.empty();
        SavedSearch later = saved("3", Scope.CHANGED);
        listed(3);
        match.step();
        assertEquals(List.of(3L), found(later));
    }

    @Test
    void waitsWhileAnotherHasTheTurn() {
        SavedSearch search = saved("2", Scope.CHANGED);
        listed(2);
        memory.searchTurns().claim(Duration.ofMinutes(1), LATER);
        assertFalse(match.step());
        assertEquals(List.of(), found(search));
    }

    @Test
    void beginsAnewBehindChangesThatAreForgotten() {
        SavedSearch search = saved("2 3", Scope.CHANGED);
        var lost = memory.searchTurns().claim(Duration.ofMinutes(1), LATER).orElseThrow();
        memory.searchTurns().settle(lost, new FeedCursor(7, 7, 7), List.of(), LATER);
        listed(2);
        MatchSearches other = node();
        other.step();
        listed(3);
        other.step();
        assertEquals(List.of(3L), found(search));
    }

    @Test
    void tellsForHowLongChangesHaveWaited() {
        listed(2);
        memory.searchTurns().claim(Duration.ofMinutes(10), LATER);
        match.step();
        clock.forward(Duration.ofSeconds(90));
        match.step();
        assertEquals(Duration.ofSeconds(90), match.behind());

        clock.forward(Duration.ofMinutes(10));
        match.step();
        assertEquals(Duration.ZERO, match.behind());
    }

    private void listed(long id) {
        feed.put(id, new Listed(document(id), "MH", 1, Instant.MAX));
    }

    private SavedSearch saved(String query, Scope scope) {
        Keeper keeper = partner();
        return make(space -> {
            var search = new SavedSearch(space.alerts().nextSearch(), keeper, "some", query, scope, NOW);
            space.alerts().add(search);
            return search;
        });
    }

    private List<Long> found(SavedSearch search) {
        return memory.alerts().found(search.id(), 0, 100).stream()
                .map(Alerts.Found::job)
                .map(JobId::value)
                .sorted()
                .toList();
    }

    private Reading read(String query, Instant now) {
        if (query.equals("broken")) return new Reading.Illegal("no such filter any more");
        return new Reading.Legal(List.of(ids(List.of(query.split(" ")), Long::parseLong)));
    }

    private static <T> Filter ids(List<T> ids, Function<T, Long> number) {
        return new Filter.OneOf(
                JobFields.JOB.require("id"),
                ids.stream().<Value>map(id -> new Value.Whole(number.apply(id))).toList());
    }

    private JobReadModel jobs() {
        return new JobReadModel() {
            @Override
            public DocumentPage search(DocumentQuery query) {
                asked.add(query);
                failure.ifPresent(told -> {
                    throw told;
                });
                Set<Long> ids = null;
                for (Filter filter : query.filters()) {
                    if (!(filter instanceof Filter.OneOf some)) continue;
                    Set<Long> named = new TreeSet<>(some.values().stream()
                            .map(value -> ((Value.Whole) value).number())
                            .toList());
                    if (ids == null) ids = named;
                    else ids.retainAll(named);
                }
                List<Document> items = (ids == null ? Set.<Long>of() : ids)
                        .stream().map(MatchSearchesTest::document).toList();
                return new DocumentPage(query, items, Optional.empty(), Optional.empty());
            }

            @Override
            public Optional<Document> find(JobId id, Instant now, Optional<Selection> fields) {
                throw new AssertionError("searches are run as lists, never as a look at one job");
            }
        };
    }

    private static Document document(long id) {
        return Document.of(("{\"id\":" + id + "}").getBytes(StandardCharsets.US_ASCII));
    }
}
