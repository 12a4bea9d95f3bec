package dev.rozgar.application.feed;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.document.Filter;
import dev.rozgar.application.document.Value.Word;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/// A feed, how its jobs change, and what it tells. An implementation's test says only how.
public abstract class OpenFeed {
    /// The jobs of the tests are shown then.
    protected static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");

    protected static final ChangeFilter IN_GOA = in("Goa");

    private @Nullable ChangeFeed opened;

    /// A feed over no jobs, but with their company, whose id is 1.
    protected abstract ChangeFeed open();

    /// Commits a listed job of the company in this region of India, new or changed.
    protected abstract void put(long id, String region);

    protected abstract void pause(long id);

    protected abstract void resume(long id);

    /// Commits another name of the company, which its jobs show.
    protected abstract void rename();

    /// What the listed job says now.
    protected abstract String document(long id);

    /// Waits until all that was committed can be read.
    protected abstract void settle();

    @BeforeEach
    void begin() {
        opened = open();
    }

    protected final ChangeFeed feed() {
        if (opened == null) throw new IllegalStateException("not opened");
        return opened;
    }

    protected final FeedCursor end() {
        settle();
        return feed().end();
    }

    protected final ChangePage page(FeedCursor cursor) {
        return after(cursor, ChangeFilter.NONE, 10);
    }

    protected final ChangePage after(FeedCursor cursor, ChangeFilter filter, int most) {
        return feed().after(cursor, filter, most, NOW).orElseThrow();
    }

    /// All that follows, page by page.
    protected final List<String> told(FeedCursor from, ChangeFilter filter, int most) {
        settle();
        List<String> told = new ArrayList<>();
        FeedCursor cursor = from;
        while (true) {
            ChangePage page = after(cursor, filter, most);
            for (Change change : page.changes()) told.add(text(change));
            if (!page.more()) return told;
            assertTrue(page.next().compareTo(cursor) > 0, "a page that leads on");
            cursor = page.next();
        }
    }

    protected static String text(Change change) {
        return switch (change) {
            case Change.Upsert(long id, var _, var document) -> id + " " + document;
            case Change.Remove(long id, var _, String reason, var kept) -> id + " " + reason + " " + kept;
        };
    }

    protected static List<Long> ids(ChangePage page) {
        return page.changes().stream().map(Change::id).toList();
    }

    /// Of a job of the tests in this region.
    protected static String kept(String region) {
        return "{\"company\":{\"id\":1},\"locations\":[{\"locality\":null,\"region\":\"" + region
                + "\",\"country\":\"IN\",\"place_id\":null}],\"occupation\":null}";
    }

    protected static ChangeFilter in(String region) {
        return new ChangeFilter(
                List.of(new Filter.OneOf(Kept.JOB.require("locations.region"), List.of(new Word(region)))));
    }
}
