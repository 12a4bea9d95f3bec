package dev.rozgar.adapters.http;

import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentPage;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerRequestHeaders;
import io.helidon.http.Status;
import java.util.Optional;

/// Sends what a read model found, byte for byte.
final class Replies {
    /// A list changes all the time: long enough to take the edge off a rush, too short to be noticed.
    private static final Header LIST_AGE = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "max-age=2");
    private static final Header ONE_AGE =
            HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "max-age=60, stale-while-revalidate=60");
    private static final HeaderName LINK = HeaderNames.create("Link");

    private Replies() {}

    static void page(Exchange exchange, QueryString query, DocumentPage page) {
        page.next().ifPresent(token -> exchange.with(HeaderValues.create(LINK, next(exchange, query, token))));
        exchange.with(LIST_AGE).json(Status.OK_200, page.json());
    }

    /// The document, or 304 if the caller has it.
    static void document(Exchange exchange, Optional<Document> found) {
        Document document =
                found.orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND, "It does not exist or is not shown."));
        ServerRequestHeaders headers = exchange.request().headers();
        String tag = document.etag();
        // A strong tag promises equal bytes on the wire, which compression does not keep (RFC 9110 §8.8.3.3).
        String sent = exchange.isCompressed(document.length()) ? "W/" + tag : tag;
        exchange.with(HeaderValues.create(HeaderNames.ETAG, sent)).with(ONE_AGE);
        boolean known = headers.contains(HeaderNames.IF_NONE_MATCH)
                && EntityTags.match(
                        String.join(",", headers.get(HeaderNames.IF_NONE_MATCH).allValues()), tag);
        if (known) exchange.empty(Status.NOT_MODIFIED_304);
        else exchange.json(Status.OK_200, document.bytes());
    }

    /// The answer to a write; `Location` is where the thing will be read.
    static void created(Exchange exchange, Status status, String location, Object receipt) {
        exchange.with(HeaderValues.create(HeaderNames.LOCATION, location)).json(status, Json.bytes(receipt));
    }

    private static String next(Exchange exchange, QueryString query, String token) {
        String path = exchange.request().path().rawPath();
        return '<' + path + '?' + query.with(QueryParser.CURSOR, token).encoded() + ">; rel=\"next\"";
    }
}
