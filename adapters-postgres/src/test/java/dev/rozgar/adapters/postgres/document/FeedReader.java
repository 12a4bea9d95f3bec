package dev.rozgar.adapters.postgres.document;

import dev.rozgar.adapters.postgres.Settled;
import dev.rozgar.adapters.postgres.TestDatabase;
import dev.rozgar.application.feed.Change;
import dev.rozgar.application.feed.ChangeFeed;
import dev.rozgar.application.feed.ChangeFilter;
import dev.rozgar.application.feed.ChangePage;
import dev.rozgar.application.feed.FeedCursor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Somebody who keeps a copy of the jobs that match a filter, by what the feed tells.
final class FeedReader {
    /// All jobs of plain rows are shown then.
    static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");

    private final TestDatabase database;
    private final ChangeFeed feed;
    private final ChangeFilter filter;
    private final Map<Long, String> copy = new TreeMap<>();
    private FeedCursor cursor;

    /// Begins at the end of the feed.
    FeedReader(TestDatabase database, ChangeFilter filter) {
        this.database = database;
        this.feed = database.postgres().changeFeed();
        this.filter = filter;
        Settled.await(database);
        this.cursor = feed.end();
    }

    /// One page, as far as it can be read now.
    ///
    /// @return what was told
    List<String> step(int most) {
        ChangePage page = feed.after(cursor, filter, most, NOW).orElseThrow();
        List<String> told = new ArrayList<>();
        for (Change change : page.changes()) told.add(take(change));
        cursor = page.next();
        return told;
    }

    private String take(Change change) {
        return switch (change) {
            case Change.Upsert(long id, var _, var document) -> {
                copy.put(id, document.toString());
                yield "+" + id;
            }
            case Change.Remove(long id, var _, String reason, var _) -> {
                copy.remove(id);
                yield "-" + id + " " + reason;
            }
        };
    }

    /// All that is committed.
    List<String> drain() {
        Settled.await(database);
        List<String> told = new ArrayList<>();
        while (true) {
            FeedCursor before = cursor;
            told.addAll(step(ChangeFeed.MOST));
            if (cursor.equals(before)) return told;
        }
    }

    FeedCursor cursor() {
        return cursor;
    }

    Map<Long, String> copy() {
        return copy;
    }
}
