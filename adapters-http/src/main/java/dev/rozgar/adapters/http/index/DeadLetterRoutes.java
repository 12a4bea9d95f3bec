package dev.rozgar.adapters.http.index;

import dev.rozgar.adapters.http.HttpApplication;
import dev.rozgar.adapters.http.HttpApplication.IndexDesk;
import dev.rozgar.adapters.http.json.Json;
import dev.rozgar.adapters.http.problem.Problems;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.problem.Refusal;
import dev.rozgar.adapters.http.resource.Keyset;
import dev.rozgar.adapters.http.resource.QueryParser;
import dev.rozgar.adapters.http.resource.Replies;
import dev.rozgar.adapters.http.resource.Telling;
import dev.rozgar.adapters.http.route.Operation;
import dev.rozgar.adapters.http.route.Routes;
import dev.rozgar.adapters.http.wire.Exchange;
import dev.rozgar.application.indexing.DeadLetters;
import dev.rozgar.application.indexing.DeadLetters.DeadLetter;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Jobs that the index refused too often, for operators: which and why, and once more.
public final class DeadLetterRoutes {
    public static final String ID = "id";

    private final Optional<IndexDesk> desk;

    /// @param error what Elasticsearch said last
    /// @param since when the oldest change was made that the index has not taken
    @JsonbPropertyOrder({"id", "error", "tries", "since"})
    public record Line(Long id, String error, Integer tries, OffsetDateTime since) {
        static Line of(DeadLetter letter) {
            return new Line(letter.id(), letter.error(), letter.tries(), Json.moment(letter.since()));
        }
    }

    /// @param next the cursor of the following page; missing on the last
    @JsonbPropertyOrder({"items", "next", "links"})
    public record Page(List<Line> items, @Nullable String next, Telling.Links links) {}

    /// @param redriven how many are owed once more
    public record Redriven(Long redriven) {}

    public DeadLetterRoutes(HttpApplication application) {
        this.desk = application.index();
    }

    public void register(Routes routes) {
        routes.on(Operation.INDEX_DEAD_LETTERS, this::list).on(Operation.REDRIVE_INDEX, this::redrive);
    }

    private void list(Exchange exchange) {
        QueryFaults faults = new QueryFaults();
        Keyset asked = Keyset.of(exchange.query(), faults);
        exchange.query().requireOnly(Set.of(Keyset.LIMIT, QueryParser.CURSOR), faults);
        var slice = asked.cut(letters().page(asked.after(), asked.most() + 1), DeadLetter::id);
        List<Line> items = slice.items().stream().map(Line::of).toList();
        Replies.privatePage(exchange, slice, links -> new Page(items, slice.cursor(), links));
    }

    /// Asked twice it does no more than once, so it takes no key.
    private void redrive(Exchange exchange) {
        QueryFaults faults = new QueryFaults();
        long id = Keyset.whole(exchange.query(), ID, 1, 0, faults);
        exchange.query().requireOnly(Set.of(ID), faults);
        long redriven = letters().redrive(id == 0 ? Optional.empty() : Optional.of(id));
        Replies.unversioned(exchange, Json.bytes(new Redriven(redriven)));
    }

    private DeadLetters letters() {
        return desk.orElseThrow(() -> new Refusal(Problems.missing())).letters();
    }
}
