package dev.rozgar.adapters.http.alerts;

import dev.rozgar.adapters.http.HttpApplication;
import dev.rozgar.adapters.http.UseCases;
import dev.rozgar.adapters.http.json.Json;
import dev.rozgar.adapters.http.json.Shape;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.resource.Change;
import dev.rozgar.adapters.http.resource.Keyset;
import dev.rozgar.adapters.http.resource.Preconditions;
import dev.rozgar.adapters.http.resource.Replies;
import dev.rozgar.adapters.http.resource.Wish;
import dev.rozgar.adapters.http.route.Operation;
import dev.rozgar.adapters.http.route.Paths;
import dev.rozgar.adapters.http.route.Routes;
import dev.rozgar.adapters.http.wire.Exchange;
import dev.rozgar.adapters.http.wire.RequestBody;
import dev.rozgar.application.alerts.Alerts.Found;
import dev.rozgar.application.alerts.RemoveSearch;
import dev.rozgar.application.change.StoredReply;
import dev.rozgar.application.change.Sync;
import dev.rozgar.domain.alerts.SavedSearch;
import dev.rozgar.domain.alerts.SavedSearchId;
import io.helidon.http.Status;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/// Searches that are kept, and what they have found.
public final class SearchRoutes {
    public static final Shape.Members BODY = Shape.of(SaveSearchBody.class);

    /// A saved search does not change.
    private static final long VERSION = 1;

    private final UseCases.Searches searches;
    private final SavedQueries queries;
    private final Clock clock;

    public SearchRoutes(HttpApplication application) {
        this.searches = application.useCases().searches();
        this.queries = new SavedQueries(application.understand());
        this.clock = application.clock();
    }

    public void register(Routes routes) {
        routes.on(Operation.SAVE_SEARCH, this::save)
                .on(Operation.LIST_SEARCHES, this::list)
                .on(Operation.READ_SEARCH, this::read)
                .on(Operation.REMOVE_SEARCH, this::remove)
                .on(Operation.LIST_FOUND, this::found);
    }

    private void save(Exchange exchange) {
        Wish wish = Wish.of(exchange.query(), Sync.ACCEPTED);
        RequestBody body = RequestBody.json(exchange);
        var command = body.as(BODY, SaveSearchBody.class).toCommand(queries, clock.instant());
        new Change<SavedSearch>(exchange, wish, body.bytes(), (saved, _) -> saved(saved))
                .making()
                .perform(terms -> searches.save().handle(exchange.caller(), command, terms));
    }

    private void list(Exchange exchange) {
        Keyset page = Keyset.alone(exchange.query());
        List<SavedSearch> found =
                Replies.result(searches.book().list(exchange.caller(), page.after(), page.most() + 1));
        var slice = page.cut(found, search -> search.id().value());
        var items = slice.items().stream().map(SearchViews.Search::of).toList();
        Replies.privatePage(exchange, slice, links -> new SearchViews.Searches(items, slice.cursor(), links));
    }

    private void read(Exchange exchange) {
        exchange.query().requireOnly(Set.of(), new QueryFaults());
        SavedSearch search = Replies.result(searches.book().read(exchange.caller(), id(exchange)));
        Replies.managed(exchange, VERSION, Json.bytes(SearchViews.Search.of(search)));
    }

    private void remove(Exchange exchange) {
        Wish wish = Wish.of(exchange.query(), Sync.ACCEPTED);
        var command = new RemoveSearch.Command(id(exchange), Preconditions.required(exchange));
        new Change<SavedSearch>(exchange, wish, new byte[0], (last, _) -> removed(last))
                .perform(terms -> searches.remove().handle(exchange.caller(), command, terms));
    }

    /// The newest first, so that a cursor leads to what is older than the last one seen.
    private void found(Exchange exchange) {
        Keyset page = Keyset.alone(exchange.query());
        List<Found> found =
                Replies.result(searches.book().found(exchange.caller(), id(exchange), page.after(), page.most() + 1));
        var slice = page.cut(found, Found::place);
        var items = slice.items().stream().map(SearchViews.Found::of).toList();
        Replies.privatePage(exchange, slice, links -> new SearchViews.FoundPage(items, slice.cursor(), links));
    }

    private static SavedSearchId id(Exchange exchange) {
        return new SavedSearchId(exchange.id());
    }

    private static StoredReply saved(SavedSearch search) {
        return new StoredReply(
                Status.CREATED_201.code(),
                Paths.SEARCHES + '/' + search.id().value(),
                Preconditions.tag(VERSION),
                Json.bytes(SearchViews.Search.of(search)));
    }

    private static StoredReply removed(SavedSearch last) {
        return new StoredReply(Status.OK_200.code(), "", "", Json.bytes(SearchViews.Search.of(last)));
    }
}
