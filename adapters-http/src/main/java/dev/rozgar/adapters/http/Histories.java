package dev.rozgar.adapters.http;

import dev.rozgar.application.change.ReadHistory;
import dev.rozgar.application.change.Subject;
import dev.rozgar.application.change.Transition;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The log of one kind of thing, as a list and line by line.
final class Histories {
    private static final String LIMIT = "limit";
    private static final int USUAL = 20;
    private static final int MOST = 100;

    private final Subject.Kind kind;
    private final ReadHistory history;

    Histories(Subject.Kind kind, ReadHistory history) {
        this.kind = kind;
        this.history = history;
    }

    /// In the order in which it happened; the cursor is the number of the last line seen.
    void list(Exchange exchange) {
        QueryFaults faults = new QueryFaults();
        long limit = whole(exchange.query(), LIMIT, 1, USUAL, faults);
        long after = whole(exchange.query(), QueryParser.CURSOR, 0, 0, faults);
        exchange.query().requireOnly(Set.of(LIMIT, QueryParser.CURSOR), faults);
        int most = (int) Math.min(limit, MOST);
        List<Transition> found = lines(exchange, after, most + 1);
        List<Transition> page = found.subList(0, Math.min(most, found.size()));
        Optional<String> next =
                found.size() > most ? Optional.of(Long.toString(page.getLast().sequence())) : Optional.empty();
        var body = new Telling.History(page.stream().map(Telling.Line::of).toList(), next.orElse(null));
        Replies.privatePage(exchange, next, Json.bytes(body));
    }

    void one(Exchange exchange) {
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

    private static long whole(QueryString query, String name, long least, long usual, QueryFaults faults) {
        Optional<String> given = query.first(name);
        if (given.isEmpty()) return usual;
        String text = given.get();
        boolean number = !text.isEmpty() && text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (number && Long.parseLong(text) >= least) return Long.parseLong(text);
        faults.add(name, "MALFORMED", "must be a whole number from " + least + " on");
        return usual;
    }
}
