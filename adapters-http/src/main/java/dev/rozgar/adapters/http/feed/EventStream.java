package dev.rozgar.adapters.http.feed;

import dev.rozgar.adapters.http.wire.Exchange;
import dev.rozgar.adapters.http.wire.Watchdog;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.feed.Change;
import dev.rozgar.application.feed.ChangePage;
import dev.rozgar.application.feed.FeedCursor;
import dev.rozgar.application.feed.FollowChanges;
import dev.rozgar.application.feed.FollowChanges.Wanted;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// One reply that goes on for as long as its caller listens: server-sent events, as browsers read them (WHATWG HTML,
/// §9.2).
///
/// The id of an event is the cursor behind it. Of changes that were read together only the last bears one:
/// whoever was cut off in between is told of them again.
final class EventStream {
    private static final Logger LOG = System.getLogger(EventStream.class.getName());
    private static final Header EVENTS = HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "text/event-stream");
    private static final Header NO_STORE = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");
    /// Proxies that gather what they pass on are asked not to.
    private static final Header UNBUFFERED = HeaderValues.createCached("X-Accel-Buffering", "no");
    /// After which a browser that was cut off comes again.
    private static final String RETRY = "retry: 2000\n";

    private final Exchange exchange;
    private final Watchdog watchdog;
    private final FollowChanges follow;
    private final Duration heartbeat;

    /// @param heartbeat between two signs of life
    EventStream(Exchange exchange, Watchdog watchdog, FollowChanges follow, Duration heartbeat) {
        this.exchange = exchange;
        this.watchdog = watchdog;
        this.follow = follow;
        this.heartbeat = heartbeat;
    }

    /// Ends when the service closes, when the caller is gone or has stopped reading, or when what would follow is
    /// forgotten: whoever comes again is told so.
    void run(Wanted wanted) {
        Optional<OutputStream> out = exchange.uncompressed().with(NO_STORE).with(UNBUFFERED).stream(EVENTS);
        // To a HEAD the headers alone.
        if (out.isEmpty()) return;
        try {
            tell(wanted, out.get());
            out.get().close();
        } catch (IOException | UncheckedIOException gone) {
            LOG.log(Level.DEBUG, "a stream of changes has lost its caller: {0}", gone.getMessage());
            throw new CloseConnectionException("the caller is gone", gone);
        } catch (PortFailure away) {
            LOG.log(Level.INFO, "a stream of changes is cut off: {0}", away.getMessage());
            throw new CloseConnectionException("the store does not answer", away);
        }
    }

    private void tell(Wanted wanted, OutputStream out) {
        FeedCursor cursor = wanted.from();
        send(out, (RETRY + id(cursor) + "\n").getBytes(StandardCharsets.UTF_8));
        while (!follow.isClosing()) {
            Optional<ChangePage> page = follow.read(wanted.from(cursor), heartbeat);
            if (page.isEmpty()) return;
            send(out, events(page.get(), cursor));
            cursor = page.get().next();
        }
    }

    private static byte[] events(ChangePage page, FeedCursor before) {
        ByteArrayOutputStream events = new ByteArrayOutputStream();
        int left = page.changes().size();
        for (Change change : page.changes()) {
            String kind = change instanceof Change.Upsert ? "upsert" : "remove";
            String id = --left == 0 ? id(page.next()) : "";
            text(events, id + "event: " + kind + "\ndata: ");
            events.writeBytes(ChangesJson.of(change));
            text(events, "\n\n");
        }
        // A comment, or a place further on where nothing matched.
        if (page.changes().isEmpty()) text(events, (page.next().equals(before) ? ":\n" : id(page.next())) + "\n");
        return events.toByteArray();
    }

    private static String id(FeedCursor cursor) {
        return "id: " + cursor.token() + "\n";
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private void send(OutputStream out, byte[] bytes) {
        watchdog.watch(() -> {
            try {
                out.write(bytes);
                out.flush();
                return bytes.length;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }
}
