package dev.rozgar.application.feed;

import dev.rozgar.application.PortFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Reads the feed for those who follow it: at once what there is, or what comes while they wait. However many
/// wait, the store is asked about once a second while nothing happens.
public final class FollowChanges implements AutoCloseable {
    /// Pages that nothing of matches, read for one answer.
    private static final int MOST_EMPTY = 8;

    private final ChangeFeed feed;
    private final Runnable refresh;
    private final Clock clock;
    private final ChangeWatch watch;

    /// How often the store is asked for something new while somebody waits.
    public record Pace(Duration quickest, Duration slowest) {
        public static final Pace USUAL = new Pace(Duration.ofMillis(50), Duration.ofSeconds(1));
    }

    /// @param refresh makes searches of the index see what it has acknowledged; throws [PortFailure]
    public FollowChanges(ChangeFeed feed, Runnable refresh, Clock clock, Pace pace) {
        this.feed = feed;
        this.refresh = refresh;
        this.clock = clock;
        this.watch = new ChangeWatch(feed, pace.quickest(), pace.slowest());
    }

    /// What is asked for.
    ///
    /// @param most 1 to [ChangeFeed#MOST]
    public record Wanted(FeedCursor from, ChangeFilter filter, int most) {
        /// The same from another place on.
        public Wanted from(FeedCursor place) {
            return new Wanted(place, filter, most);
        }
    }

    /// What follows a cursor, once there is something, or nothing when `patience` is over or the service closes.
    ///
    /// @return empty where something that follows the cursor is forgotten already
    public Optional<ChangePage> read(Wanted wanted, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        FeedCursor place = wanted.from();
        while (true) {
            Optional<ChangePage> found = matching(place, wanted);
            if (found.isEmpty() || !found.get().isSilent()) return found;
            place = found.get().next();
            Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
            if (left.isZero() || !watch.await(place, left)) return found;
        }
    }

    /// Passes by what does not match, as far as one answer may take it.
    private Optional<ChangePage> matching(FeedCursor from, Wanted wanted) {
        Optional<ChangePage> page = feed.after(from, wanted.filter(), wanted.most(), clock.instant());
        for (int empty = 1; empty < MOST_EMPTY && isPassedBy(page); empty++)
            page = feed.after(page.orElseThrow().next(), wanted.filter(), wanted.most(), clock.instant());
        return page;
    }

    private static boolean isPassedBy(Optional<ChangePage> page) {
        return page.isPresent() && page.get().changes().isEmpty() && page.get().more();
    }

    /// The end of the feed.
    public FeedCursor end() {
        return feed.end();
    }

    /// Before what was changed at this moment or later.
    ///
    /// @return empty where changes of that time are forgotten already
    public Optional<FeedCursor> since(Instant moment) {
        return feed.since(moment);
    }

    /// Where to go on after an export that begins now: before all that it may not show.
    ///
    /// @param fromIndex whether it is, or may be, read from the index
    /// @return empty where nobody can tell, or the index lacks what is forgotten already
    public Optional<FeedCursor> beforeExport(boolean fromIndex) {
        try {
            if (!fromIndex) return Optional.of(feed.end());
            Optional<FeedCursor> lacked = feed.beforeWhatTheIndexLacks();
            // In this order: what was acknowledged by then is seen by searches afterwards.
            if (lacked.isPresent()) refresh.run();
            return lacked;
        } catch (PortFailure away) {
            return Optional.empty();
        }
    }

    /// Whether the service closes: nobody is kept waiting any more.
    public boolean isClosing() {
        return watch.isClosed();
    }

    @Override
    public void close() {
        watch.close();
    }
}
