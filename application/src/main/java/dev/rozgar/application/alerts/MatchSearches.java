package dev.rozgar.application.alerts;

import dev.rozgar.application.PortFailure;
import dev.rozgar.application.alerts.SearchTurns.Match;
import dev.rozgar.application.alerts.SearchTurns.Turn;
import dev.rozgar.application.document.Count;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentField;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Sort;
import dev.rozgar.application.document.Value;
import dev.rozgar.application.feed.ChangeFeed;
import dev.rozgar.application.feed.ChangeFeed.ListedJobs;
import dev.rozgar.application.feed.FeedCursor;
import dev.rozgar.application.listing.JobFields;
import dev.rozgar.application.listing.JobReadModel;
import dev.rozgar.domain.alerts.SavedSearch;
import dev.rozgar.domain.alerts.SavedSearchId;
import dev.rozgar.domain.alerts.Scope;
import dev.rozgar.domain.job.JobId;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Looks which saved searches find what was changed: the feed of changes is followed, and each search is asked, by
/// the very read model that answers lists, whether it finds any of the jobs that a stretch of the feed tells of.
///
/// What that costs is the number of searches times a look at some jobs by their ids, for each stretch and not for each
/// change; the stretches are as long as one lease allows. Any number of nodes may do it, of which one does
/// ([SearchTurns]).
public final class MatchSearches {
    private static final System.Logger LOG = System.getLogger(MatchSearches.class.getName());

    /// Nobody else begins meanwhile; far longer than a turn should take.
    static final Duration LEASE = Duration.ofMinutes(5);
    /// A turn that took longer is followed by a shorter one.
    private static final Duration LONG = Duration.ofSeconds(20);
    /// Jobs looked at in one turn.
    private static final int FEWEST = 100;
    private static final int SEARCHES = 500;

    private static final DocumentField ID = JobFields.JOB.require("id");
    private static final DocumentField PUBLISHED = JobFields.JOB.require("published_at");
    private static final List<Sort> BY_ID = List.of(new Sort.ByField(ID, false));

    private final ChangeFeed feed;
    private final JobReadModel jobs;
    private final Shelf shelf;
    private final Clock clock;
    private int most = ChangeFeed.MOST_IDS;
    /// Where the last turn of this node has come to.
    private Optional<FeedCursor> seen = Optional.empty();
    /// When this node first saw that there is something new, until a turn has come to its end.
    private volatile Optional<Instant> waiting = Optional.empty();
    /// Searches that took too long in the turn before.
    private Set<SavedSearchId> slowBefore = Set.of();

    /// What is kept of searches.
    ///
    /// @param query understands what was saved
    public record Shelf(Alerts alerts, SearchTurns turns, StoredQuery query) {}

    /// @param jobs of PostgreSQL, which knows what the feed knows
    public MatchSearches(ChangeFeed feed, JobReadModel jobs, Shelf shelf, Clock clock) {
        this.feed = feed;
        this.jobs = jobs;
        this.shelf = shelf;
        this.clock = clock;
    }

    /// One turn, if there is something new and nobody else is at it.
    ///
    /// @return whether there may be more to do at once
    public boolean step() {
        if (seen.isPresent() && feed.newest().compareTo(seen.get()) <= 0) {
            waiting = Optional.empty();
            return false;
        }
        if (waiting.isEmpty()) waiting = Optional.of(clock.instant());
        Optional<Turn> turn = shelf.turns().claim(LEASE, clock.instant());
        return turn.isPresent() && take(turn.get());
    }

    /// For how long this node has known of changes that nobody has looked through to the end.
    public Duration behind() {
        return waiting.map(since -> Duration.between(since, clock.instant())).orElse(Duration.ZERO);
    }

    private boolean take(Turn turn) {
        Instant begun = clock.instant();
        // In this order: what is committed before the end was asked for is nothing to a search that is not there yet.
        FeedCursor end = feed.end();
        if (shelf.alerts().searches(0, 1).isEmpty()) return skip(turn, end);
        Optional<ListedJobs> stretch = turn.from().flatMap(from -> feed.listedAfter(from, most, begun));
        if (stretch.isEmpty()) return begin(turn);
        try {
            Set<SavedSearchId> slow = new HashSet<>();
            List<Match> found = found(stretch.get(), slow);
            leaveOut(slow);
            if (!shelf.turns().settle(turn, stretch.get().next(), found, clock.instant())) return false;
        } catch (PortFailure failure) {
            release(turn, failure);
            throw failure;
        }
        seen(stretch.get().next(), stretch.get().more());
        breathe(Duration.between(begun, clock.instant()));
        return stretch.get().more();
    }

    /// The first turn of all, or the first after so long that changes were forgotten, or after PostgreSQL went back in
    /// time: from now on.
    private boolean begin(Turn turn) {
        if (turn.from().isPresent())
            LOG.log(Level.WARNING, "saved searches were not looked at for so long that changes of jobs are missing");
        return skip(turn, feed.end());
    }

    private boolean skip(Turn turn, FeedCursor end) {
        if (shelf.turns().settle(turn, end, List.of(), clock.instant())) seen(end, false);
        return false;
    }

    private void seen(FeedCursor to, boolean more) {
        seen = Optional.of(to);
        if (!more) waiting = Optional.empty();
    }

    /// Whoever takes too long twice in a row is left out, or one search would keep all others waiting for ever; the
    /// first time it may be PostgreSQL, which has much to do.
    ///
    /// @throws PortFailure if one has not taken too long in the turn before
    private void leaveOut(Set<SavedSearchId> slow) {
        boolean again = slowBefore.containsAll(slow);
        slowBefore = Set.copyOf(slow);
        if (!again) throw PortFailure.tooSlow("saved searches took too long: " + slow, null);
        if (!slow.isEmpty()) LOG.log(Level.WARNING, "saved searches that took too long were left out: {0}", slow);
    }

    /// @param slow is told what took too long
    private List<Match> found(ListedJobs stretch, Set<SavedSearchId> slow) {
        List<Match> found = new ArrayList<>();
        if (stretch.ids().isEmpty()) return found;
        List<Filter.OneOf> parts = parts(stretch.ids());
        List<SavedSearch> some = shelf.alerts().searches(0, SEARCHES);
        while (!some.isEmpty()) {
            some.forEach(search -> found(search, parts, slow).ifPresent(found::add));
            some = shelf.alerts().searches(some.getLast().id().value(), SEARCHES);
        }
        return found;
    }

    private static List<Filter.OneOf> parts(List<Long> ids) {
        List<Filter.OneOf> parts = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += Filter.MAX_VALUES) {
            List<Long> some = ids.subList(from, Math.min(ids.size(), from + Filter.MAX_VALUES));
            parts.add(new Filter.OneOf(
                    ID, some.stream().<Value>map(Value.Whole::new).toList()));
        }
        return parts;
    }

    private Optional<Match> found(SavedSearch search, List<Filter.OneOf> parts, Set<SavedSearchId> slow) {
        Instant now = clock.instant();
        return switch (shelf.query().read(search.query(), now)) {
            case StoredQuery.Reading.Illegal(String why) -> {
                LOG.log(Level.DEBUG, "saved search {0} finds nothing: {1}", search.id(), why);
                yield Optional.empty();
            }
            case StoredQuery.Reading.Legal(List<Filter> filters) -> {
                List<JobId> ids = new ArrayList<>();
                for (Filter.OneOf part : parts) ids.addAll(found(search, query(search, filters, part, now), slow));
                yield ids.isEmpty() ? Optional.empty() : Optional.of(new Match(search.id(), ids));
            }
        };
    }

    private static DocumentQuery query(SavedSearch search, List<Filter> filters, Filter.OneOf ids, Instant now) {
        List<Filter> all = new ArrayList<>(filters);
        all.add(ids);
        if (search.scope() == Scope.NEW) {
            var since = new Filter.Bound(new Value.Moment(search.savedAt()), true);
            all.add(new Filter.Range(PUBLISHED, Optional.of(since), Optional.empty()));
        }
        return DocumentQuery.of(JobFields.JOB, BY_ID, now)
                .where(all.toArray(Filter[]::new))
                .limit(Filter.MAX_VALUES)
                .count(Count.NONE);
    }

    /// One search that cannot be run does not keep the others waiting; a database that is away does.
    private List<JobId> found(SavedSearch search, DocumentQuery query, Set<SavedSearchId> slow) {
        try {
            return jobs.search(query).items().stream()
                    .map(Document::id)
                    .map(JobId::new)
                    .toList();
        } catch (PortFailure failure) {
            if (failure.isTooSlow()) {
                slow.add(search.id());
                return List.of();
            }
            if (failure.kind() == PortFailure.Kind.UNAVAILABLE) throw failure;
            LOG.log(Level.WARNING, "saved search {0} could not be run: {1}", search.id(), failure.getMessage());
            return List.of();
        }
    }

    /// The next turn begins where this one did, and need not wait for the end of the lease.
    private void release(Turn turn, PortFailure reason) {
        try {
            shelf.turns().settle(turn, turn.from().orElseThrow(), List.of(), clock.instant());
        } catch (PortFailure away) {
            reason.addSuppressed(away);
        }
    }

    private void breathe(Duration took) {
        most = took.compareTo(LONG) > 0 ? Math.max(FEWEST, most / 2) : Math.min(ChangeFeed.MOST_IDS, most + FEWEST);
    }
}
