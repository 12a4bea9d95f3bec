package dev.rozgar.adapters.http.feed;

import dev.rozgar.adapters.http.problem.ProblemType;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.problem.Refusal;
import dev.rozgar.adapters.http.resource.Back;
import dev.rozgar.adapters.http.resource.FilterParser;
import dev.rozgar.adapters.http.resource.Keyset;
import dev.rozgar.adapters.http.wire.Exchange;
import dev.rozgar.adapters.http.wire.QueryString;
import dev.rozgar.adapters.http.wire.QueryString.Parameter;
import dev.rozgar.adapters.http.wire.SingleHeader;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.document.Filter;
import dev.rozgar.application.feed.ChangeFeed;
import dev.rozgar.application.feed.ChangeFilter;
import dev.rozgar.application.feed.FeedCursor;
import dev.rozgar.application.feed.Kept;
import dev.rozgar.application.listing.JobFields;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What somebody asks of the feed.
///
/// @param most of changes in one reply
/// @param patience how long the caller would be kept waiting for one
public record ChangesQuery(Start start, ChangeFilter filter, int most, Duration patience) {
    public static final String CURSOR = "cursor";
    public static final String SINCE = "since";
    public static final String LIMIT = "limit";
    public static final String WAIT = "wait";
    public static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private static final String NOW = "now";
    private static final HeaderName LAST = HeaderNames.create("Last-Event-ID");
    private static final FilterParser FILTERS = new FilterParser(JobFields.JOB, Kept.FIELDS.stream());

    /// Where the reading begins.
    sealed interface Start {
        record AtEnd() implements Start {}

        record At(FeedCursor cursor) implements Start {}

        record Since(Instant moment) implements Start {}
    }

    /// @throws Refusal with all that is not understood
    static ChangesQuery of(Exchange exchange, Instant now) {
        Set<String> own = new TreeSet<>(Set.of(CURSOR, SINCE, LIMIT, WAIT));
        QueryFaults faults = new QueryFaults();
        QueryString query = exchange.query();
        Start start = start(query, faults, now);
        ChangeFilter filter = filter(query, own, faults);
        long most = Keyset.whole(query, LIMIT, 1, ChangeFeed.MOST, faults);
        Duration wait = wait(query, faults);
        faults.raise();
        return new ChangesQuery(start, filter, (int) Math.min(most, ChangeFeed.MOST), wait);
    }

    /// Of one who wants events as they come, and goes on behind the last that it has seen.
    ///
    /// @throws Refusal with all that is not understood
    static ChangesQuery ofEvents(Exchange exchange, Instant now) {
        Set<String> own = new TreeSet<>(Set.of(CURSOR, SINCE));
        QueryFaults faults = new QueryFaults();
        QueryString query = exchange.query();
        for (String name : List.of(LIMIT, WAIT)) {
            if (query.first(name).isEmpty()) continue;
            own.add(name);
            faults.add(name, "NOT_ALLOWED", "events come one by one, for as long as the caller listens");
        }
        Start start = start(query, faults, now);
        ChangeFilter filter = filter(query, own, faults);
        faults.raise();
        return new ChangesQuery(last(exchange).orElse(start), filter, ChangeFeed.MOST, Duration.ZERO);
    }

    private static Optional<Start> last(Exchange exchange) {
        return SingleHeader.of(exchange.request().headers(), LAST, ChangesQuery::noEvent)
                .map(text -> new Start.At(FeedCursor.parse(text).orElseThrow(ChangesQuery::noEvent)));
    }

    private static Refusal noEvent() {
        return Refusal.of(
                ProblemType.INVALID_HEADER, LAST.defaultCase() + " is given once, as the id of an event of this feed.");
    }

    private static Start start(QueryString query, QueryFaults faults, Instant now) {
        Optional<String> cursor = query.first(CURSOR);
        Optional<String> since = query.first(SINCE);
        if (cursor.isPresent() && since.isPresent())
            faults.add(SINCE, "CONTRADICTS", "a cursor says already where to begin");
        Optional<FeedCursor> place = cursor.flatMap(FeedCursor::parse);
        if (cursor.isPresent() && place.isEmpty() && !cursor.get().equals(NOW))
            faults.add(CURSOR, "MALFORMED", "must be next of the page before, a Changes-Cursor, or now");
        Optional<Instant> moment = since.flatMap(text -> Back.to(text, now));
        if (since.isPresent() && moment.isEmpty()) faults.add(SINCE, "MALFORMED", Back.EXPECTATION);
        return place.<Start>map(Start.At::new)
                .or(() -> moment.map(Start.Since::new))
                .orElseGet(Start.AtEnd::new);
    }

    private static ChangeFilter filter(QueryString query, Set<String> own, QueryFaults faults) {
        Set<String> seen = new HashSet<>();
        for (Parameter parameter : query.parameters()) {
            boolean again = own.contains(parameter.name()) && !seen.add(parameter.name());
            if (again) faults.add(parameter.name(), "DUPLICATE", "may be given once");
        }
        List<Parameter> others = query.parameters().stream()
                .filter(parameter -> !own.contains(parameter.name()))
                .toList();
        List<Filter> filters = FILTERS.parse(others, own, faults);
        for (Filter filter : filters) {
            if (filter instanceof Filter.Range range)
                faults.add(range.field().path(), "NOT_ALLOWED", "is asked for by its values here, not by a range");
        }
        if (filters.size() > DocumentQuery.MAX_FILTERS)
            faults.add(others.getLast().name(), "TOO_MANY", "at most " + DocumentQuery.MAX_FILTERS + " filters");
        return faults.isEmpty() ? new ChangeFilter(filters) : ChangeFilter.NONE;
    }

    private static Duration wait(QueryString query, QueryFaults faults) {
        long seconds = Keyset.whole(query, WAIT, 0, 0, faults);
        if (seconds > LONGEST_WAIT.toSeconds())
            faults.add(WAIT, "OUT_OF_RANGE", "is " + LONGEST_WAIT.toSeconds() + " seconds at the most");
        return Duration.ofSeconds(Math.min(seconds, LONGEST_WAIT.toSeconds()));
    }
}
