package dev.rozgar.adapters.http.resource;

import dev.rozgar.adapters.http.json.Json;
import dev.rozgar.adapters.http.problem.Problems;
import dev.rozgar.adapters.http.problem.Refusal;
import dev.rozgar.adapters.http.route.Paths;
import dev.rozgar.adapters.http.wire.EntityTags;
import dev.rozgar.adapters.http.wire.Exchange;
import dev.rozgar.adapters.http.wire.HttpDate;
import dev.rozgar.adapters.http.wire.QueryString;
import dev.rozgar.application.change.Answer;
import dev.rozgar.application.change.Changed;
import dev.rozgar.application.change.StoredReply;
import dev.rozgar.application.change.Sync;
import dev.rozgar.application.change.Transition;
import dev.rozgar.application.document.Document;
import dev.rozgar.application.document.DocumentPage;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerRequestHeaders;
import io.helidon.http.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Sends what a read model found, byte for byte.
public final class Replies {
    /// A list changes all the time: long enough to take the edge off a rush, too short to be noticed.
    private static final Header LIST_AGE = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "max-age=2");
    private static final Header ONE_AGE =
            HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "max-age=60, stale-while-revalidate=60");
    private static final HeaderName LINK = HeaderNames.create("Link");

    static final Header REPLAYED = HeaderValues.createCached("Idempotency-Replayed", "true");
    private static final Header PRIVATE = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "private, no-cache");
    private static final Header NO_STORE = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");

    private static final String UPDATED_AT = "updated_at";

    private Replies() {}

    /// @param members of the page besides its own, as for [DocumentPage#json]
    public static void page(Exchange exchange, QueryString query, DocumentPage page, String members) {
        page(exchange, LIST_AGE, Telling.Links.of(path(exchange), query, page), page, members);
    }

    /// The same of a query that came in a body: caches know an answer by its address.
    public static void page(Exchange exchange, Telling.Links links, DocumentPage page, String members) {
        page(exchange, NO_STORE, links, page, members);
    }

    private static void page(Exchange exchange, Header age, Telling.Links links, DocumentPage page, String members) {
        link(exchange, links);
        exchange.with(age).json(Status.OK_200, page.json(members + ",\"links\":" + Json.text(links)));
    }

    /// What changes as a list does.
    public static void list(Exchange exchange, byte[] body) {
        exchange.with(LIST_AGE).json(Status.OK_200, body);
    }

    /// The document, or 304 if the caller has it.
    public static void document(Exchange exchange, Optional<Document> found) {
        Document document = found.orElseThrow(() -> new Refusal(Problems.missing()));
        document.lastMoment(UPDATED_AT)
                .map(HttpDate::of)
                .ifPresent(date -> exchange.with(HeaderValues.create(HeaderNames.LAST_MODIFIED, date)));
        undated(exchange, document);
    }

    /// The same of what changes with others too, so that no moment in it is that of its last change.
    public static void undated(Exchange exchange, Document document) {
        String tag = document.etag();
        // A strong tag promises equal bytes on the wire, which compression does not keep (RFC 9110 §8.8.3.3).
        String sent = exchange.isCompressed(document.length()) ? "W/" + tag : tag;
        exchange.with(HeaderValues.create(HeaderNames.ETAG, sent)).with(ONE_AGE);
        if (isKnown(exchange, tag)) exchange.empty(Status.NOT_MODIFIED_304);
        else exchange.json(Status.OK_200, document.bytes());
    }

    /// Points from one thing to what is like it.
    public static void related(Exchange exchange, String path) {
        exchange.with(HeaderValues.create(LINK, '<' + path + ">; rel=\"related\""));
    }

    /// The answer to a write, now or again.
    static void stored(Exchange exchange, StoredReply reply) {
        if (!reply.location().isEmpty()) exchange.with(HeaderValues.create(HeaderNames.LOCATION, reply.location()));
        if (!reply.etag().isEmpty()) exchange.uncompressed().with(HeaderValues.create(HeaderNames.ETAG, reply.etag()));
        Consistency.tell(exchange, reply.token());
        exchange.with(NO_STORE).json(Status.create(reply.status()), reply.body());
    }

    /// What became of a move: the lines that it left in the history, of which the last tells the state.
    public static StoredReply moved(Changed<?> moved, Wish wish, Sync reached) {
        Transition asked = moved.lines().getFirst();
        long id = asked.subject().id();
        var body = new Telling.Moved(
                id,
                moved.lines().getLast().to(),
                moved.version(),
                Telling.name(reached),
                moved.lines().stream().map(Telling.Line::of).toList());
        return new StoredReply(
                status(wish, reached).code(),
                Paths.of(asked.subject().kind()) + '/' + id + Paths.MOVES + '/' + asked.sequence(),
                Preconditions.tag(moved.version()),
                Json.bytes(body));
    }

    /// What was made or moved is saved in either case; 202 says that the index was asked for and has not answered
    /// yet.
    public static Status status(Wish wish, Sync reached) {
        return reached.compareTo(wish.sync()) < 0 ? Status.ACCEPTED_202 : Status.CREATED_201;
    }

    /// The same of what is there already.
    public static Status kept(Wish wish, Sync reached) {
        return reached.compareTo(wish.sync()) < 0 ? Status.ACCEPTED_202 : Status.OK_200;
    }

    /// What was asked to be seen.
    ///
    /// @throws Refusal if it may not be
    public static <R> R result(Answer<R> answer) {
        if (answer instanceof Answer.Done<R>(R result, var _, var _, var _)) return result;
        throw Problems.refusal(answer);
    }

    /// What only some may see, under a strong tag that is its version; never compressed, so that the tag stays true.
    public static void managed(Exchange exchange, long version, byte[] body) {
        String tag = Preconditions.tag(version);
        exchange.uncompressed().with(HeaderValues.create(HeaderNames.ETAG, tag)).with(PRIVATE);
        if (isKnown(exchange, tag)) exchange.empty(Status.NOT_MODIFIED_304);
        else exchange.json(Status.OK_200, body);
    }

    /// The same of what changes with the calendar and with others too: the tag tells which version is meant and no
    /// more, so it is never left at "you have it".
    public static void dated(Exchange exchange, long version, byte[] body) {
        exchange.with(HeaderValues.create(HeaderNames.ETAG, Preconditions.tag(version)))
                .uncompressed();
        unversioned(exchange, body);
    }

    /// The same without a version.
    public static void unversioned(Exchange exchange, byte[] body) {
        exchange.with(PRIVATE).json(Status.OK_200, body);
    }

    /// What is told once and must not lie about anywhere.
    public static void secret(Exchange exchange, byte[] body) {
        exchange.with(NO_STORE).json(Status.OK_200, body);
    }

    /// A page of what only some may see.
    ///
    /// @param body of a slice and its links
    public static <T> void privatePage(Exchange exchange, Keyset.Slice<T> slice, Function<Telling.Links, Object> body) {
        Telling.Links links = Telling.Links.of(path(exchange), exchange.query(), slice.next());
        link(exchange, links);
        unversioned(exchange, Json.bytes(body.apply(links)));
    }

    private static boolean isKnown(Exchange exchange, String tag) {
        ServerRequestHeaders headers = exchange.request().headers();
        return headers.contains(HeaderNames.IF_NONE_MATCH)
                && EntityTags.match(
                        String.join(",", headers.get(HeaderNames.IF_NONE_MATCH).allValues()), tag);
    }

    private static String path(Exchange exchange) {
        return exchange.request().path().rawPath();
    }

    private static void link(Exchange exchange, Telling.Links links) {
        List<String> all = new ArrayList<>();
        link(links.next(), "next", all);
        link(links.prev(), "prev", all);
        link(links.first(), "first", all);
        if (!all.isEmpty()) exchange.with(HeaderValues.create(LINK, String.join(", ", all)));
    }

    private static void link(@Nullable String target, String relation, List<String> all) {
        if (target != null) all.add('<' + target + ">; rel=\"" + relation + '"');
    }
}
