package dev.rozgar.adapters.http.posting;

import dev.rozgar.adapters.http.HttpApplication.Told;
import dev.rozgar.adapters.http.ReadModel;
import dev.rozgar.adapters.http.wire.Exchange;
import dev.rozgar.adapters.http.wire.Watchdog;
import dev.rozgar.application.PortFailure;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentPage;
import dev.rozgar.application.document.DocumentQuery;
import dev.rozgar.application.listing.ExportJobs;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.webserver.CloseConnectionException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Function;

/// One reply that is written while it is read. It begins with the first document, so that a store that does not
/// answer is still a problem with a status of its own.
final class Export {
    private static final Logger LOG = System.getLogger(Export.class.getName());
    private static final Header LINES = HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "application/x-ndjson");
    private static final Header NO_STORE = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");
    /// Written at once, and what a caller must take within the watchdog's patience.
    private static final int PORTION = 65_536;

    private final Exchange exchange;
    private final Watchdog watchdog;
    private final byte[] portion = new byte[PORTION];
    private int filled;
    private boolean begun;
    private Optional<ReadModel> by = Optional.empty();
    private Optional<OutputStream> out = Optional.empty();

    Export(Exchange exchange, Watchdog watchdog) {
        this.exchange = exchange;
        this.watchdog = watchdog;
    }

    void run(Function<DocumentQuery, Told<DocumentPage>> search, DocumentQuery query) {
        if (exchange.method().equals(Method.HEAD)) {
            begin();
            return;
        }
        try {
            new ExportJobs(chunk -> noted(search.apply(chunk))).handle(query, this::take);
            begin();
            flush();
            out.orElseThrow().close();
        } catch (IOException | UncheckedIOException gone) {
            throw cut("its caller is gone", gone);
        } catch (PortFailure failure) {
            // Nothing is sent yet: a problem can be.
            if (!begun) throw failure;
            throw cut("the store does not answer", failure);
        }
    }

    private DocumentPage noted(Told<DocumentPage> told) {
        by = Optional.of(told.by());
        return told.answer();
    }

    private static CloseConnectionException cut(String why, Exception cause) {
        LOG.log(Level.INFO, "an export is cut off: {0} ({1})", why, cause.getMessage());
        return new CloseConnectionException("an export is cut off: " + why, cause);
    }

    private void begin() {
        if (begun) return;
        begun = true;
        by.ifPresent(model -> exchange.answeredBy(model, Optional.empty()));
        out = exchange.with(NO_STORE).stream(LINES);
    }

    private void take(Document document) {
        begin();
        if (document.length() >= PORTION - filled) flush();
        if (document.length() >= PORTION) {
            write(document.bytes(), document.length());
            portion[filled++] = '\n';
            return;
        }
        filled = document.copyTo(portion, filled);
        portion[filled++] = '\n';
    }

    private void flush() {
        if (filled > 0) write(portion, filled);
        filled = 0;
    }

    private void write(byte[] bytes, int length) {
        for (int from = 0; from < length; from += PORTION) {
            int begin = from;
            int some = Math.min(PORTION, length - from);
            watchdog.watch(() -> {
                try {
                    out.orElseThrow().write(bytes, begin, some);
                    return some;
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        }
    }
}
