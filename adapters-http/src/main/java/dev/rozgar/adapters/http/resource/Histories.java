package dev.rozgar.adapters.http.resource;

import dev.rozgar.adapters.http.json.Json;
import dev.rozgar.adapters.http.problem.Problems;
import dev.rozgar.adapters.http.problem.QueryFaults;
import dev.rozgar.adapters.http.problem.Refusal;
import dev.rozgar.adapters.http.wire.Exchange;
import dev.rozgar.application.change.ReadHistory;
import dev.rozgar.application.change.Subject;
import dev.rozgar.application.change.Transition;
import java.util.List;
import java.util.Set;

/// The log of one kind of thing, as a list and line by line.
public final class Histories {
    private final Subject.Kind kind;
    private final ReadHistory history;

    public Histories(Subject.Kind kind, ReadHistory history) {
        this.kind = kind;
        this.history = history;
    }

    /// In the order in which it happened; the cursor is the number of the last line seen.
    public void list(Exchange exchange) {
        QueryFaults faults = new QueryFaults();
        Keyset asked = Keyset.of(exchange.query(), faults);
        exchange.query().requireOnly(Set.of(Keyset.LIMIT, QueryParser.CURSOR), faults);
        int most = asked.most();
        List<Transition> found = lines(exchange, asked.after(), most + 1);
        var slice = asked.cut(found, Transition::sequence);
        var items = slice.items().stream().map(Telling.Line::of).toList();
        Replies.privatePage(exchange, slice, links -> new Telling.History(items, slice.cursor(), links));
    }

    public void one(Exchange exchange) {
        exchange.query().requireOnly(Set.of(), new QueryFaults());
        long sequence = exchange.number("sequence");
        Transition line = lines(exchange, sequence - 1, 1).stream()
                .filter(found -> found.sequence() == sequence)
                .findFirst()
                .orElseThrow(() -> new Refusal(Problems.missing()));
        Replies.unversioned(exchange, Json.bytes(Telling.Line.of(line)));
    }

    private List<Transition> lines(Exchange exchange, long after, int most) {
        return Replies.result(history.handle(exchange.caller(), new Subject(kind, exchange.id()), after, most));
    }
}
