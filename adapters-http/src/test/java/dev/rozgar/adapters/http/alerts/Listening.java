package dev.rozgar.adapters.http.alerts;

import dev.rozgar.adapters.http.Board;
import dev.rozgar.adapters.http.Board.Reply;
import dev.rozgar.adapters.http.Keeping;
import dev.rozgar.application.access.Role;
import dev.rozgar.application.alerts.Deliveries.Due;
import dev.rozgar.application.alerts.SearchTurns.Match;
import dev.rozgar.application.change.InMemoryTransactions;
import dev.rozgar.application.feed.FeedCursor;
import dev.rozgar.domain.alerts.DeliveryState.Outcome;
import dev.rozgar.domain.alerts.SavedSearchId;
import dev.rozgar.domain.job.JobId;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A board whose searches find what they are told to find, and whose webhooks hear of it.
final class Listening implements AutoCloseable {
    private static final Duration LEASE = Duration.ofMinutes(1);

    final InMemoryTransactions store = new InMemoryTransactions();
    final Board board = Board.over(store);
    final Keeping keeping = new Keeping(board);
    final String candidate = keeping.key(Role.CANDIDATE);
    final String partner = keeping.key(Role.PARTNER);
    private long turns;

    /// Where the search is.
    String saved(String key) {
        return made(key, "/api/searches", Keeping.SEARCH);
    }

    /// Where the webhook is.
    String added(String key) {
        return made(key, "/api/webhooks", Keeping.WEBHOOK);
    }

    private String made(String key, String path, String body) {
        return Keeping.require(201, post(key, path, body)).header("location");
    }

    Reply post(String key, String path, String body, String... headers) {
        return keeping.send(key, "POST", path, body, headers);
    }

    /// Without a body.
    Reply ask(String key, String method, String path, String... headers) {
        var request = board.as(key, path).method(method, BodyPublishers.noBody());
        for (int i = 0; i < headers.length; i += 2) request.header(headers[i], headers[i + 1]);
        return board.send(request);
    }

    String read(String key, String path) {
        return Keeping.require(200, keeping.get(key, path)).text();
    }

    void find(String search, long... jobs) {
        var match = new Match(
                new SavedSearchId(id(search)),
                Arrays.stream(jobs).mapToObj(JobId::new).toList());
        var desk = store.searchTurns();
        Instant now = at();
        var turn = desk.claim(LEASE, now).orElseThrow();
        if (!desk.settle(turn, new FeedCursor(1, 1, ++turns), List.of(match), now))
            throw new AssertionError("the turn is another's");
    }

    /// All that is due.
    List<Due> due() {
        return store.deliveries().claim(100, 100, LEASE, at());
    }

    void settle(Due due, Outcome outcome, Optional<String> stop) {
        store.deliveries().settle(due, outcome, due.state().on(outcome, at()), stop, at());
    }

    private Instant at() {
        return Board.NOW.plusSeconds(turns);
    }

    static long id(String location) {
        return Long.parseLong(location.substring(location.lastIndexOf('/') + 1));
    }

    @Override
    public void close() {
        board.close();
    }
}
